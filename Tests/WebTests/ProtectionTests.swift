// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `A record restricted to named people` {
    @Test func `is not there for anybody else`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager, .socialWorker, .carer])
            let episode = try await site.report(TestSite.kezia)
            let (carer, worker) = (try await site.signedIn(.carer), try await site.signedIn(.socialWorker))
            #expect(try await carer.get("/children/1").status == 200)
            let manager = try await site.restrict()
            for visitor in [carer, worker] {
                for (path, absent) in [
                    ("/children/1", "/children/99"), ("/children/1/why", "/children/99/why"),
                    ("/episodes/\(episode.number)", "/episodes/99"),
                    ("/children/1/open-record", "/children/99/open-record"),
                ] {
                    let (hidden, none) = (try await visitor.get(path), try await visitor.get(absent))
                    #expect(hidden.status == 404 && hidden.body == none.body, "\(path)")
                }
                for path in ["/", "/search?q=kezia", "/search/found?q=kezia", "/children"] {
                    #expect(!(try await visitor.get(path).body.contains("Adams")), "\(path)")
                }
            }
            let page = try await manager.get("/children/1/protection").body
            #expect(page.contains("honour-based violence".capitalisedFirst) && page.contains("Change the list"))
        }
    }

    @Test func `is opened only by who knows exactly whom they look for, and says why`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager, .edt])
            try await site.add([.edt])
            _ = try await site.restrict()
            let duty = try await site.signedIn(.edt)
            #expect(try await duty.get("/search?q=kezia").body.contains("/danger"))
            #expect(try await duty.get("/danger").status == 200)
            let born = try #require(site.partnership.state.child(TestSite.kezia)?.facts.born)
            let right = ["name": "Kezia Adams", "born": TimeText.write(born), "reason": "She rang from an airport."]
            let nobody = try await duty.send("/danger", right.merging(["name": "Nobody Atall"]) { $1 })
            let wrongDay = try await duty.send("/danger", right.merging(["born": "2001-01-01"]) { $1 })
            #expect(nobody.status == 422 && wrongDay.status == 422)
            #expect(
                nobody.body.contains("Nobody is found by exactly that") && wrongDay.body.contains("Nobody is found by"))
            let silent = try await duty.send("/danger", right.merging(["reason": "."]) { $1 })
            #expect(silent.status == 422 && silent.body.contains("Say why, in a sentence"))
            #expect(try await duty.get("/children/1").status == 404)
            #expect(try await duty.send("/danger", right).location == "/children/1")
            let page = try await duty.get("/children/1")
            #expect(page.status == 200 && page.body.contains("You have opened this record"))
            site.advance(by: .hours(9))
            #expect(try await site.signedIn(.edt).get("/children/1").status == 404)
        }
    }

    @Test func `is opened by nobody whose role may not`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager])
            _ = try await site.restrict()
            let born = try #require(site.partnership.state.child(TestSite.kezia)?.facts.born)
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/danger")
            let tried = ["name": "Kezia Adams", "born": TimeText.write(born), "reason": "She rang from an airport."]
            let answer = try await worker.send("/danger", tried)
            #expect(answer.status == 422 && answer.body.contains("Nobody is found by exactly that"))
            #expect(try await site.signedIn(.carer).get("/danger").status == 404)
        }
    }
}

@Suite struct `What somebody opened` {
    @Test func `waits for another to look at it, and is then done`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager, .edt])
            try await site.add([.edt])
            let manager = try await site.restrict()
            #expect(try await manager.get("/reviews").body.contains("Nothing waits for you"))
            try await site.breakGlass()
            let board = try await manager.get("/").body
            #expect(board.contains("Opened by somebody else") && board.contains("1 opened record"))
            let queue = try await manager.get("/reviews").body
            #expect(queue.contains("She rang from an airport") && queue.contains("Kezia Adams"))
            let form = try #require(queue.firstMatch(of: /href="([^"]+glass-break-reviewed[^"]+)"/)).1
            let address = String(form)
            #expect(try await manager.get(address).body.contains("She rang from an airport"))
            let what = String(address.split(separator: "=").last ?? "")
            let duty = try await site.signedIn(.edt)
            _ = try await duty.get("/reviews")
            let own = try await duty.send(
                "/children/1/add/glass-break-reviewed", ["what": what, "result": "All well.", "occurred.how": "now"])
            #expect(own.status != 303)
            _ = try await manager.get(address)
            let done = try await manager.send(
                "/children/1/add/glass-break-reviewed",
                ["what": what, "result": "Needed: she was found.", "occurred.how": "now"])
            #expect(done.location == "/reviews")
            #expect(try await manager.get("/reviews").body.contains("Nothing waits for you"))
            #expect(try await manager.get("/children/1/protection").body.contains("Reviewed"))
        }
    }

    @Test func `is overdue after the next working day`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager, .edt])
            try await site.add([.edt])
            _ = try await site.restrict()
            try await site.breakGlass()
            // Friday night: the next working day is Monday.
            try site.setTime("2015-06-08T17:00")
            #expect(!(try await site.signedIn(.teamManager).get("/reviews").body.contains("Overdue")))
            try site.setTime("2015-06-09T09:00")
            #expect(try await site.signedIn(.teamManager).get("/reviews").body.contains("Overdue"))
        }
    }
}

