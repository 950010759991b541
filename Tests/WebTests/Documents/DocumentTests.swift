// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing

@testable import Web

@Suite struct `A document` {
    @Test func `is added, listed and given to who may see it`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.get("/children/1").body.contains("/children/1/add/document-added"))
            #expect(try await carer.get(Self.path).body.contains("enctype=\"multipart/form-data\""))
            let answer = try await Self.send(SampleFiles.jpeg(), as: "IMG_1.JPG", kind: "photo", by: carer, at: site)
            #expect(answer.contains(" 303 ") && answer.contains("recorded=document-added"))
            let page = try await carer.get("/children/1").body
            let address = try #require(page.firstMatch(of: /\/children\/1\/documents\/\d+/)).output
            #expect(page.contains("<img class=\"face big\" src=\"\(address)\""))
            #expect(try await carer.get("/children/1/pen-picture").body.contains("src=\"\(address)\""))
            let episode = try await site.report(TestSite.kezia)
            #expect(try await carer.get("/episodes/\(episode.number)").body.contains("src=\"\(address)\""))
            let given = try await carer.get(String(address))
            #expect(given.status == 200 && given.header("Content-Type") == "image/jpeg")
            #expect(given.header("Content-Disposition").hasPrefix("inline; filename=\"homeward-1-"))
            #expect(given.header("Content-Security-Policy").contains("sandbox"))
            #expect(given.header("X-Content-Type-Options") == "nosniff" && given.header("Cache-Control") == "no-store")
            #expect(!given.body.contains("GPS") && !page.contains("IMG_1"))
        }
    }

    @Test func `that is no picture is kept as a file and never shown within the site`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            for (bytes, name, type) in [
                (SampleFiles.pdf, "plan.pdf", "application/pdf"),
                (Array("plain words".utf8), "note.txt", "text/plain; charset=utf-8"),
            ] {
                let answer = try await Self.send(bytes, as: name, kind: "plan", by: worker, at: site)
                #expect(answer.contains(" 303 "), "\(name)")
                let page = try await worker.get("/children/1").body
                let address = try #require(page.firstMatch(of: /\/children\/1\/documents\/\d+/)).output
                let given = try await worker.get(String(address))
                #expect(given.header("Content-Type") == type)
                #expect(given.header("Content-Disposition").hasPrefix("attachment; filename=\"homeward-1-"))
            }
        }
    }

    @Test func `is nothing to those from whom the child is hidden, nor under another child's address`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await Self.send(SampleFiles.png(), as: "a.png", kind: "photo", by: carer, at: site)
            let page = try await carer.get("/children/1").body
            let address = try #require(page.firstMatch(of: /\/children\/1\/documents\/(\d+)/)).output
            #expect(try await carer.get("/children/2/documents/\(address.1)").status == 404)
            for role in [Role.interviewer, .analyst, .administrator] {
                #expect(try await site.signedIn(role).get(String(address.0)).status == 404, "\(role)")
            }
            #expect(try await site.visitor().get(String(address.0)).status == 303)
            for other in ["0", "1", "-1", "99999999999999999999", "a", "%2e%2e"] {
                #expect(try await carer.get("/children/1/documents/\(other)").status == 404, "\(other)")
            }
        }
    }

    @Test func `that can't be taken is refused beside the control, with what was typed kept`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            let before = site.partnership.state.position
            for (bytes, name, kind, says) in [
                (Array("PK\u{3}\u{4}".utf8), "a.zip", "letter", "Zip files"),
                (SampleFiles.png(width: 60_000, height: 60_000), "a.png", "photo", "3600 million points"),
                (SampleFiles.pdf, "a.pdf", "photo", "A photo is a JPEG or a PNG picture."),
                (SampleFiles.png(), "a.png", "", "Choose what it is."), ([], "", "photo", "Choose a file."),
                (Array("<svg onload=alert(1)>".utf8), "a.svg", "photo", "drawings that can hold programs"),
            ] {
                let answer = try await Self.send(bytes, as: name, kind: kind, by: carer, at: site)
                #expect(answer.contains(" 422 ") && answer.contains(says), "\(says)")
                #expect(answer.contains("value=\"At the school play\""))
            }
            #expect(site.partnership.state.position == before)
        }
    }

    @Test func `of more than five megabytes is refused before it is read`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get(Self.path)
            let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
            let head = ["Host: localhost", cookie, "Content-Length: \(UploadedFile.mostFormBytes + 1)"]
            let connection = try #require(RawConnection(port: site.port))
            connection.send("POST \(Self.path) HTTP/1.1\r\n" + head.joined(separator: "\r\n") + "\r\n\r\n")
            let large = await connection.read(until: "</html>")
            #expect(large.contains(" 413 ") && large.contains("5 MB at most"))
            let elsewhere = try await Self.send(
                Array(repeating: 65, count: 600_000), as: "a.txt", kind: "letter", by: carer, at: site, path: "/report")
            #expect(elsewhere.contains(" 413 "))
        }
    }

    @Test func `is not taken without the session's token, nor from who may add none`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get(Self.path)
            let before = site.partnership.state.position
            let answer = try await Self.send(
                SampleFiles.png(), as: "a.png", kind: "photo", by: carer, at: site, token: "none")
            #expect(answer.contains(" 403 "))
            let other = try await Self.send(
                SampleFiles.png(), as: "a.png", kind: "photo", by: carer, at: site,
                path: "/children/2/add/document-added")
            #expect(other.contains(" 404 "))
            let analyst = try await site.signedIn(.analyst)
            #expect(
                try await Self.send(SampleFiles.png(), as: "a.png", kind: "photo", by: analyst, at: site).contains(
                    " 404 "))
            #expect(site.partnership.state.position == before)
        }
    }

    @Test func `sent in a form that isn't one is refused`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get(Self.path)
            for (type, body) in [
                ("multipart/form-data", "--a--"), ("multipart/form-data; boundary=", "----"),
                ("multipart/form-data; boundary=a", "--a\r\nno head"), ("multipart/mixed; boundary=a", "--a--"),
                ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", "--a--"),
                ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end"),
                (
                    "multipart/form-data; boundary=a",
                    String(repeating: "--a\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n", count: 40)
                        + "--a--"
                ),
                (
                    "multipart/form-data; boundary=a",
                    "--a\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Transfer-Encoding: base64\r\n\r\n1\r\n--a--"
                ),
            ] {
                let cookie = "Cookie: homeward=\(carer.cookies["homeward"] ?? "")"
                let answer = try await ask(
                    site, "POST \(Self.path)", ["Host: localhost", cookie, "Content-Type: \(type)"], body)
                #expect(answer.hasPrefix("HTTP/1.1 400"), "\(type) \(body.prefix(40)) \(answer.prefix(20))")
            }
        }
    }

    private static let path = "/children/1/add/document-added"

    /// Sends a file as a browser's form does, over a connection of its own.
    private static func send(
        _ bytes: [UInt8], as name: String, kind: String, by visitor: TestVisitor, at site: TestSite,
        path: String = path, token: String? = nil
    ) async throws -> String {
        if visitor.formToken.isEmpty || token == nil { _ = try await visitor.get("/protocols") }
        var body: [UInt8] = []
        for (name, value) in [
            ("form-token", token ?? visitor.formToken), ("kind", kind), ("name", "At the school play"),
        ] {
            body += Array("--b1\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n".utf8)
        body += Array("Content-Type: text/html\r\n\r\n".utf8) + bytes + Array("\r\n--b1--\r\n".utf8)
        let connection = try #require(RawConnection(port: site.port))
        let head = [
            "POST \(path) HTTP/1.1", "Host: localhost", "Cookie: homeward=\(visitor.cookies["homeward"] ?? "")",
            "Content-Type: multipart/form-data; boundary=b1", "Content-Length: \(body.count)", "Connection: close",
        ]
        connection.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
        return await connection.readToEnd() ?? ""
    }
}
