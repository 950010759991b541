// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Partnership
import Procedures
import Testing
import WorkingTime

@Suite struct `A partnership` {
    @Test func `publishes what is recorded, keeps its narrative in the ledger, and has it again after a restart`()
        async throws
    {
        let test = try TestPartnership()
        let child = try await test.setUp()
        try test.setTime("2015-06-05T22:32")
        let receipt = try await test.partnership.submit(
            [
                Act(
                    .reported, .child(child), occurredAt: .at(test.partnership.now),
                    details: test.reported("2015-06-05T22:10"))
            ], by: test.carer)
        let state = test.partnership.state
        let id = try #require(receipt.episode)
        #expect(state.position == receipt.last)
        #expect(state.episode(id)?.facts.careKind == .missingFromCare)
        guard case .event(let event, _)? = try await test.partnership.whole([receipt.last]).first else {
            Issue.record("the entry is there")
            return
        }
        #expect(event.details.text(.circumstances) == "She was not in her room.")
        let again = try test.sameAgain().state
        #expect(again.position == state.position)
        #expect(again.episode(id) == state.episode(id))
        #expect(again.child(child) == state.child(child))
    }

    @Test func `tells followers when the record grows`() async throws {
        let test = try TestPartnership()
        let child = try await test.setUp()
        let changes = test.partnership.changes()
        let receipt = try await test.partnership.submit(
            [Act(.reported, .child(child), occurredAt: .at(test.partnership.now))], by: test.carer)
        var iterator = changes.makeAsyncIterator()
        #expect(await iterator.next() == receipt.last)
    }

    @Test func `records all acts of a submission or none`() async throws {
        let test = try TestPartnership()
        let child = try await test.setUp()
        let before = test.partnership.state.position
        await #expect(throws: Refusal.self) {
            try await test.partnership.submit(
                [
                    Act(.reported, .child(child), occurredAt: .at(test.partnership.now)),
                    Act(.checksCompleted, .sameAsBefore, occurredAt: .at(test.partnership.now + .hours(2))),
                ], by: test.carer)
        }
        #expect(test.partnership.state.position == before)
        #expect(test.partnership.state.openEpisode(of: child) == nil)
    }

    @Test func `answers a stranger as if there were no such child`() async throws {
        let test = try TestPartnership()
        let child = try await test.setUp()
        let stranger = Actor(worker: "x", role: .carer, agency: AgencyID("ash-lodge"))
        await #expect(throws: Refusal.childIsNotKnown) {
            try await test.partnership.submit(
                [Act(.reported, .child(child), occurredAt: .at(test.partnership.now))], by: stranger)
        }
        await #expect(throws: Refusal.childIsNotKnown) {
            try await test.partnership.submit(
                [Act(.reported, .child(ChildID(number: 999)), occurredAt: .at(test.partnership.now))], by: stranger)
        }
    }

    @Test func `does not let a carer classify`() async throws {
        let test = try TestPartnership()
        let child = try await test.setUp()
        _ = try await test.partnership.submit(
            [Act(.reported, .child(child), occurredAt: .at(test.partnership.now))], by: test.carer)
        await #expect(throws: Refusal.notAllowed(.carer, .classified)) {
            try await test.partnership.submit(
                [
                    Act(
                        .classified, .child(child), occurredAt: .at(test.partnership.now),
                        details: [.as: .word("missing"), .rationale: .text("x")])
                ], by: test.carer)
        }
    }

    @Test func `gives a hundred reports at once a hundred places, in one order, with nothing lost`() async throws {
        let test = try TestPartnership()
        let child = try await test.setUp()
        _ = try await test.partnership.submit(
            [Act(.reported, .child(child), occurredAt: .at(test.partnership.now))], by: test.carer)
        let before = test.partnership.state.position
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for number in 1...100 {
                group.addTask {
                    try await test.partnership.submit(
                        [
                            Act(
                                .noteAdded, .child(child), occurredAt: .at(test.partnership.now),
                                details: [.narrative: .text("Note \(number)")])
                        ], by: test.inspector)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(receipts.map(\.last)).count == 100)
        #expect(test.partnership.state.position == before.advanced(by: 100))
        let episode = try #require(test.partnership.state.openEpisode(of: child))
        #expect(episode.history.recorded.map(\.position) == episode.history.recorded.map(\.position).sorted())
        #expect(episode.history.recorded.count == 101)
    }
}
