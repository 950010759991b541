// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

/// Asks for every operation about a child of the program's own, about another and about nobody.
@Suite struct `Everything that programs may ask for` {
    /// What each operation is sent so that it would be recorded where that is allowed.
    private static let bodies: [String: String] = [
        "searchChildren": #"{"name": "Kezia Adams"}"#,
        "report": #"{"child": CHILD, "details": {"missingSince": "2015-06-05T22:00"}}"#,
        "classify": #"{"details": {"as": "missing", "rationale": "Out late"}}"#, "recordReturn": "{}",
        "recordAccount": #"{"details": {"agency": "larch-house"}}"#, "acknowledge": "{}", "doDuty": "{}",
        "recordEntry": #"{"word": "note-added", "details": {"narrative": "Rang"}}"#,
    ]

    private func ask(
        _ program: TestProgram, _ operation: APIOperation, child: UInt32, episode: UInt32
    ) async throws -> TestProgram.Answer {
        let path = operation.path.replacing("{child}", with: "\(child)").replacing("{episode}", with: "\(episode)")
            .replacing("{duty}", with: "nothing")
        guard operation.method == .post else { return try await program.ask("GET", path, nil) }
        var headers = ["Content-Type": "application/json", "Idempotency-Key": UUID().uuidString]
        if case .must = operation.condition { headers["If-Match"] = "*" }
        let body = (Self.bodies[operation.id] ?? "{}").replacing("CHILD", with: "\(child)")
        return try await program.ask("POST", path, body, headers)
    }

