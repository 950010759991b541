// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What ties children to a called meeting: an entry in each child's own record, and nothing in the meeting's.
struct MeetingTies {
    let call: Call
    let kinds: MeetingKinds

    init(_ call: Call) { (self.call, kinds) = (call, call.meetingKinds) }

    /// One entry for each child; those whose record the visitor may not add to are left out.
    func acts(_ children: [ChildID], to number: Int, kind: String, at time: UncertainTime?) -> [Act] {
        let word: EventWord = kinds.isPanel(kind) ? .placedOnAgenda : .meetingArranged
        return children.compactMap { id in
            guard let child = call.child(id, seeing: .identity), call.access.mayRecord(word, on: id) else { return nil }
            var details: Details = [.kind: .word(kind), .meeting: .number(number)]
            details[.at] = time.map { .time($0) }
            if word == .placedOnAgenda, let candidate = candidate(child, kind: kind), !candidate.firings.isEmpty {
                details[.triggers] = .words(candidate.firings.map(\.trigger).uniqued)
            }
            return Act(word, subject(of: child), occurredAt: .at(call.now), details: details)
        }
    }

    /// The children whom a protocol wants on an agenda of this kind, and who are on none yet.
    func candidates(for kind: String) -> [AgendaCandidate] {
        guard kinds.isPanel(kind) else { return [] }
        return call.site.partnership.childrenOwedSomething(in: call.state, at: call.now).compactMap {
            id -> AgendaCandidate? in
            guard let child = call.child(id, seeing: .identity), call.access.mayRecord(.placedOnAgenda, on: id) else {
                return nil
            }
            return candidate(child, kind: kind).flatMap { $0.isLacking ? $0 : nil }
        }.sorted { first, second in
            (first.due?.lastInstant ?? call.now, first.child) < (second.due?.lastInstant ?? call.now, second.child)
        }
    }

    private func candidate(_ child: Child, kind: String) -> AgendaCandidate? {
        let partnership = call.site.partnership
        return AgendaCandidate(
            child.id, kind: kind, standings: partnership.childStandings(of: child.id, in: call.state, at: call.now),
            firings: partnership.firings(of: child.id, in: call.state, at: call.now),
            marks: call.state.standingMarks(of: child.id))
    }

    /// Those who were away with a child in an episode and whom the visitor may see.
    func companions(of episode: Episode) -> [Child] {
        let numbers = episode.history.standing.flatMap { $0.details.numbers(.withChildren) }.uniqued
        return numbers.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) }
            .filter { $0 != episode.child }.compactMap { call.child($0, seeing: .episode) }
            .filter { call.access.maySee(.identity, of: $0.id) }
    }

    /// The newest episode, which what is said at the meeting belongs to; the child's own record where there is none.
    func subject(of child: Child) -> Act.Subject {
        (call.state.openEpisode(of: child.id)?.id ?? child.episodes.last).map { .episode($0) } ?? .child(child.id)
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    var uniqued: [Element] {
        var known: Set<Element> = []
        return filter { known.insert($0).inserted }
    }
}
