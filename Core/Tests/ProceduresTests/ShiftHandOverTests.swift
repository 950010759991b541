// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `The hand-over that a protocol asks for` {
    private static let section = """
        handOvers: [{ id: home, at: ["07:30", "21:30"], due: 1 hour, escalate: { to: home-manager, after: 30 minutes },
          localChoice: true, note: Ours., source: SG 1 }]
        """

    private static let home = Team(agency: AgencyID("larch-house"), kind: .home)

    private func handOver(at time: String, accepted: String? = nil) -> State {
        var state = State()
        let by = Actor(worker: "a.one", role: .carer, agency: Self.home.agency)
        state.apply(
            Event(
                .briefingMade, occurredAt: .at(at(time)), recordedAt: at(time), by: by,
                details: [.what: .number(1), .agency: .word("larch-house"), .team: .word("home")]),
            at: .first)
        if let accepted {
            state.apply(
                Event(
                    .briefingAccepted, occurredAt: .at(at(accepted)), recordedAt: at(accepted),
                    by: Actor(worker: "b.two", role: .carer, agency: Self.home.agency), details: [.what: .number(1)]),
                at: Position.first.next)
        }
        return state
    }

    @Test func `is the pack's, or the program's own, which says so`() {
        let pack = Samples.pack(Samples.duty("", id: "a"), Self.section)
        let rule = pack.handOverRule(for: .home)
        #expect(rule.times == [27_000, 77_400] && rule.to == .home && rule.source == "SG 1")
        let own = pack.handOverRule(for: .edt)
        #expect(own.isLocalChoice && own.to == .day && own.times.isEmpty)
        #expect(rule.saying.says(.every) == "each day at 07:30 and 21:30")
        #expect(rule.saying.says(.due) == "accepted within 1 hour")
    }

    @Test(arguments: [
        (
            "handOvers: [{ id: hoem, due: 1 hour, escalate: { to: edt, after: 1 hour }, source: SG 1 }]",
            "Did you mean “home”?"
        ),
        (
            "handOvers: [{ id: home, at: [\"7.30\"], due: 1 hour, escalate: { to: edt, after: 1 hour }, source: SG 1 }]",
            "time of day"
        ),
        ("handOvers: [{ id: home, due: 1 hour, source: SG 1 }]", "needs “escalate”"),
    ])
    func `is refused where it cannot be read`(section: String, says: String) {
        let faults = Samples.read(Samples.duty("", id: "a"), section).1.map(\.description)
        #expect(faults.contains { $0.contains(says) }, "\(faults)")
    }

    @Test(arguments: [
        ("2015-06-06T07:00", false, Role?.none), ("2015-06-06T07:01", true, nil),
        ("2015-06-06T07:31", true, .homeManager),
    ])
    func `is overdue after its time, and goes to who answers for it`(time: String, isOverdue: Bool, to: Role?) throws {
        let rule = Samples.pack(Samples.duty("", id: "a"), Self.section).handOverRule(for: .home)
        let open = try #require(handOver(at: "2015-06-06T06:00").handOvers[1])
        let standing = HandOverStanding(open, by: rule, at: at(time))
        #expect(standing.isOverdue == isOverdue)
        #expect(standing.escalatedTo == to)
    }

    @Test func `is late by so much, and escalates no more once it is accepted`() throws {
        let rule = Samples.pack(Samples.duty("", id: "a"), Self.section).handOverRule(for: .home)
        let taken = try #require(handOver(at: "2015-06-06T06:00", accepted: "2015-06-06T08:00").handOvers[1])
        let standing = HandOverStanding(taken, by: rule, at: at("2015-06-06T12:00"))
        #expect(standing.lateBy == .hours(1) && standing.escalatedTo == nil && !standing.isOverdue)
    }

    @Test func `is lacking where a team that hands over made none at its time`() {
        let rule = Samples.pack(Samples.duty("", id: "a"), Self.section).handOverRule(for: .home)
        let state = handOver(at: "2015-06-06T07:20")
        #expect(rule.lackingSince(of: Self.home, in: state, at: at("2015-06-06T20:00")) == nil)
        #expect(rule.lackingSince(of: Self.home, in: state, at: at("2015-06-06T22:00")) == nil)
        #expect(rule.lackingSince(of: Self.home, in: state, at: at("2015-06-06T22:31")) == at("2015-06-06T21:30"))
        #expect(rule.lackingSince(of: Self.home, in: State(), at: at("2015-06-06T22:31")) == nil)
        let other = Team(agency: AgencyID("elm-lodge"), kind: .home)
        #expect(rule.lackingSince(of: other, in: state, at: at("2015-06-06T22:31")) == nil)
    }
}

@Suite struct `What one shift tells the next of a child` {
    private func mark(_ word: EventWord, _ number: Int64, _ time: String, _ details: Details = [:], _ by: Role = .carer)
        -> Mark
    {
        Mark(
            word, by: by, position: Position(number), occurredAt: .at(at(time)), recordedAt: at(time), details: details)
    }

    private func briefing(_ marks: [Mark], since: String = "2015-06-05T21:30") -> ShiftBriefing? {
        var episode = Episode(id: EpisodeID(number: 1), child: ChildID(number: 1), lookedAfter: true)
        for mark in marks { episode.append(mark) }
        return ShiftBriefing(
            Child(id: ChildID(number: 1)), marks.isEmpty ? nil : episode, duties: [], since: at(since),
            dueBy: at("2015-06-06T21:30"))
    }

    @Test func `is who is away, what was promised, who has not answered, and what is new`() throws {
        let made = try #require(
            briefing([
                mark(.reported, 1, "2015-06-05T20:00"),
                mark(.notified, 2, "2015-06-05T22:00", [.to: .word("social-worker")]),
                mark(.notified, 3, "2015-06-05T22:05", [.to: .word("edt")]),
                mark(
                    .actionAgreed, 4, "2015-06-05T23:00",
                    [.owner: .word("carer"), .due: .time(.at(at("2015-06-06T09:00")))]),
                mark(
                    .actionAgreed, 5, "2015-06-05T23:05",
                    [.owner: .word("edt"), .due: .time(.at(at("2015-06-06T08:00")))]),
                mark(.acknowledged, 6, "2015-06-05T23:10", [:], .edt),
                mark(.actionDone, 7, "2015-06-06T01:00", [.what: .number(4)]),
                mark(.childHandedOver, 8, "2015-06-06T06:00", [.what: .number(1)]),
            ]))
        #expect(made.isAway)
        #expect(made.promised.map(\.position.number) == [5])
        #expect(made.unanswered.map(\.to) == ["social-worker"])
        #expect(made.changes.map(\.position.number) == [2, 3, 4, 5, 6, 7])
    }

    @Test func `is nothing where nothing is open and nothing is new`() {
        #expect(briefing([]) == nil)
        let back = [
            mark(.reported, 1, "2015-06-01T20:00"), mark(.returned, 2, "2015-06-02T07:00"),
            mark(.closed, 3, "2015-06-03T07:00"),
        ]
        #expect(briefing(back) == nil)
        #expect(briefing(back, since: "2015-06-02T08:00")?.changes.count == 1)
    }
}