    @Test func `needs the scope that is said of it, and a token that holds`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia).number
            let (nobody, wrong) = (TestProgram(site: site, token: nil), TestProgram(site: site, token: "homeward_no"))
            for operation in APIRoutes.operations {
                for program in [nobody, wrong] {
                    let answer = try await ask(program, operation, child: 1, episode: episode)
                    #expect(answer.status == 401 && answer.isProblem, "\(operation.id)")
                    #expect(answer.header("www-authenticate") == "Bearer")
                }
                guard let scope = operation.scope else { continue }
                let others = Set(ClientScope.allCases).subtracting([scope])
                let short = try await site.program(.dutyInspector, scopes: others)
                let refused = try await ask(short, operation, child: 1, episode: episode)
                #expect(refused.status == 403 && refused.kind == "scope-is-lacking", "\(operation.id)")
                #expect(refused.text.contains(scope.rawValue))
                let fit = try await site.program(.dutyInspector, scopes: [scope])
                let given = try await ask(fit, operation, child: 1, episode: episode)
                #expect(given.kind != "scope-is-lacking" && given.status != 401, "\(operation.id): \(given.text)")
            }
        }
    }

    @Test func `answers about a hidden child as about one who isn't there, and says which are theirs`() async throws {
        try await TestSite.run { site in
            let own = try await site.report(TestSite.kezia).number
            let other = try await site.report(TestSite.sky).number
            let roles: [Role] = [
                .carer, .socialWorker, .dutyInspector, .interviewer, .school, .analyst, .administrator,
            ]
            for role in roles {
                let program = try await site.program(role)
                for operation in APIRoutes.operations where operation.path.contains("{") {
                    let absent = try await ask(program, operation, child: 9_999, episode: 9_999)
                    #expect(absent.status == 404 && absent.isProblem, "\(role) \(operation.id)")
                    for (child, episode) in [(UInt32(1), own), (2, other)] {
                        let answer = try await ask(program, operation, child: child, episode: episode)
                        let access = Access(TestSite.actor(role), in: site.partnership.state, at: site.now)
                        let part: RecordPart =
                            switch operation.rule {
                            case .child(_, let part), .episode(_, let part): part
                            default: .existence
                            }
                        if access.maySee(part, of: ChildID(number: child)) {
                            // Nothing owes the duty that is asked for here.
                            let isThere = answer.status != 404 || operation.id == "doDuty"
                            #expect(isThere, "\(role) \(operation.id) \(child): \(answer.text)")
                        } else {
                            #expect(answer.told == absent.told, "\(role) \(operation.id)")
                        }
                    }
                }
            }
        }
    }

    @Test func `leaves one look with its part for each child, however it is asked`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia).number
            let kinds: [String: LookKind] = [
                "readOpenEpisodes": .listed, "readChanges": .listed, "readOwnDuties": .listed, "searchChildren": .found,
            ]
            try await site.adopt("england-2014")
            for operation in APIRoutes.operations where !operation.records && operation.scope != nil {
                let program = try await site.program(.socialWorker)
                site.advance(by: .minutes(31))
                // A program does nothing by itself, whatever it says of that.
                for _ in 0..<2 {
                    let path = operation.path.replacing("{child}", with: "1").replacing("{episode}", with: "\(episode)")
                    let isRead = operation.method == .get
                    let headers = ["Homeward-Refresh": "1", "Content-Type": "application/json"]
                    let answer = try await program.ask(
                        isRead ? "GET" : "POST", path, isRead ? nil : Self.bodies[operation.id], headers)
                    #expect(answer.status == 200 && answer.text.contains("1"), "\(operation.id): \(answer.text)")
                }
                let looks = try await site.looks(since: site.now)
                #expect(looks.map(\.kind) == [kinds[operation.id] ?? .looked], "\(operation.id)")
                #expect(looks.map(\.child) == [TestSite.kezia] && looks.map(\.route) == [operation.path])
                let part: RecordPart =
                    switch operation.rule {
                    case .child(_, let part), .episode(_, let part): part
                    default: .identity
                    }
                #expect(looks.map(\.part) == [part], "\(operation.id)")
                site.advance(by: .minutes(2))
                guard operation.path.contains("{") else { continue }
                _ = try await ask(program, operation, child: 1, episode: episode)
                #expect(try await site.looks(since: site.now).map(\.kind) == [.looked], "\(operation.id)")
            }
        }
    }

    @Test func `leaves a look where it tells of a child in refusing what was sent`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia).number
            func looks(_ ask: () async throws -> TestProgram.Answer) async throws -> [Look] {
                site.advance(by: .minutes(31))
                let answer = try await ask()
                #expect((400..<500).contains(answer.status), "\(answer.text)")
                return try await site.looks(since: site.now)
            }
            let (carer, worker) = (try await site.program(.carer), try await site.program(.socialWorker))
            let again = try await looks { try await carer.post("/reports", #"{"child": 1}"#) }
            #expect(again.map(\.kind) == [.listed] && again.map(\.child) == [TestSite.kezia])
            let early = #"{"word": "conversation-held"}"#
            let refused = try await looks { try await carer.post("/episodes/\(episode)/entries", early) }
            #expect(refused.map(\.kind) == [.looked] && refused.map(\.episode?.number) == [episode])
            let note = #"{"word": "note-added", "details": {"narrative": "Rang"}}"#
            let path = "/episodes/\(episode)/entries"
            let otherwise = try await looks { try await worker.post(path, note, ["If-Match": "\"x\""]) }
            #expect(otherwise.map(\.kind) == [.looked])
            for number in [2, 9_999] {
                let hidden = try await looks { try await carer.post("/reports", #"{"child": \#(number)}"#) }
                #expect(hidden.map(\.kind) == [.refused] && hidden.map { $0.child?.number } == [UInt32(number)])
            }
        }
    }

    @Test func `leaves a look for each child that is shown, and one for each that was refused`() async throws {
        try await TestSite.run { site in
            let own = try await site.report(TestSite.kezia).number
            let other = try await site.report(TestSite.sky).number
            for operation in APIRoutes.operations where !operation.records && operation.scope != nil {
                let program = try await site.program(.socialWorker)
                site.advance(by: .minutes(31))
                let answer = try await ask(program, operation, child: 1, episode: own)
                #expect(answer.status == 200, "\(operation.id): \(answer.text)")
                var looks = try await site.looks(since: site.now)
                if answer.text.contains("\"child\": 1") {
                    #expect(looks.contains { $0.child == TestSite.kezia }, "\(operation.id)")
                }
                #expect(!answer.text.contains("Sky") && !answer.text.contains("\"child\": 2"), "\(operation.id)")
                guard operation.path.contains("{") else { continue }
                _ = try await ask(program, operation, child: 2, episode: other)
                looks = try await site.looks(since: site.now)
                #expect(looks.contains { $0.kind == .refused && $0.child == TestSite.sky }, "\(operation.id)")
            }
            try site.breakLooks(true)
            let program = try await site.program(.socialWorker)
            site.advance(by: .minutes(31))
            let closed = try await program.get("/episodes/\(own)")
            #expect(closed.status == 503 && closed.isProblem && !closed.text.contains("Kezia"))
            let searched = try await program.post("/children/search", #"{"name": "Kezia Adams"}"#, key: nil)
            #expect(searched.status == 503 && !searched.text.contains("Kezia"), "\(searched.text)")
            let note = #"{"word": "note-added", "details": {"narrative": "Rang"}}"#
            #expect(try await program.post("/episodes/\(own)/entries", note).status == 201)
        }
    }

    @Test func `answers in the form that is said of it`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            let episode = try await site.report(
                TestSite.kezia, details: [.lastSeenAt: .text("The bus station"), .clothing: .text("A red coat")]
            ).number
            for role in [Role.carer, .socialWorker, .dutyInspector, .school] {
                let program = try await site.program(role)
                for operation in APIRoutes.operations {
                    let answer = try await ask(program, operation, child: 1, episode: episode)
                    let says = "\(role) \(operation.id) \(answer.status): \(answer.text)"
                    if answer.status == operation.given.status.code {
                        #expect(Schema.named(operation.given.form).findings(answer.value) == [], "\(says)")
                    } else {
                        #expect(operation.problems.contains { $0.status == answer.status }, "\(says)")
                        #expect(answer.isProblem && answer.value["reference"] == nil, "\(says)")
                    }
                }
            }
        }
    }
}
