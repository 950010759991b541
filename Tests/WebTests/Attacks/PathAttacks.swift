// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Web

@Suite struct `Attacks: paths and headers` {
    private static let climbs = [
        "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%252f", "%252e%252e%252f", "..\\", "..%5c", "....//", "..;/",
        "%c0%ae%c0%ae/",
        "%00/../", "..%00/", "/", "//", "./",
    ]

    @Test(arguments: climbs) func `reach no file`(climb: String) async throws {
        try await AttackedSite.run { site in
            let carer = try await site.signedIn(.carer)
            let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
            let way = String(repeating: climb, count: 8)
            for start in ["/static/", "/protocols/", "/report/", "/protocols/small/against/", "/episodes/", "/"] {
                for file in ["etc/passwd", "master.key", "accounts.sqlite", "style.css"] {
                    let answer = try await ask(site, "GET \(start)\(way)\(file)", ["Host: localhost", cookie])
                    #expect(!answer.contains("root:x:") && !answer.contains("SQLite format"), "\(start)\(way)\(file)")
                    #expect(
                        !answer.hasPrefix("HTTP/1.1 5") && !answer.isEmpty, "\(start)\(way)\(file) \(answer.prefix(30))"
                    )
                    if answer.hasPrefix("HTTP/1.1 2") { #expect(!answer.contains("@charset"), "\(start)\(way)\(file)") }
                }
            }
        }
    }

    @Test(arguments: [
        "%0d%0aX-Planted:%20a", "%0aX-Planted:a", "%0d%0a%0d%0a<script>", "%E5%98%8A%E5%98%8DX-Planted:a", "%00",
    ])
    func `put no field into an answer`(text: String) async throws {
        try await AttackedSite.run { site in
            let carer = try await site.signedIn(.carer)
            let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
            for path in [
                "/sign-in?next=/\(text)", "/search?q=\(text)", "/children/\(text)",
                "/children/1/add/note-added?afresh=1&x=\(text)",
                "/protocols/\(text)", "/protocols/small/print.css?\(text)", "/\(text)", "/changes-\(text)",
            ] {
                for cookies in [cookie, "Cookie: homeward-visit=\(text)"] {
                    let answer = try await ask(site, "GET \(path)", ["Host: localhost", cookies])
                    let head = answer.components(separatedBy: "\r\n\r\n")[0].lowercased()
                    #expect(!head.contains("\nx-planted"), "\(path)")
                    #expect(!answer.hasPrefix("HTTP/1.1 5"), "\(path)")
                }
            }
        }
    }

    @Test func `say no more than they must about the server`() async throws {
        try await AttackedSite.run { site in
            for path in ["/", "/nowhere", "/static/x", "/sign-in", "/healthz"] {
                let answer = try await site.visitor().get(path)
                #expect(answer.header("Server").isEmpty && answer.header("X-Powered-By").isEmpty)
                #expect(!answer.body.lowercased().contains("hummingbird") && !answer.body.contains("swift"))
            }
            for path in ["/.git/config", "/static/", "/debug", "/metrics", "/Package.swift", "/.env", "/server-status"]
            {
                #expect(try await site.signedIn(.teamManager).get(path).status == 404, "\(path)")
            }
        }
    }
}
