// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `A child whose name is typed in another way` {
    private func run(_ body: (TestSite, TestVisitor) async throws -> Void) async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Names").path
        let folder = NamesFolder(path: path)
        let index = ChildIndex(names: try folder.names(), weights: try folder.weights())
        try await TestSite.run(configured: { $0.children = index }) { site in
            for (name, born) in [("Yusuf Rahmani", (2009, 4, 12)), ("Leila Rahmani", (2011, 9, 30))] {
                let details: Details = [
                    .name: .text(name), .sex: .word(name.hasPrefix("Y") ? "male" : "female"),
                    .born: .date(try #require(CivilDate(year: born.0, month: born.1, day: born.2))),
                    .responsible: .word("eastmoor"), .lookedAfter: .flag(false),
                    .address: .text("14 Rowan Street"), .postcode: .word("EM1 2AB"),
                ]
                _ = try await site.partnership.submitTrusted(
                    [Act(.childRegistered, .newChild, occurredAt: .at(site.now), details: details)],
                    by: Actor(worker: "admin", role: .administrator))
            }
            try await body(site, try await site.signedIn(.socialWorker))
        }
    }

    @Test func `is found with the reasons, before a sister, who is marked as one`() async throws {
        try await run { _, worker in
            for path in ["/search?q=Yousef%20Rahmany%2012%2F4%2F2010", "/report?q=Yousef%20Rahmany%2012%2F4%2F2010"] {
                let page = try await worker.get(path).body
                let brother = try #require(page.range(of: "Yusuf Rahmani"), "\(path)")
                let sister = try #require(page.range(of: "Leila Rahmani"), "\(path)")
                #expect(brother.lowerBound < sister.lowerBound)
                #expect(page.contains("Written in another way"))
                #expect(page.contains("is the same name in another spelling"))
                #expect(page.contains("the year is one apart"))
                #expect(page[sister.lowerBound...].contains("Perhaps a brother or sister of whom you mean."))
            }
            #expect(try await worker.get("/search/found?q=Rahmany%20Yousef").body.contains("Yusuf Rahmani"))
        }
    }

    @Test func `is offered before a new record is made, and may be declined`() async throws {
        try await run { _, worker in
            _ = try await worker.get("/report")
            let form = try await worker.send("/report", ["child": "new"]).location
            _ = try await worker.get(form)
            let asked = try await worker.send(form, ["name": "Joseph Rahmani", "born": "12/4/2009"])
            #expect(asked.status == 200)
            #expect(asked.body.contains("Is it one of these?") && asked.body.contains("Yusuf Rahmani"))
            #expect(asked.body.contains("is a form of the same name"))
            let declined = try await worker.send(form, ["isNobodyKnown": "yes"])
            #expect(declined.status == 303)
            let other = try await worker.send("/report", ["child": "new"]).location
            _ = try await worker.get(other)
            #expect(try await worker.send(other, ["name": "Gregor Quimby", "born": "1/2/2008"]).status == 303)
        }
    }

    @Test func `is shown to nobody who may not see the child, and the record says that they were sought`() async throws
    {
        try await run { site, _ in
            let carer = try await site.signedIn(.carer)
            let page = try await carer.get("/search?q=Yousef%20Rahmany%2012%2F4%2F2009").body
            #expect(page.contains("Nobody found whom you may see"))
            #expect(!page.contains("Rahmani") && !page.contains("Written in another way"))
            let none = try await carer.get("/search?q=Quenby%20Tolliver").body
            #expect(
                page.replacing("Yousef Rahmany 12/4/2009", with: "") == none.replacing("Quenby Tolliver", with: ""))
        }
    }
}
