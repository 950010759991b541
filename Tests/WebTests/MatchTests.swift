// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `Records that may be of one child` {
    private static let roles: [Role] = [.teamManager, .socialWorker, .missingCoordinator]

    private func run(_ body: (TestSite, [ChildID]) async throws -> Void) async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Names").path
        let folder = NamesFolder(path: path)
        let index = ChildIndex(names: try folder.names(), weights: try folder.weights())
        try await TestSite.run(configured: { $0.children = index }) { site in
            var made: [ChildID] = []
            for (name, born) in [
                ("Yusuf Rahmani", (2009, 4, 12)), ("Yousef Rahmany", (2009, 4, 12)), ("Leila Rahmani", (2011, 9, 30)),
            ] {
                let receipt = try await register(
                    name, born, [.responsible: .word("eastmoor"), .school: .word("hill-school")], site)
                made.append(try #require(receipt.child))
            }
            try await body(site, made)
        }
    }

    private func register(
        _ name: String, _ born: (Int, Int, Int), _ more: Details, _ site: TestSite
    ) async throws -> Receipt {
        let details: Details = [
            .name: .text(name), .sex: .word("male"),
            .born: .date(try #require(CivilDate(year: born.0, month: born.1, day: born.2))),
            .lookedAfter: .flag(false), .address: .text("14 Rowan Street"), .postcode: .word("EM1 2AB"),
        ]
        return try await site.partnership.submitTrusted(
            [Act(.childRegistered, .newChild, occurredAt: .at(site.now), details: details.replacing(with: more))],
            by: Actor(worker: "admin", role: .administrator))
    }

    private func pair(_ made: [ChildID]) -> String { "/matches/pair?one=\(made[0].number)&other=\(made[1].number)" }

    @Test func `are listed with their reasons in words, and who else it may be beside them`() async throws {
        try await run { site, made in
            let manager = try await site.signedIn(.teamManager)
            let list = try await manager.get("/matches").body
            #expect(list.contains("Yusuf Rahmani, \(made[0].number) and Yousef Rahmany, \(made[1].number)"))
            #expect(!list.contains("Leila"))
            let page = try await manager.get(pair(made)).body
            #expect(page.contains("The birth date is the same."))
            #expect(page.contains("The forename is a form of the same name."))
            #expect(page.contains("The surname is the same name in another spelling."))
            #expect(page.contains("This speaks for it."))
            let rivals = try #require(page.range(of: "Who else it may be"))
            #expect(page[rivals.lowerBound...].contains("Leila Rahmani"))
            #expect(page[rivals.lowerBound...].contains("Perhaps a brother or sister"))
        }
    }

    @Test func `are joined by a manager, shown as one everywhere, and parted again`() async throws {
        try await run { site, made in
            let manager = try await site.signedIn(.teamManager)
            let number = "\(made[0].number)"
            let form = ["one": number, "other": "\(made[1].number)", "kept": number, "do": "join"]
            _ = try await manager.get(pair(made))
            let refused = try await manager.send("/matches/pair", form)
            #expect(refused.status == 422 && refused.body.contains("Say why"))
            let joined = try await manager.send(
                "/matches/pair", form.merging(["reason": "His mother says so."]) { $1 })
            #expect(joined.location == "/matches?recorded=joined")
            let list = try await manager.get("/matches").body
            #expect(list.contains("are shown as number \(number)") && list.contains("His mother says so."))
            for child in made.prefix(2) {
                let page = try await manager.get("/children/\(child.number)").body
                #expect(page.contains("<h1>Yusuf Rahmani"))
                #expect(page.contains("Records \(number) and \(made[1].number) are shown here as one child."))
            }
            #expect(try await !manager.get("/search?q=Rahmany").body.contains("/children/\(made[1].number)\""))
            let entry = try #require(site.partnership.state.joins.joins.last).position
            let parted = try await manager.send(
                "/matches/pair", ["do": "part", "entry": "\(entry.number)", "reason": "They are two after all."])
            #expect(parted.location == "/matches?recorded=parted")
            #expect(try await manager.get("/children/\(made[1].number)").body.contains("<h1>Yousef Rahmany"))
            #expect(try await manager.get("/matches").body.contains("They are two after all."))
        }
    }

    @Test func `are decided on by a social worker, who joins nobody, and taken back`() async throws {
        try await run { site, made in
            let worker = try await site.signedIn(.socialWorker)
            let page = try await worker.get(pair(made)).body
            #expect(!page.contains("join the records") && page.contains("a manager may join them"))
            let form = ["one": "\(made[0].number)", "other": "\(made[1].number)", "reason": "Two boys."]
            let joining = try await worker.send(
                "/matches/pair", form.merging(["do": "join", "kept": "\(made[0].number)"]) { $1 })
            #expect(joining.status == 422 && site.partnership.state.joins.joins.isEmpty)
            let decided = try await worker.send("/matches/pair", form.merging(["do": "not-same"]) { $1 })
            #expect(decided.location == "/matches?recorded=not-same")
            let list = try await worker.get("/matches").body
            #expect(list.contains("Two children") && !list.contains("To decide"))
            let entry = try #require(site.partnership.state.joins.comparisons.last).position
            _ = try await worker.send(
                "/matches/pair", ["do": "withdraw", "entry": "\(entry.number)", "reason": "I was wrong."])
            #expect(try await worker.get("/matches").body.contains("To decide (1)"))
        }
    }

    @Test func `are not there for who may not see both`() async throws {
        try await run { site, made in
            let hidden = try await register(
                "Yusuf Rahmani", (2009, 4, 12), [.responsible: .word("northvale")], site)
            let other = try #require(hidden.child)
            try await site.add([.missingCoordinator])
            for role in [Role.teamManager, .socialWorker] {
                let visitor = try await site.signedIn(role)
                let list = try await visitor.get("/matches").body
                #expect(!list.contains("other=\(other.number)\"") && !list.contains(", \(other.number)<"), "\(role)")
                let asked = try await visitor.get("/matches/pair?one=\(made[0].number)&other=\(other.number)")
                let absent = try await visitor.get("/matches/pair?one=\(made[0].number)&other=99999")
                let typed = { (number: String) in
                    "name=\"other\" inputmode=\"numeric\" autocomplete=\"off\" value=\"\(number)\""
                }
                #expect(asked.body.contains(typed("\(other.number)")))
                #expect(asked.body.replacing(typed("\(other.number)"), with: typed("99999")) == absent.body)
                let form = ["one": "\(made[0].number)", "kept": "\(made[0].number)", "do": "same", "reason": "R."]
                let sent = try await visitor.send("/matches/pair", form.merging(["other": "\(other.number)"]) { $1 })
                #expect(sent.status == 422)
            }
            #expect(site.partnership.state.joins.comparisons.isEmpty)
            for role in [Role.carer, .interviewer, .analyst, .administrator] {
                let visitor = try await site.signedIn(role)
                #expect(try await visitor.get("/matches").status == 404, "\(role)")
            }
        }
    }

    @Test func `are not looked for where there are no names, which the page and the health page say`() async throws {
        let why = "Names, line 3: no such word."
        try await TestSite.run(configured: { $0.namesFinding = why }) { site in
            let manager = try await site.signedIn(.teamManager)
            #expect(try await manager.get("/matches").body.contains("Likenesses are not looked for."))
            let administrator = try await site.signedIn(.administrator)
            #expect(try await administrator.get("/").body.contains(why))
        }
        try await TestSite.run { site in
            let administrator = try await site.signedIn(.administrator)
            #expect(try await !administrator.get("/").body.contains("Not working"))
        }
    }

    @Test func `are not decided on through any other way in by who may not know of both`() async throws {
        try await run { site, made in
            let other = try #require(
                try await register("Yusuf Rahmani", (2009, 4, 12), [.responsible: .word("northvale")], site).child)
            let manager = TestSite.actor(.teamManager)
            for number in [Int(other.number), 99_999] {
                let act = Act(
                    .childrenJoined, .partnership, occurredAt: .at(site.now),
                    details: [
                        .what: .number(Int(made[0].number)), .withChildren: .numbers([number]), .reason: .text("R."),
                    ])
                await #expect(throws: Refusal.childIsNotKnown) {
                    try await site.partnership.submit([act], by: manager)
                }
            }
        }
    }
}