@Suite struct `Where a child is` {
    @Test func `is held back from everybody who is not named, also from carers`() async throws {
        try await TestSite.run { site in
            try await site.knowWorkers([.teamManager])
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.get("/children/1").body.contains("in Eastmoor, since"))
            let manager = try await site.signedIn(.teamManager)
            _ = try await manager.get("/children/1/add/location-shielded")
            let answer = try await manager.send(
                "/children/1/add/location-shielded",
                [
                    "names": "team-manager-eastmoor-example", "reason": "Her father asks where she lives.",
                    "occurred.how": "now",
                ])
            #expect(answer.location == "/children/1/protection?recorded=location-shielded")
            let main = try await carer.get("/children/1").body.components(separatedBy: "<main").last ?? ""
            #expect(!main.contains("in Eastmoor, since"))
            #expect(try await manager.get("/children/1").body.contains("in Eastmoor, since"))
            let why = try await carer.get("/children/1/why").body
            #expect(why.contains("held back"))
        }
    }
}

@Suite struct `Why somebody sees what they see` {
    @Test func `is said of every part, as the table answers`() async throws {
        try await TestSite.run { site in
            for role in [Role.carer, .dutyInspector, .socialWorker, .teamManager] {
                let page = try await site.signedIn(role).get("/children/1/why")
                #expect(page.status == 200)
                let access = Access(TestSite.actor(role), in: site.partnership.state, at: site.now)
                for part in RecordPart.allCases {
                    let answer = access.answer(.see, part, of: TestSite.kezia)
                    let says = answer.says.first.map { $0.replacing("'", with: "&#39;") } ?? ""
                    #expect(page.body.contains(part.spoken.capitalisedFirst.replacing("'", with: "&#39;")), "\(part)")
                    #expect(page.body.contains(says), "\(role) \(part): \(says)")
                }
            }
        }
    }
}

extension TestSite {
    /// The record knows these people by their short names.
    fileprivate func knowWorkers(_ roles: [Role]) async throws {
        let acts = roles.map { role in
            Act(
                .workerAdded, .partnership, occurredAt: .at(now),
                details: [
                    .worker: .word(TestSite.actor(role).worker ?? ""), .name: .text("The \(role.spoken)"),
                    .role: .word(role.rawValue), .agency: .word(TestSite.agency(of: role).name),
                ])
        }
        _ = try await partnership.submitTrusted(acts, by: Actor(worker: "admin", role: .administrator))
    }

    /// The team manager restricts the child's record to themselves, on the page for it.
    fileprivate func restrict() async throws -> TestVisitor {
        let manager = try await signedIn(.teamManager)
        #expect(try await manager.get("/children/1/protection").body.contains("It is not restricted"))
        _ = try await manager.get("/children/1/add/access-restricted")
        let answer = try await manager.send(
            "/children/1/add/access-restricted",
            [
                "ground": "honour-based-violence", "names": "team-manager-eastmoor-example",
                "reason": "Her family looks for her.", "occurred.how": "now",
            ])
        #expect(answer.location == "/children/1/protection?recorded=access-restricted")
        return manager
    }

    /// Somebody of the emergency duty team opens it.
    fileprivate func breakGlass() async throws {
        let duty = try await signedIn(.edt)
        _ = try await duty.get("/danger")
        let born = try #require(partnership.state.child(TestSite.kezia)?.facts.born)
        let answer = try await duty.send(
            "/danger",
            ["name": "Kezia Adams", "born": TimeText.write(born), "reason": "She rang from an airport.", "hours": "4"])
        #expect(answer.location == "/children/1")
    }
}
