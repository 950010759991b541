// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct `Too many requests` {
    @Test func `of one session are put off, and taken again after a while`() async throws {
        try await withSite { site in
            let carer = try await site.signedIn(.carer)
            let answers = try await asking(carer, "/children", times: 8)
            #expect(answers.map(\.status) == [200, 200, 200, 200, 200, 429, 429, 429])
            #expect(answers.last?.header("Retry-After") == "1")
            #expect(answers.last?.body.contains("Wait a moment") == true)
            site.advance(by: Elapsed(seconds: 3))
            #expect(try await carer.get("/children").status == 200)
        }
    }

    @Test func `never hold up a report by somebody who is signed in`() async throws {
        try await withSite { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/report")
            _ = try await asking(carer, "/children", times: 9)
            #expect(try await carer.send("/report", ["child": "1"]).status == 303)
            _ = try await asking(site.visitor(), "/sign-in", times: 30)
            #expect(try await asking(carer, "/report", times: 20).allSatisfy { $0.status == 200 })
        }
    }

    @Test func `of one person do not touch another at the same address`() async throws {
        try await withSite { site in
            let (carer, worker) = (try await site.signedIn(.carer), try await site.signedIn(.socialWorker))
            #expect(try await asking(carer, "/children", times: 9).last?.status == 429)
            #expect(try await worker.get("/children").status == 200)
            let stranger = try await asking(site.visitor(), "/sign-in", times: 30)
            #expect(stranger.last?.status == 429)
            #expect(try await worker.get("/children").status == 200)
            let planted = try await ask(
                site, "GET /children", ["Host: localhost", "Cookie: homeward=\(String(repeating: "a", count: 43))"])
            #expect(planted.hasPrefix("HTTP/1.1 429"))
        }
    }

    @Test func `are told apart by what a trusted proxy says, and by nobody else`() async throws {
        for (isTrusted, last) in [(true, 200), (false, 429)] {
            try await withSite(trusting: isTrusted ? "127.0.0.1" : "10.0.0.1") { site in
                var answer = ""
                for number in 0..<30 {
                    answer = try await ask(
                        site, "GET /sign-in", ["Host: localhost", "X-Forwarded-For: 198.51.100.\(number)"])
                }
                #expect(answer.hasPrefix("HTTP/1.1 \(last)"))
            }
        }
    }

    @Test func `cannot be streams: a session has so many open and no more`() async throws {
        try await TestSite.run(configured: { $0.requestLimits.mostStreamsOfSession = 2 }) { site in
            let carer = try await site.signedIn(.carer)
            let fields = ["Host: localhost", "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"]
            let head = (["GET /changes HTTP/1.1"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
            var held: [RawConnection] = []
            for _ in 0..<2 {
                let connection = try #require(RawConnection(port: site.port))
                connection.send(head)
                #expect(await connection.read(until: "id: ").contains("retry: 3000"))
                held.append(connection)
            }
            #expect(try await ask(site, "GET /changes", fields).contains("retry: 60000"))
            withExtendedLifetime(held) {}
        }
    }

    private func asking(_ visitor: TestVisitor, _ path: String, times: Int) async throws -> [TestVisitor.Answer] {
        var answers: [TestVisitor.Answer] = []
        for _ in 0..<times { answers.append(try await visitor.get(path)) }
        return answers
    }

    private func withSite(
        trusting proxy: String = "10.0.0.1", _ body: (TestSite) async throws -> Void
    ) async throws {
        try await TestSite.run(
            configured: {
                $0.requestLimits.burstOfSession = 5
                $0.requestLimits.perSecondOfSession = 1
                $0.requestLimits.burstOfAddress = 20
                $0.requestLimits.perSecondOfAddress = 1
                $0.proxies = TrustedProxies([AddressRange(proxy)].compactMap { $0 })
            }, body)
    }
}
