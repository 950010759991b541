// SPDX-License-Identifier: MIT

import Testing

@testable import Web

@Suite struct `A connection` {
    @Test func `that sends its head a byte at a time is closed`() async throws {
        try await withConnection { connection in
            for letter in "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + String(repeating: "a", count: 400) {
                guard connection.send(String(letter)) else { return }
                try await Task.sleep(for: .milliseconds(100))
            }
            Issue.record("forty seconds of it were taken")
        }
    }

    @Test func `that sends nothing at all is closed`() async throws {
        try await withConnection { #expect(await $0.readToEnd() == "") }
    }

    @Test func `whose body doesn't come is closed`() async throws {
        try await withConnection { connection in
            connection.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nemail=")
            #expect(await connection.readToEnd() != nil)
        }
    }

    @Test func `that asks for nothing further is closed`() async throws {
        try await withConnection { connection in
            connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(await connection.readToEnd()?.contains("ok") == true)
        }
    }

    @Test func `that asks again in time is answered again`() async throws {
        // A busy machine may take longer than a second to ask again.
        try await withConnection(seconds: 30) { connection in
            for _ in 0..<3 {
                connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(await connection.read(until: "ok\n").contains("200 OK"))
            }
        }
    }

    @Test func `with too many fields or too long a head is not answered`() async throws {
        let many = (0..<100).map { "X-Field-\($0): a\r\n" }.joined()
        let long = "X-Field: " + String(repeating: "a", count: 20_000) + "\r\n"
        for fields in [many, long] {
            try await withConnection { connection in
                connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
                let answer = await connection.readToEnd()
                #expect(answer?.contains("200 OK") == false, "\(answer ?? "")")
            }
        }
    }

    @Test func `with too long an address is told so`() async throws {
        try await withConnection { connection in
            connection.send("GET /search?q=\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(await connection.readToEnd()?.hasPrefix("HTTP/1.1 414") == true)
        }
    }

    @Test func `whose body is too large is told so before it is read`() async throws {
        try await withConnection { connection in
            connection.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000000\r\n\r\n")
            let answer = await connection.read(until: "</html>")
            #expect(answer.hasPrefix("HTTP/1.1 413") && answer.lowercased().contains("connection: close"))
        }
    }

    @Test func `is refused where there are too many from its address, until one of them ends`() async throws {
        try await TestSite.run(configured: { $0.connectionLimits.mostConnectionsOfAddress = 3 }) { site in
            var held: [RawConnection] = []
            for _ in 0..<3 {
                let connection = try #require(RawConnection(port: site.port))
                connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(await connection.read(until: "ok\n").contains("200 OK"))
                held.append(connection)
            }
            let fourth = try #require(RawConnection(port: site.port))
            #expect(await fourth.readToEnd() == "")
            held.removeFirst()
            #expect(await isAnswered(site))
        }
    }

    @Test func `of a proxy that we trust is not counted`() async throws {
        try await TestSite.run(configured: {
            $0.connectionLimits.mostConnectionsOfAddress = 1
            $0.proxies = TrustedProxies([AddressRange("127.0.0.1")].compactMap { $0 })
        }) { site in
            let first = try #require(RawConnection(port: site.port))
            first.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(await first.read(until: "ok\n").contains("200 OK"))
            #expect(await isAnswered(site))
        }
    }

    /// Whether one more connection is taken, perhaps after a moment.
    private func isAnswered(_ site: TestSite) async -> Bool {
        for _ in 0..<100 {
            guard let connection = RawConnection(port: site.port) else { return false }
            connection.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            if await connection.read(until: "ok\n").contains("200 OK") { return true }
            try? await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    private func withConnection(
        seconds: Int = 1, _ body: (RawConnection) async throws -> Void
    ) async throws {
        try await TestSite.run(configured: {
            $0.connectionLimits.headSeconds = seconds
            $0.connectionLimits.idleSeconds = seconds
            $0.connectionLimits.bodyGraceSeconds = seconds
        }) { site in
            try await body(try #require(RawConnection(port: site.port)))
        }
    }
}
