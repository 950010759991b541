// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A replay` {
    private static let earlier = [
        Samples.duty("doneBy: { event: notified, to: iro }, due: 4 hours", id: "tell"),
        Samples.duty("when: open, from: start, every: 24 hours, doneBy: contact-attempted", id: "daily"),
        Samples.duty("when: returned, from: returned, due: 72 hours, doneBy: interview-held", id: "interview"),
    ].joined(separator: ", ")
    private static let later = [
        Samples.duty("doneBy: { event: notified, to: iro }, due: 30 minutes", id: "tell"),
        Samples.duty("when: returned, from: returned, due: 72 hours, doneBy: interview-held", id: "interview"),
        Samples.duty(
            "when: { category: absent }, from: { each: { event: [review-agreed, reviewed], given: [next] } }, "
                + "due: { stated: next }, doneBy: reviewed", id: "review"),
    ].joined(separator: ", ")

    /// Children 1 to 40 with a random episode each.
    private static let state: State = {
        var children: [Child] = []
        var episodes: [Episode] = []
        for number in 1...UInt32(40) {
            let history = RandomHistory(seed: UInt64(number))
            let (child, episode) = (ChildID(number: number), EpisodeID(number: number))
            children.append(
                Child(
                    id: child, history: history.child.history, episodes: [episode],
                    entryCount: history.marks.count))
            episodes.append(Episode(id: episode, child: child, lookedAfter: true, history: History(history.marks)))
        }
        return State(
            children: children, episodes: episodes, partnershipEvents: [], imported: [], registrars: [:],
            position: Position(10_000))
    }()

    private static let children = (1...UInt32(40)).map { ChildID(number: $0) }

    private func replay(
        _ before: String, _ after: String, from: String = "2015-03-01", to: String = "2015-05-01"
    ) throws -> Replay {
        Replay(
            before: Samples.pack(before), after: Samples.pack(after), calendars: Samples.calendars,
            period: try #require(ReplayPeriod(from: date(from), to: date(to))), now: at("2016-01-01T00:00"))
    }

    private func result(of replay: Replay) -> ReplayResult {
        let part = replay.part(of: Self.children, in: Self.state, rankings: replay.rankings(in: Self.state))
        return replay.result(of: [part], in: Self.state)
    }

    @Test func `under the same protocol differs in nothing`() throws {
        let replay = try replay(Self.earlier, Self.earlier)
        let result = result(of: replay)
        #expect(result.episodes == 40)
        #expect(result.differing.isEmpty)
        #expect(result.duties.allSatisfy { !$0.isDifferent })
        #expect(result.total(.before) == result.total(.after))
        #expect(result.total(.before).owed > 100)
        #expect(result.loads.allSatisfy { $0.due[0] == $0.due[1] && $0.began[0] == $0.began[1] })
    }

    @Test func `counts every instance that began in the period once`() throws {
        let replay = try replay(Self.earlier, Self.later)
        let result = result(of: replay)
        for (side, pack) in [(ReplaySide.before, replay.before), (.after, replay.after)] {
            let book = DutyBook(pack: pack, calendars: Samples.calendars)
            let standings = Self.children.flatMap { id in
                Self.state.episodes(of: id).flatMap { episode in
                    book.standings(
                        of: episode, child: Self.state.child(id) ?? Child(id: id), at: replay.period.end)
                }
            }
            let begun = standings.filter { $0.from.map(replay.period.contains) ?? false }
            #expect(result.total(side).owed == begun.count)
            #expect(result.total(side)[.inTime] == begun.count { $0.state == .done })
            #expect(result.total(side)[.notDone] == begun.count { $0.state == .missed || $0.state == .overdue })
            let weeks = result.loads.flatMap { $0.began[side.rawValue] }.reduce(0, +)
            #expect(weeks == begun.count)
        }
    }

    @Test func `says the same however the children are shared out`() throws {
        let replay = try replay(Self.earlier, Self.later)
        let whole = result(of: replay)
        let parts = stride(from: 0, to: 40, by: 7).map { first in
            replay.part(
                of: Array(Self.children[first..<min(first + 7, 40)]), in: Self.state,
                rankings: replay.rankings(in: Self.state))
        }
        let shared = replay.result(of: parts.reversed(), in: Self.state)
        #expect(shared.duties == whole.duties)
        #expect(shared.loads == whole.loads)
        #expect(shared.differing == whole.differing)
        #expect(shared.children == whole.children && shared.episodes == whole.episodes)
    }

    @Test func `says which duty is owed under one only, is due otherwise or came out otherwise`() throws {
        let replay = try replay(Self.earlier, Self.later)
        let result = result(of: replay)
        let duties = Dictionary(uniqueKeysWithValues: result.duties.map { ($0.id, $0) })
        #expect(result.duties.map(\.id) == ["tell", "interview", "review", "daily"])
        #expect(duties["daily"]?.after.owed == 0 && duties["daily"]?.isInAfter == false)
        #expect(duties["review"]?.before.owed == 0 && duties["review"]?.isInBefore == false)
        #expect(duties["interview"]?.isDifferent == false)
        #expect((duties["tell"]?.dueAtAnotherTime ?? 0) == 40)
        #expect((duties["tell"]?.cameOutOtherwise ?? 0) > 0)
        #expect(!result.differing.isEmpty)
    }

    @Test func `leaves out what began before or after`() throws {
        let replay = try replay(Self.earlier, Self.later, from: "2014-01-01", to: "2014-02-01")
        let result = result(of: replay)
        #expect(result.children == 0 && result.episodes == 0 && result.duties.isEmpty && result.loads.isEmpty)
    }
}

@Suite struct `The period of a replay` {
    @Test func `counts weeks from Monday`() throws {
        let period = try #require(ReplayPeriod(from: date("2015-06-03"), to: date("2015-06-16")))
        #expect(period.firstMonday == date("2015-06-01"))
        #expect(period.weekCount == 3)
        #expect(period.week(of: at("2015-06-03T00:00")) == 0)
        #expect(period.week(of: at("2015-06-07T23:59")) == 0)
        #expect(period.week(of: at("2015-06-08T00:00")) == 1)
        #expect(period.week(of: at("2015-06-15T23:59")) == 2)
        #expect(period.week(of: at("2015-06-16T00:00")) == nil)
        #expect(period.week(of: at("2015-06-02T23:59")) == nil)
        #expect(ReplayPeriod(from: date("2015-06-03"), to: date("2015-06-03")) == nil)
    }
}
