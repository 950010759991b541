// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Ledger
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `Every look at a child` {
    @Test func `leaves one trace with its part, whatever the page`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let worker = try await site.signedIn(.socialWorker)
            // What programs are shown leaves its traces in `ProgramRouteTests`.
            for route in Routes.all where route.method == .get && !route.names.isEmpty && !route.rule.isForClients {
                guard let (act, part) = route.rule.asked, !route.names.contains("draft") else { continue }
                site.advance(by: .minutes(2))
                let path = route.path.replacing("{child}", with: "1").replacing("{episode}", with: "\(episode.number)")
                    .replacing("{word}", with: route.path.hasPrefix("/children") ? "concern-raised" : "note-added")
                guard !path.contains("{") else { continue }
                let answer = try await worker.get(path)
                let all = try await site.looks(since: site.now)
                let noted = all.filter { $0.child == TestSite.kezia }
                // What was asked for of a pupil's case that isn't one is a look all the same.
                if answer.status == 404, !path.hasSuffix("/education") {
                    #expect(all.map(\.kind) == [.refused], "\(path)")
                } else {
                    let kinds = noted.filter { $0.kind != .listed }
                    #expect(kinds.map(\.kind) == [act == .export ? .exported : .looked], "\(path): \(answer.status)")
                    #expect(kinds.map(\.part) == [part] && kinds.map(\.route) == [route.path], "\(path)")
                    #expect(kinds.first?.by.worker == "social-worker-eastmoor-example")
                }
            }
        }
    }

    @Test func `is one look, however often the page refreshes itself`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let worker = try await site.signedIn(.socialWorker)
            for _ in 0..<3 {
                _ = try await worker.get("/episodes/\(episode.number)")
                for _ in 0..<4 {
                    site.advance(by: .minutes(1))
                    _ = try await worker.get("/episodes/\(episode.number)/part", refreshing: true)
                    _ = try await worker.get("/board/part", refreshing: true)
                }
            }
            let noted = try await site.looks(since: site.now - .hours(1))
            #expect(noted.filter { $0.kind == .looked }.count == 3, "each time that somebody asked for it")
            #expect(noted.filter { $0.kind == .listed }.count == 1, "once in half an hour")
        }
    }

    @Test func `is noted wherever a child is named`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            try await site.report(TestSite.sky)
            let names = [(TestSite.kezia, "Kezia"), (TestSite.sky, "Sky")]
            for role in [Role.carer, .socialWorker, .dutyInspector, .teamManager] {
                for route in Routes.all
                where route.method == .get && route.path != "/changes" && !route.rule.isForClients {
                    site.advance(by: .minutes(31))
                    let visitor = try await site.signedIn(role)
                    var path = route.path.replacing("{child}", with: "1").replacing("{word}", with: "note-added")
                    path = path.replacing("{episode}", with: "\(episode.number)").replacing("{pack}", with: "small")
                    if path.hasPrefix("/search") { path += "?q=a" }
                    guard !path.contains("{") else { continue }
                    let body = try await visitor.get(path).body
                    let noted = Set(try await site.looks(since: site.now).filter { $0.kind != .refused }.map(\.child))
                    for (child, name) in names where body.contains(name) {
                        #expect(noted.contains(child), "\(role) sees \(name) at \(path)")
                    }
                }
            }
        }
    }

    @Test func `that is refused is noted too, and answered as one who isn't there`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            let (hidden, absent) = (try await carer.get("/children/2"), try await carer.get("/children/9999"))
            #expect(hidden.status == 404 && hidden.body == absent.body)
            let refused = try await site.looks(since: site.now).filter { $0.kind == .refused }
            #expect(refused.map { $0.child?.number } == [2, 9_999])
            #expect(refused.allSatisfy { $0.by.role == .carer && $0.route == "/children/{child}" })
        }
    }

    @Test func `that comes of a search is noted with what was searched for`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/search?q=kezia")
            _ = try await carer.get("/search/found?q=sky%20wint", refreshing: true)
            _ = try await carer.get("/search?q=nobody%20of%20that%20name")
            _ = try await carer.get("/search?q=")
            let noted = try await site.looks(since: site.now).filter { $0.kind != .signedIn }
            #expect(noted.map(\.kind) == [.found, .soughtInVain, .searched])
            #expect(noted.map { $0.child?.number } == [1, 2, nil])
            #expect(noted.map(\.words) == ["kezia", "sky wint", "nobody of that name"])
        }
    }
}

