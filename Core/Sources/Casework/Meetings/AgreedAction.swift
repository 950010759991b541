// SPDX-License-Identifier: MIT

import WorkingTime

/// An action that was agreed for a child, with what has become of it. What is to be done stands in the ledger.
public struct AgreedAction: Hashable, Sendable {
    public let child: ChildID
    /// Nil where it stands on the child's own record.
    public let episode: EpisodeID?
    /// Where it was agreed.
    public let agreed: Mark
    /// Who does it now, by their short name or their role.
    public internal(set) var owner: String
    public internal(set) var agency: AgencyID?
    public internal(set) var due: UncertainTime?
    /// When somebody asked how it stands, oldest first.
    public internal(set) var chased: [Mark] = []
    /// When it was given another date or owner, oldest first.
    public internal(set) var changed: [Mark] = []
    public internal(set) var done: Mark?
    public internal(set) var dropped: Mark?

    /// The number by which later entries name it.
    public var position: Position { agreed.position }
    /// The meeting at which it was agreed, by its number.
    public var meeting: Int? { agreed.details.number(.meeting) }
    public var isOpen: Bool { done == nil && dropped == nil }

    /// Whether it should have been done by `instant`, and is not.
    public func isOverdue(at instant: Instant) -> Bool { isOpen && due.map { $0.latest < instant } ?? false }

    init(_ mark: Mark, child: ChildID, episode: EpisodeID?) {
        (self.child, self.episode, agreed) = (child, episode, mark)
        owner = mark.details.word(.owner) ?? ""
        agency = mark.details.word(.agency).map { AgencyID($0) }
        due = mark.details.time(.due)
    }

    fileprivate mutating func take(_ mark: Mark) {
        switch mark.word {
        case .actionDone: done = done ?? mark
        case .actionDropped: dropped = mark
        case .actionChased: chased.append(mark)
        case .actionChanged:
            changed.append(mark)
            owner = mark.details.word(.owner) ?? owner
            agency = mark.details.word(.agency).map { AgencyID($0) } ?? agency
            due = mark.details.time(.due) ?? due
        default: break
        }
    }
}

extension State {
    /// Every action agreed for the child, in the order in which they were agreed.
    public func actions(of id: ChildID) -> [AgreedAction] {
        guard let child = child(id) else { return [] }
        let histories: [(EpisodeID?, History)] =
            [(nil, child.history)] + episodes(of: id).map { ($0.id, $0.history) }
        let withActions = histories.filter { $0.1.holds(.actionAgreed) }
        guard !withActions.isEmpty else { return [] }
        var actions: [AgreedAction] = []
        for (episode, history) in withActions {
            for mark in history.standing where mark.word == .actionAgreed {
                actions.append(AgreedAction(mark, child: id, episode: episode))
            }
        }
        // What became of one may have been written to another episode of the child's.
        for mark in histories.flatMap({ $0.1.standing }) where EventWords.followUps.contains(mark.word) {
            let named = mark.details.number(.what).map(Int64.init)
            guard let place = actions.firstIndex(where: { $0.position.number == named }) else { continue }
            actions[place].take(mark)
        }
        return actions.sorted { $0.position < $1.position }
    }
}

extension EventWords {
    fileprivate static let followUps: EventWords = [.actionDone, .actionChased, .actionChanged, .actionDropped]
}

extension [AgreedAction] {
    /// Open ones before closed ones, those due first before the rest.
    public var inOrderOfNeed: [AgreedAction] {
        func key(_ action: AgreedAction) -> (Int, Instant, Position) {
            (
                action.isOpen ? 0 : 1,
                action.due?.latest ?? Instant(secondsSince1970: .max),
                action.position
            )
        }
        return sorted { key($0) < key($1) }
    }
}
