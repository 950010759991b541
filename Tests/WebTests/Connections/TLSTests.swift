// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Web

@Suite struct `A connection with a certificate of ours` {
    @Test(arguments: ["-tls1_3", "-tls1_2"]) func `is answered in the newer versions`(version: String) async throws {
        try await check(["-CAfile", "AUTHORITY", version], answers: true, says: "Verify return code: 0 (ok)")
    }

    @Test(arguments: ["-tls1_1", "-tls1"]) func `is not answered in the older versions`(version: String) async throws {
        try await check([version, "-cipher", "ALL:@SECLEVEL=0"], answers: false)
    }

    @Test(arguments: ["ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"])
    func `takes suites that authenticate what they encrypt`(suite: String) async throws {
        try await check(["-tls1_2", "-cipher", suite], answers: true, says: suite)
    }

    @Test(arguments: ["ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "AES128-GCM-SHA256", "DHE-RSA-AES128-SHA"])
    func `takes no other suite`(suite: String) async throws {
        try await check(["-tls1_2", "-cipher", suite + ":@SECLEVEL=0"], answers: false)
    }

    @Test func `is said to be the only way from then on`() async throws {
        try await withSite { site, authority in
            let answer = try await Tool.run([
                "curl", "-sS", "-i", "--cacert", authority.authorityFile, "https://localhost:\(site.port)/sign-in",
            ])
            let said = answer.said.lowercased()
            #expect(said.contains("strict-transport-security: max-age=31536000; includesubdomains"))
            #expect(answer.said.contains("__Host-homeward-visit=") && answer.said.contains("; Secure"))
            let plain = try await Tool.run(["curl", "-sS", "-m", "20", "http://localhost:\(site.port)/sign-in"])
            #expect(plain.status != 0)
        }
    }

    @Test func `shows a renewed certificate without a restart, and keeps the old one where the new can't be used`()
        async throws
    {
        try await withSite { site, authority in
            try await authority.issue("renewed", called: "Renewed")
            try authority.setMode(0o644, of: "renewed.key")
            try authority.move("renewed", to: "server")
            try await Task.sleep(for: .seconds(3))
            let first = try await subject(site).replacing(" ", with: "")
            #expect(first.contains("CN=localhost"))
            try authority.setMode(0o600, of: "server.key")
            var shown = ""
            for _ in 0..<60 where !shown.contains("Renewed") {
                try await Task.sleep(for: .milliseconds(500))
                shown = try await subject(site)
            }
            #expect(shown.contains("Renewed"))
        }
    }

    private func subject(_ site: TestSite) async throws -> String {
        try await Tool.run(["openssl", "s_client", "-connect", "localhost:\(site.port)", "-servername", "localhost"])
            .said.split(separator: "\n").first { $0.hasPrefix("subject=") }.map(String.init) ?? ""
    }

    private func check(_ words: [String], answers: Bool, says text: String? = nil) async throws {
        try await withSite { site, authority in
            let words = words.map { $0 == "AUTHORITY" ? authority.authorityFile : $0 }
            let outcome = try await Tool.run(["openssl", "s_client", "-connect", "localhost:\(site.port)"] + words)
            #expect((outcome.status == 0) == answers, "\(outcome.said)")
            if let text { #expect(outcome.said.contains(text), "\(outcome.said)") }
        }
    }

    private func withSite(_ body: (TestSite, TestAuthority) async throws -> Void) async throws {
        let authority = try await TestAuthority()
        defer { authority.leave() }
        try await authority.issue("server")
        let certificate = try ServerCertificate(
            CertificateFiles(certificate: "\(authority.folder)/server.pem", key: "\(authority.folder)/server.key"))
        try await TestSite.run(
            configured: {
                $0.certificate = certificate
                $0.isSecure = true
                $0.certificateCheckSeconds = 1
            },
            { try await body($0, authority) })
    }
}

@Suite struct `A certificate` {
    @Test func `is refused in a sentence where no connection could be answered with it`() async throws {
        let authority = try await TestAuthority()
        defer { authority.leave() }
        try await authority.issue("server")
        try await authority.issue("other")
        try await authority.issue("past", days: 0)
        try check(authority, "server", "server", says: nil)
        try check(authority, "server", "other", says: "does not belong to the certificate")
        try check(authority, "missing", "server", says: "can't be read as a certificate")
        try check(authority, "server", "missing", says: "can't be read")
        try check(authority, "past", "past", says: "has run out")
        try authority.setMode(0o640, of: "server.key")
        try check(authority, "server", "server", says: "chmod 600")
    }

    private func check(_ authority: TestAuthority, _ certificate: String, _ key: String, says text: String?) throws {
        let files = CertificateFiles(
            certificate: "\(authority.folder)/\(certificate).pem", key: "\(authority.folder)/\(key).key")
        guard let text else { return _ = try ServerCertificate(files) }
        let refusal = #expect(throws: CertificateRefusal.self) { try ServerCertificate(files) }
        #expect(refusal?.description.contains(text) == true, "\(refusal?.description ?? "")")
    }
}
