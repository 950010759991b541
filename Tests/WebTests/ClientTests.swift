// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Testing
import WorkingTime

@testable import Web

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct `A program` {
    @Test func `is shown who is away as far as its role may see, and leaves a trace`() async throws {
        try await TestSite.run { site in
            _ = try await site.report(TestSite.kezia)
            _ = try await site.report(TestSite.sky)
            let carer = try await site.token("tablet", .carer, "larch-house")
            let answer = try await site.ask(carer)
            #expect(answer.status == 200 && answer.type == "application/json")
            #expect(answer.body.contains("\"name\": \"Kezia Adams\""))
            #expect(!answer.body.contains("Sky"))
            let analyst = try await site.token("figures", .analyst, "eastmoor")
            #expect(try await site.ask(analyst).body.contains("\"episodes\": []"))
            let looks = try await site.looks(since: site.now).filter { $0.by.worker == "client-tablet" }
            #expect(looks.map(\.child) == [TestSite.kezia])
        }
    }

    @Test func `is refused without its token, after its end, and once it is revoked`() async throws {
        try await TestSite.run { site in
            for wrong in [nil, "", "homeward_wrong"] {
                let answer = try await site.ask(wrong)
                #expect(answer.status == 401 && answer.type == "application/problem+json")
            }
            let token = try await site.token("desk", .carer, "larch-house")
            #expect(try await site.ask(token).status == 200)
            try await site.accounts.revokeClient("desk")
            #expect(try await site.ask(token).status == 401)
            let short = try await site.token("short", .carer, "larch-house")
            site.advance(by: .hours(31 * 24))
            #expect(try await site.ask(short).status == 401)
        }
    }

    @Test func `has no page, and a person's cookie is no token`() async throws {
        try await TestSite.run { site in
            let token = try await site.token("desk", .carer, "larch-house")
            #expect(try await site.ask(token, path: "/").body.contains("Sign in to Homeward"))
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.get("/api/v1/open-episodes").status == 401)
        }
    }

    @Test func `has a name of its own, and its token is kept as a digest`() async throws {
        try await TestSite.run { site in
            let token = try await site.token("desk", .carer, "larch-house")
            await #expect(throws: ClientRefusal.nameIsTaken) { try await site.token("desk", .carer, "larch-house") }
            await #expect(throws: ClientRefusal.nameIsNotPlain) { try await site.token("a b", .carer, "larch-house") }
            try site.fromElsewhere { database in
                let kept = try String.fetchAll(database, sql: "SELECT hex(token) || name || scopes FROM clients")
                #expect(kept.count == 1 && !kept[0].contains(token))
            }
        }
    }
}

extension TestSite {
    @discardableResult
    fileprivate func token(_ name: String, _ role: Role, _ agency: String) async throws -> String {
        try await accounts.addClient(
            name, role: role, agency: AgencyID(agency), scopes: [.readOpenEpisodes], days: 30)
    }

    fileprivate func ask(
        _ token: String?, path: String = "/api/v1/open-episodes"
    ) async throws -> (status: Int, type: String, body: String) {
        var request = try TestVisitor(port: port).request("GET", path, nil)
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let http = response as? HTTPURLResponse
        let type = http?.value(forHTTPHeaderField: "Content-Type") ?? ""
        return (http?.statusCode ?? 0, type, String(decoding: data, as: UTF8.self))
    }
}
