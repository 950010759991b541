// SPDX-License-Identifier: MIT

import HTTPTypes
import Testing

@testable import Web

@Suite struct `Where a request comes from` {
    private static let proxies = TrustedProxies(["10.0.0.0/8", "2001:db8:1::/48"].compactMap { AddressRange($0) })

    @Test func `is the other end of the connection, whatever it says, unless that is a trusted proxy`() {
        check(peer: "192.0.2.9", ["X-Forwarded-For": "198.51.100.1"], gives: "192.0.2.9")
        check(peer: "192.0.2.9", ["Forwarded": "for=198.51.100.1;proto=http"], gives: "192.0.2.9")
        check(peer: "11.0.0.1", ["X-Forwarded-For": "198.51.100.1"], gives: "11.0.0.1")
    }

    @Test func `is the last hop before our own proxies, not what the visitor put in front`() {
        check(peer: "10.0.0.5", ["X-Forwarded-For": "198.51.100.1"], gives: "198.51.100.1")
        check(peer: "10.0.0.5", ["X-Forwarded-For": "127.0.0.1, 198.51.100.1"], gives: "198.51.100.1")
        check(peer: "10.0.0.5", ["X-Forwarded-For": "1.1.1.1, 198.51.100.1, 10.2.3.4"], gives: "198.51.100.1")
        check(peer: "10.0.0.5", ["X-Forwarded-For": "198.51.100.1:4711"], gives: "198.51.100.1")
        check(peer: "2001:db8:1::1", ["X-Forwarded-For": "[2001:db8:2::7]:443"], gives: "2001:db8:2::7")
        check(peer: "10.0.0.5", ["Forwarded": "for=1.1.1.1, for=\"[2001:db8:2::7]:1\""], gives: "2001:db8:2::7")
        check(peer: "10.0.0.5", [:], gives: "10.0.0.5")
    }

    @Test func `is the proxy itself where what it says can't be read or differs from itself`() {
        check(peer: "10.0.0.5", ["X-Forwarded-For": "unknown"], gives: "10.0.0.5")
        check(peer: "10.0.0.5", ["X-Forwarded-For": "198.51.100.1, _hidden"], gives: "10.0.0.5")
        check(
            peer: "10.0.0.5", ["X-Forwarded-For": "198.51.100.1", "Forwarded": "for=203.0.113.9"], gives: "10.0.0.5")
        check(
            peer: "10.0.0.5", ["X-Forwarded-For": "198.51.100.1", "Forwarded": "for=198.51.100.1"],
            gives: "198.51.100.1")
    }

    @Test func `is one household for half of a newer address`() {
        #expect(NetworkAddress.limitKey("2001:db8::1") == NetworkAddress.limitKey("2001:db8::ffff:2"))
        #expect(NetworkAddress.limitKey("2001:db8:0:1::1") != NetworkAddress.limitKey("2001:db8::1"))
        #expect(NetworkAddress.limitKey("::ffff:192.0.2.7") == NetworkAddress.limitKey("192.0.2.7"))
        #expect(AddressRange("10.0.0.0/33") == nil && AddressRange("council") == nil && AddressRange("") == nil)
    }

    @Test func `tells who is asked to come back over TLS`() async throws {
        try await TestSite.run(configured: {
            $0.proxies = TrustedProxies(["127.0.0.1"].compactMap { AddressRange($0) })
            $0.hostNames = ["record.example"]
        }) { site in
            let plain = try await ask(site, "GET /sign-in", ["Host: record.example", "X-Forwarded-Proto: http"])
            #expect(plain.hasPrefix("HTTP/1.1 308") && plain.contains("https://record.example/sign-in"))
            let sent = try await ask(site, "POST /sign-in", ["Host: record.example", "X-Forwarded-Proto: http"])
            #expect(sent.hasPrefix("HTTP/1.1 403"))
            let over = try await ask(site, "GET /sign-in", ["Host: record.example", "X-Forwarded-Proto: https"])
            #expect(over.hasPrefix("HTTP/1.1 200"))
        }
    }

