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
                            #expect(answer.status == 404 && answer.told == absent.told, "\(role) \(operation.id)")
                        }
                    }
                }
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
                        #expect(answer.isProblem && answer.value["reference"] != nil, "\(says)")
                    }
                }
            }
        }
    }
}
