// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One instance of a duty in a replay, in as few bytes as will do.
struct ReplayedInstance {
    /// Its place among the duties of both protocols.
    let duty: Int32
    let instance: Int32
    let outcome: DutyOutcome
    /// The place of the role that owes it.
    let role: Int
    let began: Instant?
    let due: Instant?

    func isBefore(_ other: ReplayedInstance) -> Bool {
        (duty, instance) < (other.duty, other.instance)
    }
}

/// One protocol of a replay.
final class SideReplay: Sendable {
    let side: ReplaySide
    let book: DutyBook
    private let plan: DutyPlan
    let triggers: TriggerBook
    let triage: TriageBook
    /// Where each of its duties stands among those of both.
    let places: [Int32]
    let period: ReplayPeriod
    let judgedAt: Instant
    /// Triggers that put a child on somebody's agenda.
    private let agendaTriggers: Set<String>

    init(
        _ side: ReplaySide, pack: ProtocolPack, calendars: Calendars, places: [Int32], period: ReplayPeriod,
        judgedAt: Instant
    ) {
        self.side = side
        book = DutyBook(pack: pack, calendars: calendars, dealing: .whenDue)
        plan = pack.plan
        triggers = TriggerBook(pack: pack, calendars: calendars, dealing: .whenDue)
        triage = TriageBook(pack: pack, calendars: calendars)
        (self.places, self.period, self.judgedAt) = (places, period, judgedAt)
        let meets: Set<EventWord> = [.placedOnAgenda, .meetingArranged, .meetingHeld]
        agendaTriggers = Set(
            pack.triggers.filter { trigger in
                trigger.makes.contains { pack.duty($0).map { !$0.doneBy.words.isDisjoint(with: meets) } ?? false }
            }.map(\.id))
    }

    /// The instances whose clock started in the period, in the order of duty and instance.
    func instances(
        of episode: Episode, child: Child, others: [Episode], _ parts: CourseParts
    ) -> [ReplayedInstance] {
        let (course, firings) = book.course(parts, of: episode, child: child, episodes: others)
        guard course.first != nil else { return [] }
        return withExtendedLifetime(firings) { instances(Reckoning(course, plan, withReasons: false)) }
    }

    /// The instances of duties that stand on the child's whole record, and what fired for the child in the period;
    /// `rankings` are worked out over all children before.
    func ofChild(
        _ child: Child, episodes: [Episode], _ parts: CourseParts, rankings: [Firing]
    ) -> (instances: [ReplayedInstance], firings: [ReplayedFiring]) {
        let firings = ChildFirings(
            of: child, episodes: episodes, given: rankings, pack: book.pack, calendars: book.calendars,
            dealing: book.dealing, at: judgedAt, parts: parts, withReasons: false)
        return withExtendedLifetime(firings) {
            var found: [ReplayedInstance] = []
            if book.pack.hasChildDuties, !parts.marks.isEmpty {
                found = instances(Reckoning(firings.course, plan, withReasons: false))
            }
            let own =
                rankings.isEmpty
                ? triggers.firings(by: firings, episodes: episodes)
                : triggers.firings(of: child, episodes: episodes, at: judgedAt)
            return (found, replayed(own + rankings, of: child))
        }
    }

    private func replayed(_ firings: [Firing], of child: Child) -> [ReplayedFiring] {
        firings.filter { !$0.isUndone && period.contains($0.at) }.map { firing in
            ReplayedFiring(
                side: side, trigger: firing.trigger, child: child.id, at: firing.at,
                isForAgenda: agendaTriggers.contains(firing.trigger))
        }
    }

    /// The colour that the child had when they came back, by all that was worked out of their whole record since.
    func colour(_ whole: CourseParts, at instant: Instant) -> Triage.Colour? { triage.colour(whole, at: instant) }

    private func instances(_ reckoning: Reckoning) -> [ReplayedInstance] {
        var found: [ReplayedInstance] = []
        found.reserveCapacity(96)
        var isInOrder = true
        reckoning.eachInstance(where: period.contains) { duty, number, state, role, began, due in
            let instance = ReplayedInstance(
                duty: places[duty], instance: Int32(clamping: number), outcome: DutyOutcome(state),
                role: role.ordinal, began: began, due: due)
            if let last = found.last, instance.isBefore(last) { isInOrder = false }
            found.append(instance)
        }
        return isInOrder ? found : found.sorted { $0.isBefore($1) }
    }
}

extension Discharge {
    /// Every event that it names.
    fileprivate var words: Set<EventWord> {
        switch self {
        case .event(let match): Set(match.words)
        case .any(let parts), .all(let parts): parts.reduce(into: []) { $0.formUnion($1.words) }
        }
    }
}
