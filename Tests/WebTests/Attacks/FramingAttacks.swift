// SPDX-License-Identifier: MIT

import Testing

@testable import Web

@Suite struct `Attacks: requests inside requests` {
    /// Each ends, to a server that reads it otherwise than the proxy in front, in a second request that nobody checked.
    private static let shapes: [(name: String, text: String)] = [
        (
            "both lengths",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(inner)"
        ),
        (
            "both lengths, the other way round",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n\(inner)"
        ),
        (
            "two lengths",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 60\r\n\r\n\(inner)"
        ),
        ("a list of lengths", "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0, 60\r\n\r\n\(inner)"),
        ("a length with a sign", "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: +0\r\n\r\n\(inner)"),
        ("a negative length", "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n\(inner)"),
        (
            "an endless length",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n\(inner)"
        ),
        (
            "a coding that isn't one",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n\(inner)"
        ),
        (
            "a coding after another",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n\(inner)"
        ),
        (
            "two codings",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n\(inner)"
        ),
        (
            "a blank before the colon",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length : 60\r\n\r\n\(inner)"
        ),
        ("a folded field", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n Content-Length: 60\r\n\r\n\(inner)"),
        (
            "a bare line feed in a field",
            "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: b\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(inner)"
        ),
        ("a bare carriage return", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: b\rX-B: c\r\n\r\n"),
        ("a null byte in a field", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: b\0c\r\n\r\n"),
        (
            "a chunk size that isn't one",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\(inner)"
        ),
        (
            "an endless chunk size",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\(inner)"
        ),
        (
            "an older version with a coding",
            "POST /sign-in HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(inner)"
        ),
        ("a version that isn't one", "GET /sign-in HTTP/9.9\r\nHost: localhost\r\n\r\n"),
        ("a blank in the address", "GET /sign-in /x HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        ("no request at all", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}"),
    ]

    private static let inner = "GET /inner-request HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @Test(arguments: shapes.map(\.name)) func `are not answered as two`(name: String) async throws {
        let text = try #require(Self.shapes.first { $0.name == name }?.text)
        try await TestSite.run(configured: {
            $0.connectionLimits.idleSeconds = 1; $0.connectionLimits.headSeconds = 1
        }) {
            site in
            let connection = try #require(RawConnection(port: site.port))
            connection.send(text)
            let answer = try #require(await connection.readToEnd(), "the connection stays open")
            let heads = answer.matches(of: /HTTP\/1\.1 (\d\d\d)/).map { String($0.1) }
            #expect(heads.count <= 1, "\(name): \(heads)")
            #expect(heads.allSatisfy { $0.hasPrefix("4") || $0.hasPrefix("2") }, "\(name): \(heads)")
            #expect(!answer.contains("This page is not here"), "\(name): the inner request was answered")
            #expect(try await site.visitor().get("/sign-in").status == 200)
        }
    }
}
