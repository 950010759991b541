// SPDX-License-Identifier: MIT

import Casework
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Attacks: five thousand spoilt requests` {
    private static let pieces: [[UInt8]] = [
        [0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], Array("%".utf8), Array("%zz".utf8), Array("%00".utf8),
        Array("&&==".utf8),
        Array("\u{202E}\u{200B}".utf8), Array("🏠\u{FE0F}\u{20E3}".utf8), Array("'\"<>`{{7*7}}${7*7}".utf8),
        Array("../../".utf8), Array("-9223372036854775809".utf8), Array("18446744073709551616".utf8), Array("NaN".utf8),
        Array("99999-99-99".utf8), Array("24:60".utf8), Array("' OR 1=1 --".utf8),
        Array(String(repeating: "a", count: 3_000).utf8),
        Array("e\u{301}".utf8), Array("İıſK".utf8), Array("\r\n".utf8), Array("+".utf8), Array(";".utf8),
        Array("[]".utf8),
    ]
    private static let names = [
        "narrative", "occurred.how", "occurred.date", "occurred.time", "occurred.time2", "occurred.date2", "born",
        "what",
        "items", "answers.harm", "once", "draft", "holds", "next", "email", "password", "q", "who", "from", "until",
        "against",
        "child", "as", "rationale", "missingSince.how", "missingSince.date", "missingSince.time", "name", "since",
        "place",
    ]

    @Test(arguments: 0..<5) func `break nothing`(part: Int) async throws {
        try await AttackedSite.run { site in
            var dice = SeededDice(seed: UInt64(part) + 400)
            var tokens: [(cookie: String, form: String)] = []
            for role in AttackedSite.roles {
                let visitor = try await site.signedIn(role)
                _ = try await visitor.get("/protocols")
                tokens.append((visitor.cookies["homeward"] ?? "", visitor.formToken))
            }
            var connection = try #require(RawConnection(port: site.port))
            var answered = 0
            for number in 0..<1_000 {
                let request = Self.request(by: tokens.randomElement(using: &dice) ?? ("", ""), &dice)
                if !connection.send(request) {
                    connection = try #require(RawConnection(port: site.port))
                    connection.send(request)
                }
                let answer = await Self.answer(on: connection)
                if answer.isEmpty || answer.lowercased().contains("connection: close") {
                    connection = try #require(RawConnection(port: site.port))
                }
                if !answer.isEmpty { answered += 1 }
                #expect(
                    !answer.hasPrefix("HTTP/1.1 5"),
                    "\(part).\(number): \(String(decoding: request.prefix(400), as: UTF8.self)) → \(answer.prefix(200))"
                )
            }
            #expect(answered > 900)
            #expect(try await site.signedIn(.carer).get("/children/1").body.contains("Kezia Adams"))
        }
    }

    /// A whole answer, by its own account of its length.
    private static func answer(on connection: RawConnection) async -> String { await connection.readAnswer() }

    private static func request(by token: (cookie: String, form: String), _ dice: inout SeededDice) -> [UInt8] {
        let route = Routes.all.filter { $0.path != "/changes" }.randomElement(using: &dice)
        let path = (route?.path ?? "/").split(separator: "/").map { part -> String in
            guard part.hasPrefix("{") else { return String(part) }
            let good = ["{child}": "1", "{episode}": "1", "{pack}": "small", "{other}": "england-2014"]
            if Int.random(in: 0..<4, using: &dice) > 0, let value = good[String(part)] { return value }
            if part == "{word}" { return EventWord.allCases.randomElement(using: &dice)?.rawValue ?? "reported" }
            return encoded(pieces.randomElement(using: &dice) ?? [])
        }
        let isPost = route?.method == .post
        let body = isPost ? fields(token.form, &dice) : ""
        let query = Bool.random(using: &dice) ? "?" + fields("", &dice).prefix(6_000) : ""
        var head = "\(isPost ? "POST" : "GET") /\(path.joined(separator: "/"))\(query) HTTP/1.1\r\nHost: localhost\r\n"
        head += "Cookie: homeward=\(token.cookie)\r\n"
        if isPost {
            head += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        return Array((head + "\r\n" + body).utf8)
    }

    private static func fields(_ token: String, _ dice: inout SeededDice) -> String {
        var all = token.isEmpty ? [] : ["form-token=\(token)"]
        let keys = names + DetailKey.allCases.map(\.name)
        for _ in 0..<Int.random(in: 0..<12, using: &dice) {
            let name = keys.randomElement(using: &dice) ?? "narrative"
            let value = (0..<Int.random(in: 0..<3, using: &dice)).flatMap { _ in
                pieces.randomElement(using: &dice) ?? []
            }
            all.append("\(name)=\(Bool.random(using: &dice) ? encoded(value) : plain(value))")
        }
        return all.joined(separator: "&")
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }

    /// Those of the bytes that may stand in a request as they are.
    private static func plain(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }, as: UTF8.self)
    }
}
