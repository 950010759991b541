// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `A return whose child is known in another way` {
    private static let now = Instant(secondsSince1970: 1_525_000_000)
    private let authority = AgencyID("eastmoor")

    private func index() throws -> ChildIndex {
        let names = NamesFolder(path: Samples.root.appending(path: "Names").path)
        return ChildIndex(names: try names.names(), weights: try names.weights())
    }

    /// Child 101 of the small return, with a pupil number: a boy born on 5 June 2008, at home in B15 8PZ.
    private func source(upn: String = "A123456789012") throws -> ReturnIntoRecord {
        var files = SmallReturn.files
        files["a.csv"] =
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,M,05/06/2008,WBRI,\(upn),,\n102,F,01/02/2010,APKN,,,\n"
        return ReturnIntoRecord(
            try LoadedReturn.load([try Folder(files).path]), authority: authority, now: Self.now, index: try index())
    }

    private func state(_ children: [Details]) throws -> State {
        var state = State()
        let acts = children.map { details in
            var details = details
            if details[.name] == nil { details[.name] = .text("Idris Oyelaran") }
            return Act(.childRegistered, .newChild, occurredAt: .at(Self.now - .days(40)), details: details)
        }
        for act in acts { try apply([act], to: &state) }
        return state
    }

    private func apply(_ acts: [Act], to state: inout State) throws {
        for event in try decide(acts, by: Actor(role: .administrator), at: Self.now, in: state) {
            state.apply(event, at: state.position.next)
        }
    }

    private var born: DetailValue {
        get throws { .date(try #require(CivilDate(year: 2008, month: 6, day: 5))) }
    }

    @Test func `by pupil number, is taken for that child, who is known by the reference from then on`() throws {
        var state = try state([[.upn: .word("A123456789012"), .born: try born]])
        let source = try source()
        let plan = source.plan(in: state)
        #expect(plan.report.toDecide.isEmpty)
        try apply(plan.acts, to: &state)
        #expect(state.children.count == 2)
        let child = try #require(state.child(ChildID(number: 1)))
        #expect(child.facts.identity.word(.childReference) == "101" && child.facts.name == "Idris Oyelaran")
        #expect(!child.facts.placements.isEmpty)
        #expect(source.plan(in: state).changesNothing)
    }

    @Test func `by a pupil number with another birth date, goes to a person, and nothing of theirs is taken`() throws {
        var state = try state([
            [.upn: .word("A123456789012"), .born: .date(try #require(CivilDate(year: 2007, month: 1, day: 9)))]
        ])
        let plan = try source().plan(in: state)
        #expect(
            plan.report.toDecide.map(\.says).contains { $0.contains("this pupil number here and another birth date") })
        try apply(plan.acts, to: &state)
        #expect(state.children.count == 2)
        #expect(try #require(state.child(ChildID(number: 1))).facts.placements.isEmpty)
        #expect(state.children.values.allSatisfy { $0.facts.identity.word(.childReference) != "101" })
    }

    @Test func `by birth date and home, goes to a person, for it may be a twin`() throws {
        let state = try state([[.born: try born, .sex: .word("male"), .postcode: .word("B15 8PZ")]])
        let plan = try source(upn: "").plan(in: state)
        #expect(plan.report.toDecide.count == 1)
        #expect(plan.report.toDecide.first?.says.hasPrefix("It may be child 1.") ?? false)
        #expect(plan.report.toDecide.first?.value == "101")
    }

    @Test func `under another authority, or another reference of this one, goes to a person`() throws {
        for more in [
            [.responsible: .word("northvale")] as Details,
            [.responsible: .word("eastmoor"), .childReference: .word("77")],
        ] {
            let known: Details = [.upn: .word("A123456789012"), .born: try born]
            let plan = try source().plan(in: try state([known.replacing(with: more)]))
            #expect(plan.report.toDecide.count == 1, "\(more)")
        }
    }

    @Test func `by the reference of a record that was joined to another, is that child`() throws {
        var state = try state([
            [.responsible: .word("eastmoor"), .childReference: .word("77"), .name: .text("Idris Oyelaran")],
            [.responsible: .word("eastmoor"), .childReference: .word("101"), .name: .text("Idriss Oyelaran")],
        ])
        try apply(
            [
                Act(
                    .childrenJoined, .partnership, occurredAt: .at(Self.now),
                    details: [.what: .number(1), .withChildren: .numbers([2]), .reason: .text("One boy.")])
            ], to: &state)
        let plan = try source().plan(in: state)
        #expect(plan.report.toDecide.isEmpty)
        try apply(plan.acts, to: &state)
        #expect(try #require(state.child(ChildID(number: 1))).facts.placements.count == 2)
    }
}
