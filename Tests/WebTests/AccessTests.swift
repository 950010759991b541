// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct `Who may see what` {
    @Test func `hides a child as if there were none`() async throws {
        try await TestSite.run { site in
            let hidden = try await site.report(TestSite.sky)
            let carer = try await site.signedIn(.carer)
            for (path, missing) in [
                ("/children/2", "/children/99"), ("/episodes/\(hidden.number)", "/episodes/99"),
                ("/children/2/pen-picture", "/children/99/pen-picture"),
                ("/episodes/\(hidden.number)/add/note-added", "/episodes/99/add/note-added"),
            ] {
                let (one, other) = (try await carer.get(path), try await carer.get(missing))
                #expect(one.status == 404 && one.body == other.body, "\(path)")
            }
            #expect(!(try await carer.get("/").body.contains("Sky")))
            #expect(try await carer.get("/search?q=sky").body.contains("Nobody found whom you may see"))
            _ = try await carer.get("/report")
            #expect(try await carer.send("/report", ["child": "2"]).status == 404)
            let act = try await carer.send(
                "/episodes/\(hidden.number)/add/note-added", ["narrative": "x", "occurred.how": "now"])
            #expect(act.status == 404)
        }
    }

    @Test func `keeps one's drafts from everybody else`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/report")
            let checks = try await carer.send("/report", ["child": "1"]).location
            #expect(try await carer.get(checks).status == 200)
            try await site.accounts.add(
                email: "day@larch.example", name: "Day", password: TestSite.password, role: .carer,
                agency: AgencyID("larch-house"))
            let other = site.visitor()
            _ = try await other.get("/sign-in")
            _ = try await other.send("/sign-in", ["email": "day@larch.example", "password": TestSite.password])
            #expect(try await other.get(checks).status == 404)
        }
    }
}

@Suite struct `What somebody typed` {
    @Test func `never becomes markup`() async throws {
        try await TestSite.run { site in
            let hostile = "<script>alert(1)</script>\"'><img src=x>"
            let id = try await site.place(hostile, "larch-house", by: "eastmoor")
            guard let id else { return }
            let episode = try await site.report(
                id,
                details: [
                    .circumstances: .text(hostile), .clothing: .text(hostile), .lastSeenAt: .text(hostile),
                    .with: .words([hostile]), .reference: .word(hostile), .from: .word(hostile),
                    .narrative: .text(hostile),
                    .description: .text(hostile), .rationale: .text(hostile), .checked: .words([hostile]),
                ])
            let worker = try await site.signedIn(.socialWorker)
            let carer = try await site.signedIn(.carer)
            for path in [
                "/", "/children", "/children/\(id.number)", "/children/\(id.number)/pen-picture",
                "/episodes/\(episode.number)",
                "/episodes/\(episode.number)/add/note-added", "/search?q=%3Cscript%3E", "/search/found?q=script",
                "/episodes/\(episode.number)/add/notified?to=%22%3E%3Cscript%3E",
                "/episodes/\(episode.number)/add/corrected?what=\(site.partnership.state.position)",
            ] {
                let page = try await worker.get(path).body
                #expect(!page.contains("<script>") && !page.contains("<img"), "\(path)")
            }
            let sent = try await carer.get("/report/sent/\(episode.number)").body
            #expect(sent.contains("&lt;script&gt;") && !sent.contains("<script>"))
        }
    }
}

@Suite struct `The board` {
    @Test func `hears of a change without reloading`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            let listener = TestListener()
            let session = URLSession(configuration: .ephemeral, delegate: listener, delegateQueue: nil)
            let task = session.dataTask(with: try worker.request("GET", "/changes", nil))
            task.resume()
            #expect(try await listener.wait(for: "retry: 3000"))
            try await site.report(TestSite.kezia)
            #expect(try await listener.wait(for: "event: change\ndata: \(site.partnership.state.position)"))
            task.cancel()
            session.invalidateAndCancel()
            #expect(try await worker.get("/board/part").body.contains("Kezia Adams, 14"))
        }
    }

    @Test func `puts absent children apart and never forgets them`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let police = try await site.signedIn(.dutyInspector)
            _ = try await police.get("/episodes/1/add/classified")
            let answer = try await police.send(
                "/episodes/1/add/classified", ["as": "absent", "rationale": "With her aunt.", "occurred.how": "now"])
            #expect(answer.status == 303)
            let board = try await police.get("/").body
            #expect(board.contains("No child is missing now") && board.contains("Absent now, under review"))
        }
    }
}