    private func check(peer: String, _ fields: [String: String], gives address: String) {
        var headers = HTTPFields()
        for (name, value) in fields { if let name = HTTPField.Name(name) { headers[name] = value } }
        #expect(ForwardedTelling(headers, peer: peer, trusting: Self.proxies).address == address, "\(fields)")
    }
}

@Suite struct `A request` {
    @Test func `under another name than ours is not answered`() async throws {
        try await check(host: ["Host: localhost"], gives: 200)
        try await check(host: ["Host: 127.0.0.1:4711"], gives: 200)
        try await check(host: ["Host: elsewhere.example"], gives: 421)
        try await check(host: ["Host: localhost.elsewhere.example"], gives: 421)
        try await check(host: ["Host: localhost:80@elsewhere.example"], gives: 421)
        try await check(host: ["Host: "], gives: 400)
        try await check(host: [], gives: 400)
        try await check(host: ["Host: localhost", "Host: elsewhere.example"], gives: 400)
        try await check(host: ["Host: localhost"], target: "http://elsewhere.example/sign-in", gives: 200)
        try await check(host: ["Host: elsewhere.example", "X-Forwarded-Host: localhost"], gives: 421)
    }

    @Test func `that a page elsewhere makes is refused, unless somebody follows a link`() async throws {
        try await check(site: "cross-site", mode: "no-cors", destination: "image", gives: 403)
        try await check(site: "same-site", mode: "cors", destination: "empty", gives: 403)
        try await check(site: "cross-site", mode: "navigate", destination: "iframe", gives: 403)
        try await check(site: "cross-site", mode: "navigate", destination: "document", gives: 200)
        try await check(site: "same-origin", mode: "cors", destination: "empty", gives: 200)
    }

    @Test(arguments: ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://elsewhere.example"])
    func `that records something is taken from our own pages only`(field: String) async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/report")
            let body = "child=1&form-token=\(carer.formToken)"
            let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
            for (more, status) in [([field], 403), (["Sec-Fetch-Site: same-origin", "Origin: null"], 303)] {
                let answer = try await ask(site, "POST /report", ["Host: localhost", cookie] + more, body)
                #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(more)")
            }
        }
    }

    @Test func `by a link from elsewhere reaches a form, but fills nothing in`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
            let visit = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"]
            let answer = try await ask(
                site, "GET /children/1/add/note-added?narrative=all+is+well", ["Host: localhost", cookie] + visit)
            #expect(answer.hasPrefix("HTTP/1.1 303"))
            #expect(answer.contains("/children/1/add/note-added\r\n"))
        }
    }

    @Test func `that signs out has the browser forget what it kept`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/children")
            #expect(try await carer.send("/sign-out", [:]).header("Clear-Site-Data") == "\"cache\", \"storage\"")
            #expect(try await carer.get("/sign-in").header("Clear-Site-Data").isEmpty)
        }
    }

    private func check(host fields: [String], target: String = "/sign-in", gives status: Int) async throws {
        try await TestSite.run { site in
            let answer = try await ask(site, "GET \(target)", fields)
            #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(fields) \(target): \(answer.prefix(40))")
            #expect(!answer.contains("elsewhere.example"))
        }
    }

    private func check(site: String, mode: String, destination: String, gives status: Int) async throws {
        try await TestSite.run { test in
            let fields = ["Sec-Fetch-Site: \(site)", "Sec-Fetch-Mode: \(mode)", "Sec-Fetch-Dest: \(destination)"]
            let answer = try await ask(test, "GET /sign-in", ["Host: localhost"] + fields)
            #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(fields)")
        }
    }
}

/// Sends one request over a connection of its own, and gives back all that came.
func ask(_ site: TestSite, _ line: String, _ fields: [String], _ body: String = "") async throws -> String {
    let connection = try #require(RawConnection(port: site.port))
    let length = line.hasPrefix("POST") ? ["Content-Length: \(body.utf8.count)"] : []
    let head = ["\(line) HTTP/1.1"] + fields + length + ["Connection: close"]
    connection.send(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
    return await connection.readToEnd() ?? ""
}
