// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework
@testable import Web

@Suite struct `The register of concern on pages` {
    private static let place: Details = [
        .name: .text("Car park behind the Regal"), .toldBy: .text("A night officer"), .confidence: .word("likely"),
        .next: .time(.at(at("2015-09-20T09:00"))),
    ]

    @Test func `is entered, found in the list and opened by who may read it`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/concerns/record?act=place-of-concern-entered")
            let sent = try await worker.send(
                "/concerns/record",
                [
                    "act": "place-of-concern-entered", "name": "Flat <4>", "toldBy": "A neighbour",
                    "confidence": "possible", "kind": "address", "occurred.how": "now", "next.how": "day",
                    "next.date": "2015-10-01",
                ])
            #expect(sent.status == 303)
            let page = try await worker.get(sent.location).body
            #expect(page.contains("Flat &lt;4&gt;") && page.contains("A neighbour"))
            #expect(try await worker.get("/concerns").body.contains("Flat &lt;4&gt;"))
            for role in [Role.carer, .interviewer, .analyst] {
                let other = try await site.signedIn(role)
                #expect(try await other.get("/concerns").status == 404, "\(role)")
                #expect(try await other.get("/concerns/network").status == 404, "\(role)")
                #expect(try await other.get(sent.location).status == 404, "\(role)")
            }
        }
    }

    @Test func `says first what should have been looked at again`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            try await site.register(.placeOfConcernEntered, Self.place)
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/concerns").body.contains("Every entry has been looked at in its time."))
            try site.setTime("2015-09-21T09:00")
            let late = try await site.signedIn(.socialWorker).get("/concerns").body
            #expect(late.contains("To look at again now: 1") && late.contains("Overdue"))
        }
    }

    @Test func `has a plan of its own, line by line, for whoever may read the entry`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let number = try await site.register(.placeOfConcernEntered, Self.place)
            let kept = try await site.register(.placeOfConcernEntered, Self.place)
            _ = try await site.register(
                .entryOfConcernRestricted,
                [.concern: .number(kept), .names: .words([]), .reason: .text("R.")], trusted: true)
            let manager = try await site.signedIn(.teamManager)
            let path = "/concerns/\(number)/plan"
            let line = [
                "word": "plan-line-written", "goal": "pursue", "action": "Light the <corner>.", "owner": "supervisor",
                "due.how": "day", "due.date": "2015-09-01", "occurred.how": "now",
            ]
            #expect(try await manager.get("\(path)?word=plan-line-written&goal=pursue").body.contains("Write a line"))
            let sent = try await manager.send(path, line)
            #expect(sent.status == 303 && sent.location.hasPrefix(path), "\(sent.body.prefix(400))")
            let page = try await manager.get(path).body
            #expect(page.contains("Light the &lt;corner&gt;.") && page.contains("Overdue: 1."))
            #expect(try await manager.get("/concerns/\(number)").body.contains("0 of 1 done. Overdue: 1."))
            let written = try #require(site.partnership.state.planLines.about(number).first)
            #expect(written.kind == .disruption)
            #expect(!(try await manager.get("/area-plan").body.contains("Light the")))
            let progressed = [
                "word": "plan-line-progressed", "line": "\(written.number)", "outcome": "done", "occurred.how": "now",
            ]
            #expect(try await manager.send("/area-plan", progressed).status == 404, "it is no line of the area's plan")
            #expect(try await manager.send(path, progressed).status == 303)
            #expect(try await manager.get("/concerns/\(number)").body.contains("1 of 1 done."))
            for hidden in ["/concerns/\(kept)/plan", "/concerns/9999/plan"] {
                #expect(try await manager.get(hidden).status == 404)
                #expect(try await manager.send(hidden, line).status == 404)
            }
            #expect(try await site.signedIn(.carer).get(path).status == 404)
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get(path).body.contains("Light the"))
            #expect(try await worker.send(path, line).status == 404, "social workers do not write plans of the area")
            let smuggled = Act(
                .planLineWritten, .partnership, occurredAt: .at(site.now),
                details: [
                    .kind: .word("disruption-plan"), .goal: .word("pursue"), .action: .text("A."), .what: .number(kept),
                ])
            await #expect(throws: Refusal.entryIsNotHere(Position(Int64(kept)))) {
                _ = try await site.partnership.submit([smuggled], by: TestSite.actor(.teamManager))
            }
        }
    }

    @Test func `keeps an entry from whom it does not name, and from their forms`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let number = try await site.register(.placeOfConcernEntered, Self.place)
            _ = try await site.register(
                .entryOfConcernRestricted,
                [.concern: .number(number), .names: .words([]), .reason: .text("R.")], trusted: true)
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/concerns/\(number)").status == 404)
            #expect(!(try await worker.get("/concerns").body.contains("Regal")))
            let form = "/children/\(TestSite.kezia.number)/add/tied-to-concern"
            #expect(!(try await worker.get(form).body.contains("Regal")))
            let sent = try await worker.send(
                form,
                [
                    "concern": "\(number)", "kind": "went-there", "confidence": "likely", "occurred.how": "now",
                ])
            #expect(sent.status == 422)
        }
    }

    @Test func `ties a child, draws it, and names no child whom the reader may not see`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let number = try await site.register(.placeOfConcernEntered, Self.place)
            for child in [TestSite.kezia, TestSite.sky] {
                let episode = try await site.report(child)
                _ = try await site.partnership.submitTrusted(
                    [
                        Act(
                            .located, .episode(episode), occurredAt: .at(site.now),
                            details: [.concern: .number(number), .found: .text("By the wall")])
                    ], by: TestSite.actor(.dutyInspector))
            }
            let worker = try await site.signedIn(.socialWorker)
            let page = try await worker.get("/concerns/\(number)").body
            #expect(page.contains("Kezia Adams") && page.contains("Found there"))
            #expect(!page.contains("Sky Winter"))
            let drawn = try await worker.get("/concerns/network").body
            #expect(drawn.contains("<svg") && drawn.contains("href=\"#line-1\"") && drawn.contains("id=\"line-1\""))
            #expect(drawn.contains("Kezia Adams") && !drawn.contains("Sky Winter"))
            let child = try await worker.get("/children/\(TestSite.kezia.number)").body
            #expect(child.contains("Car park behind the Regal"))
            let carer = try await site.signedIn(.carer).get("/children/\(TestSite.kezia.number)").body
            #expect(!carer.contains("Car park behind the Regal"))
        }
    }

    @Test func `is laid out the same way each time, with nothing on top of another`() {
        let lines = (1...12).map { number in
            Network.Line(
                first: .child(ChildID(number: UInt32(number))), second: .entry(number % 5 + 20), ties: [])
        }
        let column: (Network.Point) -> NetworkLayout.Column = { point in
            if case .entry(let number) = point { return number % 2 == 0 ? .places : .people }
            return .children
        }
        let (one, other) = (NetworkLayout(lines, column: column), NetworkLayout(lines.reversed(), column: column))
        #expect(one.columns == other.columns)
        let spots = one.columns.flatMap { $0 }.compactMap { one.spot(of: $0) }
        #expect(Set(spots).count == 17 && spots.allSatisfy { 0 < $0.y && $0.y < one.height })
    }
}

extension TestSite {
    /// Records an event of the register; returns its number.
    @discardableResult
    func register(_ word: EventWord, _ details: Details, trusted: Bool = false) async throws -> Int {
        if trusted {
            // A list of names that holds no visitor of these tests.
            try await partnership.keep([
                Event(
                    word, occurredAt: .at(now), recordedAt: now, by: TestSite.actor(.missingCoordinator),
                    details: details)
            ])
            return Int(partnership.state.position.number)
        }
        let receipt = try await partnership.submitTrusted(
            [Act(word, .partnership, occurredAt: .at(now), details: details)],
            by: TestSite.actor(.missingCoordinator))
        return Int(receipt.first.number)
    }
}

private func at(_ text: String) -> Instant {
    do { return try TimeText.instant(text) } catch { preconditionFailure("the test's own time is well-formed") }
}
