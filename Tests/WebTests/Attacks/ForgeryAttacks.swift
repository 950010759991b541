// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Attacks: forged requests` {
    @Test func `change nothing without the session's own token, wherever one is put`() async throws {
        try await AttackedSite.run { site in
            let (victim, attacker) = (try await site.signedIn(.carer), try await site.signedIn(.teamManager))
            let stranger = site.visitor()
            for visitor in [victim, attacker, stranger] { _ = try await visitor.get("/sign-in") }
            for visitor in [victim, attacker] { _ = try await visitor.get("/children") }
            let before = site.partnership.state.position
            let (own, others) = (victim.formToken, attacker.formToken)
            #expect(own != others && own != stranger.formToken)
            for route in Routes.all where route.method == .post && route.path != "/sign-in" {
                let path = Self.path(of: route)
                if route.rule.isForClients {
                    // Programs show who they are with each request; no browser's session counts for anything there.
                    let answer = try await victim.send(path, Self.fields, token: own)
                    #expect((400..<500).contains(answer.status), "\(path)")
                    continue
                }
                for token in ["", others, stranger.formToken, String(own.dropLast()), own.uppercased(), "null"] {
                    #expect(try await victim.send(path, Self.fields, token: token).status == 403, "\(path) \(token)")
                }
                #expect(
                    try await victim.send("\(path)?form-token=\(own)", Self.fields, token: "").status == 403, "\(path)")
            }
            #expect(site.partnership.state.position == before)
            #expect(try await victim.get("/children").status == 200, "nobody was signed out")
        }
    }

    @Test(arguments: [
        "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "POSTT",
    ])
    func `change nothing by another method, nor by one that is only named`(method: String) async throws {
        try await AttackedSite.run { site in
            let victim = try await site.signedIn(.carer)
            _ = try await victim.get("/children")
            let cookie = "Cookie: homeward=\(victim.cookies["homeward"] ?? "")"
            let before = site.partnership.state.position
            let body = "form-token=\(victim.formToken)&narrative=planted&occurred.how=now&_method=POST"
            for path in ["/children/1/add/note-added", "/sign-out", "/report"] {
                let answer = try await ask(
                    site, "\(method) \(path)?\(body)",
                    ["Host: localhost", cookie, "X-HTTP-Method-Override: POST", "X-Method-Override: POST"])
                #expect(!answer.hasPrefix("HTTP/1.1 5"), "\(method) \(path) \(answer.prefix(60))")
                #expect(!answer.lowercased().contains("x-http-method-override"))
            }
            #expect(site.partnership.state.position == before)
            #expect(try await victim.get("/children").status == 200, "nobody was signed out")
        }
    }

    @Test func `are told no origin that they may read us from`() async throws {
        try await AttackedSite.run { site in
            for path in ["/sign-in", "/", "/children/1", "/healthz"] {
                for method in ["GET", "OPTIONS"] {
                    let answer = try await ask(
                        site, "\(method) \(path)",
                        ["Host: localhost", "Origin: https://elsewhere.example", "Access-Control-Request-Method: POST"])
                    #expect(!answer.lowercased().contains("access-control-allow"), "\(method) \(path)")
                }
            }
        }
    }

    @Test func `do not fix a session: a token brought along is worth nothing, and signing in replaces it`() async throws
    {
        try await AttackedSite.run { site in
            let attacker = try await site.signedIn(.carer)
            let known = attacker.cookies["homeward"] ?? ""
            let victim = site.visitor()
            victim.setCookie("homeward", known)
            _ = try await victim.get("/children")
            _ = try await victim.send("/sign-out", [:])
            _ = try await victim.get("/sign-in")
            _ = try await victim.send(
                "/sign-in", ["email": TestSite.email(.dutyInspector), "password": TestSite.password])
            #expect(victim.cookies["homeward"] != known)
            #expect(try await attacker.get("/children").status == 303)
        }
    }

    private static let fields = ["occurred.how": "now", "narrative": "planted", "child": "1", "reason": "planted"]

    private static func path(of route: Route) -> String {
        AttackedSite.filled(
            route.path, ["child": "1", "episode": "1", "word": "note-added", "draft": "a", "pack": "small"])
    }
}
