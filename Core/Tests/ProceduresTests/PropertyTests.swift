// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let book = DutyBook(
    pack: Samples.pack(
        [
            Samples.duty("doneBy: { event: notified, to: iro }, due: 4 hours, lapses: [returned]", id: "tell"),
            Samples.duty(
                "when: { risk: high }, due: immediately, doneBy: { event: notified, to: police }", id: "bureau"),
            Samples.duty("when: open, from: start, every: 24 hours, doneBy: contact-attempted", id: "daily"),
            Samples.duty(
                "when: { category: absent }, from: { each: { event: [review-agreed, reviewed], given: [next] } }, "
                    + "due: { stated: next }, doneBy: reviewed", id: "review"),
            Samples.duty(
                "when: { kind-ever: missing }, from: { clock: start, plus: 72 hours }, due: 5 working days, "
                    + "doneBy: { event: meeting-held, kind: strategy-meeting }", id: "meeting"),
            Samples.duty("when: returned, from: returned, due: 72 hours, doneBy: interview-held", id: "interview"),
            Samples.duty(
                "when: { not-yet: risk-graded, category: missing }, due: 2 hours, doneBy: risk-graded, again: true, "
                    + "mayAgree: social-worker", id: "grade"),
            Samples.duty(
                "when: open, once: out-of-hours, due: 1 hour, doneBy: { event: notified, to: edt }", id: "edt"),
            Samples.duty("when: { open-longer-than: 30 hours }, due: 1 school day, doneBy: reviewed", id: "long"),
            Samples.duty("when: risk-learnt-while-absent, due: 1 hour, doneBy: reclassified", id: "reclassify"),
        ].joined(separator: ", ")), calendars: Samples.calendars)

private struct Listed: Hashable {
    let duty: String
    let instance: Int
}

@Suite struct `Whatever happens` {
    private static let ended: Set<DutyState> = [.done, .doneLate, .lapsed, .missed, .waived, .agreed]

    private func instants(of history: RandomHistory) -> [Instant] {
        let knots = history.marks.map(\.clockTime)
        return (knots + knots.map { $0 + .minutes(61) } + [2, 20, 50, 80, 200, 400].map { knots[0] + .hours($0) })
            .sorted()
    }

    @Test(arguments: UInt64(1)...40) func `a duty once listed never vanishes, and what ended stays ended`(seed: UInt64)
    {
        let history = RandomHistory(seed: seed)
        let episode = history.episode()
        var before: [Listed: DutyState] = [:]
        for instant in instants(of: history) {
            let now = book.standings(of: episode, child: history.child, at: instant, withReasons: false)
            let listed = Dictionary(
                now.map { (Listed(duty: $0.duty, instance: $0.instance), $0.state) },
                uniquingKeysWith: { first, _ in first })
            #expect(listed.count == now.count, "an instance is listed once")
            for (duty, state) in before {
                #expect(listed[duty] != nil, "\(duty) vanished by \(instant)")
                if Self.ended.contains(state) { #expect(listed[duty] == state, "\(duty) changed by \(instant)") }
                if state == .overdue {
                    #expect(listed[duty] != .owed && listed[duty] != .lapsed, "\(duty) at \(instant)")
                }
            }
            before = listed
        }
    }

    @Test(arguments: UInt64(1)...40) func `asking about a moment equals having watched until then`(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        let whole = history.episode()
        for instant in instants(of: history) {
            let later = book.standings(of: whole, child: history.child, at: instant)
            let watched = book.standings(of: history.episode(upTo: instant), child: history.child, at: instant)
            #expect(later == watched, "at \(instant)")
        }
    }

    @Test(arguments: UInt64(1)...15) func `a state agrees with its own due and end`(seed: UInt64) {
        let history = RandomHistory(seed: seed)
        for instant in instants(of: history) {
            for standing in book.standings(of: history.episode(), child: history.child, at: instant) {
                #expect(!standing.why.isEmpty)
                #expect((standing.endedAt != nil) == Self.ended.contains(standing.state))
                if standing.state == .overdue { #expect(standing.due?.isOverdue(at: instant) == true) }
                if standing.state == .owed { #expect(standing.due?.isOverdue(at: instant) != true) }
                if standing.state == .doneLate { #expect((standing.lateBy ?? .zero) > .zero) }
            }
        }
    }
}
