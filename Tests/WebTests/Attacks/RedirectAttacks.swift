// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Web

@Suite struct `Attacks: leading elsewhere` {
    private static let places = [
        "https://elsewhere.example", "//elsewhere.example", "///elsewhere.example", "/\\elsewhere.example",
        "\\\\elsewhere.example", "/\t/elsewhere.example", "/\n/elsewhere.example", "/%09/elsewhere.example",
        "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", " //elsewhere.example",
        "http:elsewhere.example", "localhost@elsewhere.example", "//localhost@elsewhere.example",
        "/sign-in\r\nLocation: https://elsewhere.example", "/\r\nSet-Cookie: homeward=planted",
        "/\0//elsewhere.example",
        "/é", ".//elsewhere.example", "?//elsewhere.example", "#//elsewhere.example", "elsewhere.example/",
    ]

    @Test(arguments: places) func `is not done after signing in`(place: String) async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            let page = try await visitor.get("/sign-in?next=\(FormFields.encode(place))")
            let answer = try await visitor.send(
                "/sign-in", ["email": TestSite.email(.carer), "password": TestSite.password, "next": place])
            for (location, cookie) in [
                (answer.location, answer.header("Set-Cookie")), ("/", page.header("Set-Cookie")),
            ] {
                #expect(Self.isLocal(location), "\(place) led to \(location)")
                #expect(!cookie.contains("planted"))
            }
            let again = try await visitor.get("/sign-in?next=\(FormFields.encode(place))")
            #expect(again.status == 303 && Self.isLocal(again.location), "\(place) led to \(again.location)")
        }
    }

    @Test(arguments: places) func `is not done by an address that was asked for`(place: String) async throws {
        try await TestSite.run { site in
            let answer = try await site.visitor().get("/children/\(FormFields.encode(place))")
            #expect(Self.isLocal(answer.location.isEmpty ? "/" : answer.location))
            #expect(!answer.header("Set-Cookie").contains("planted"))
        }
    }

    @Test(arguments: ["X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "Referer"])
    func `is not done by a header that proxies use`(name: String) async throws {
        try await TestSite.run { site in
            let answer = try await ask(site, "GET /", ["Host: localhost", "\(name): https://elsewhere.example/x"])
            #expect(answer.hasPrefix("HTTP/1.1 303") && !answer.contains("elsewhere.example"))
        }
    }

    private static func isLocal(_ location: String) -> Bool {
        location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\")
            && location.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
