// SPDX-License-Identifier: MIT

import WorkingTime

extension State {
    /// Everything on a child's record that ties them to an entry of the register or to another child of the record.
    /// Who may see which of it is asked elsewhere.
    public func ties(of id: ChildID) -> [(point: Network.Point, tie: Tie)] {
        guard let child = child(id) else { return [] }
        var ties = child.history.standing.compactMap { mark -> (point: Network.Point, tie: Tie)? in
            guard let kind = mark.tieKind, let number = mark.details.number(.concern) else { return nil }
            let episode = mark.details.number(.inEpisode).flatMap(UInt32.init(exactly:)).map(EpisodeID.init(number:))
            return (.entry(number), mark.tie(kind, child: id, episode: episode))
        }
        for episode in episodes(of: id) {
            for mark in episode.history.standing {
                if let kind = mark.tieKind, let number = mark.details.number(.concern) {
                    ties.append((.entry(number), mark.tie(kind, child: id, episode: episode.id)))
                }
                guard mark.word.tellsOfCompany else { continue }
                for number in mark.details.numbers(.withChildren) {
                    guard let other = UInt32(exactly: number).map(ChildID.init(number:)), other != id,
                        self.child(other) != nil
                    else { continue }
                    ties.append((.child(other), mark.tie(.wentTogether, child: id, episode: episode.id)))
                }
            }
        }
        return ties
    }
}

extension EventWord {
    /// Whether the other children that it names were with the child. A meeting about several is about none of that.
    public var tellsOfCompany: Bool {
        switch self {
        case .reported, .accountReceived, .wentTogether, .sighted, .located, .returned: true
        default: false
        }
    }
}

extension Mark {
    fileprivate var tieKind: Tie.Kind? {
        switch word {
        case .tiedToConcern: details.word(.kind).flatMap(Tie.Kind.init(rawValue:)) ?? .wasWith
        case .harbouringNoticeAsked: .noticeAsked
        case .harbouringNoticeServed: .noticeServed
        case .sighted: .seenThere
        case .located: .foundThere
        case .visited: .lookedForThere
        default: nil
        }
    }

    fileprivate func tie(_ kind: Tie.Kind, child: ChildID, episode: EpisodeID?) -> Tie {
        let stated = details.word(.confidence).flatMap(Confidence.init(rawValue:))
        return Tie(
            kind: kind, confidence: stated ?? impliedConfidence, position: position, child: child, episode: episode,
            at: occurredAt)
    }

    /// How sure an entry is that does not say: what police or a carer found is, what somebody says to have seen is not.
    private var impliedConfidence: Confidence {
        switch word {
        case .located, .returned, .harbouringNoticeServed, .visited: .confirmed
        case .sighted: details.flag(.confirmed) ? .confirmed : .possible
        default: .likely
        }
    }
}