@Suite struct `While looks cannot be noted` {
    @Test func `records are closed, and a missing child can be reported all the same`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.sky)
            let carer = try await site.signedIn(.carer)
            let police = try await site.signedIn(.dutyInspector)
            #expect(try await carer.get("/children/1").status == 200)
            try site.breakLooks(true)
            site.advance(by: .minutes(2))
            // The first look after the disk failed is told to the writer, who then says so.
            _ = try await carer.get("/children/1")
            try? await site.looks.settle()
            for path in ["/children/1", "/children/1/pen-picture", "/search?q=kez", "/search/found?q=kez", "/children"]
            {
                site.advance(by: .minutes(2))
                let answer = try await carer.get(path)
                #expect(answer.status == 503 && answer.body.contains("Records are closed"), "\(path)")
                #expect(!answer.body.contains("Kezia"), "\(path)")
            }
            // Who may not see a child cannot tell that from the answer.
            let (hidden, absent) = (try await carer.get("/children/2"), try await carer.get("/children/9999"))
            #expect(hidden.status == 503 && hidden.body == absent.body)
            #expect(try await police.get("/").status == 503)
            #expect(try await police.get("/protocols").status == 200)
            try await Self.report(as: carer)
            #expect(site.partnership.state.openEpisode(of: TestSite.kezia) != nil)
            let form = try await police.get("/episodes/\(episode.number)/add/note-added")
            #expect(form.status == 200)
            try site.breakLooks(false)
            site.advance(by: .minutes(2))
            #expect(try await carer.get("/children/1").body.contains("Kezia"))
            let kinds = try await site.looks(since: site.now - .hours(20)).filter { $0.child == TestSite.kezia }
            #expect(kinds.contains { $0.route == "/report/{draft}/checks" }, "what went on is noted afterwards")
        }
    }

    @Test func `a board is closed that was shown a moment ago`() async throws {
        try await TestSite.run { site in
            _ = try await site.report(TestSite.sky)
            let carer = try await site.signedIn(.carer)
            let police = try await site.signedIn(.dutyInspector)
            for _ in 0..<3 { #expect(try await police.get("/").body.contains("Sky")) }
            try site.breakLooks(true)
            _ = try await carer.get("/children/1")
            try? await site.looks.settle()
            #expect(try await police.get("/").status == 503)
            try site.breakLooks(false)
            #expect(try await police.get("/").body.contains("Sky"))
        }
    }

    private static func report(as carer: TestVisitor) async throws {
        #expect(try await carer.get("/report").status == 200)
        let checks = try await carer.send("/report", ["child": "1"]).location
        #expect(try await carer.get(checks).status == 200)
        let seen = try await carer.send(checks, ["checked": "room"]).location
        _ = try await carer.get(seen)
        let answers = try await carer.send(
            seen, ["missingSince.how": "now", "circumstances": "Not in her room."]
        ).location
        _ = try await carer.get(answers)
        let send = answers.replacing("/answers", with: "/send")
        #expect(try await carer.send(send, ["harm": "no", "before": "no"]).status == 303)
    }
}

extension RouteRule {
    /// The act and the part of a child's record that it asks for.
    fileprivate var asked: (RecordAct, RecordPart)? {
        switch self {
        case .child(let act, let part), .episode(let act, let part): (act, part)
        case .recordsOnChild(let part), .recordsOnEpisode(let part): (.add, part)
        case .both(let first, let second): second.asked ?? first.asked
        default: nil
        }
    }
}
