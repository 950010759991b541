// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// One such report, made from the record: what happened, who was told, what was done and learnt, who has signed.
struct EstablishmentReportModel: Sendable {
    let kind: EstablishmentReportKind
    let child: Child
    let episode: Episode
    let number: Int
    let telling: Telling
    let seen: Seen
    /// The duty to make it, where the protocol asks for it.
    let duty: DutyStanding?
    let entries: [Event]
    let signed: [Event]
    /// Earlier episodes of the year before this one.
    let earlier: [Episode]
    let maySign: Bool

    init?(_ call: Call, as seen: Seen) async throws {
        guard let kind = call.parameters["report"].flatMap(EstablishmentReportKind.init(rawValue:)) else { return nil }
        let (child, episode) = (call.child, call.episode)
        (self.kind, self.child, self.episode, self.seen) = (kind, child, episode, seen)
        telling = Telling(state: call.state, now: call.now)
        number = (child.episodes.firstIndex(of: episode.id) ?? 0) + 1
        duty = Self.duty(kind, episode.id, call)
        var entries: [Event] = []
        var signed: [Event] = []
        for case .event(_, let event) in try await call.told(episode.history.standing, of: child, as: seen) {
            if event.word == .reportSigned {
                if event.details.word(.kind).map(kind.words.contains) ?? false { signed.append(event) }
            } else {
                entries.append(event)
            }
        }
        (self.entries, self.signed) = (entries, signed)
        let start = episode.facts.start
        earlier = call.state.episodes(of: child.id).filter { other in
            guard let start, let began = other.facts.start, other.id != episode.id else { return false }
            return began < start && start - .days(365) < began
        }
        maySign = call.access.mayRecord(.reportSigned, on: child.id)
    }

    /// The duty that such a report discharges.
    static func duty(_ kind: EstablishmentReportKind, _ episode: EpisodeID, _ call: Call) -> DutyStanding? {
        call.site.partnership.standings(of: episode, in: call.state, at: call.now).first { duty in
            duty.doneBy == .reportSigned && duty.duty.hasPrefix(kind.rawValue)
        }
    }

    func all(_ words: EventWord...) -> [Event] { entries.filter { words.contains($0.word) } }

    /// How long the child was away; nil while they are.
    var length: Elapsed? {
        guard let start = episode.facts.start, let back = episode.facts.returnedAt else { return nil }
        return back - start
    }
}
