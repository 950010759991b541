// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import LocalReceiver
import Partnership
import Synchronization
import Testing
import WorkingTime

@testable import Exchange

/// Real servers on this machine stand for GOV.UK Notify and for an agency's own system: they check what they are sent,
/// and fail, stall and forget.
@Suite struct `A channel` {
    private static let now = Instant(secondsSince1970: 1_433_540_000)
    private static let service = "26785a09-ab16-4eb0-8407-a37497a57506"
    private static let secret = "3d844edf-8d35-48ac-975b-e847b4f122b0"
    private static let key = NotifyKey("homeward_test-\(service)-\(secret)")

    private func outgoing(_ address: String, isRepeated: Bool = false) -> OutgoingNotice {
        OutgoingNotice(
            key: "0123456789abcdef0123456789abcdef", address: address, isUrgent: true, madeAt: Self.now,
            link: "https://homeward.example/inbox", isRepeated: isRepeated)
    }

    private func notify(_ receiver: LocalReceiver, _ kind: NotifyChannel.Kind = .email) throws -> NotifyChannel {
        let key = try #require(Self.key)
        return try made(
            NotifyChannel(
                kind, key: key, template: "t-1", base: receiver.address, withinSeconds: 1, clock: { Self.now }))
    }

    /// Checks a token by itself, as Notify does: signed with the secret, by the service, of now.
    private static func isOurs(_ request: LocalReceiver.Request) -> Bool {
        guard let bearer = request.headers["authorization"], bearer.hasPrefix("Bearer ") else { return false }
        let parts = bearer.dropFirst(7).split(separator: ".").map(String.init)
        guard parts.count == 3, let head = decoded(parts[0]), let claims = decoded(parts[1]),
            let code = decoded(parts[2])
        else { return false }
        let isSigned = HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data("\(parts[0]).\(parts[1])".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        let header = (try? JSONSerialization.jsonObject(with: head)) as? [String: String]
        let said = (try? JSONSerialization.jsonObject(with: claims)) as? [String: Any]
        return isSigned && header == ["typ": "JWT", "alg": "HS256"] && said?["iss"] as? String == service
            && said?["iat"] as? Int == 1_433_540_000
    }

    private static func decoded(_ text: String) -> Data? {
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }

    @Test func `to Notify shows who asks, and gives template, link and reference`() async throws {
        let receiver = LocalReceiver { request in
            Self.isOurs(request) ? .status(201, #"{"id":"n-1"}"#) : .status(403)
        }
        defer { receiver.end() }
        #expect(try await notify(receiver).carry(outgoing("a@b.example")) == .taken(reference: "n-1"))
        #expect(try await notify(receiver, .text).carry(outgoing("07700900123")) == .taken(reference: "n-1"))
        let requests = receiver.requests
        #expect(requests.map(\.path) == ["/v2/notifications/email", "/v2/notifications/sms"])
        let mail = requests[0].json
        #expect(mail["email_address"] as? String == "a@b.example" && mail["phone_number"] == nil)
        #expect(mail["template_id"] as? String == "t-1")
        #expect(mail["reference"] as? String == "0123456789abcdef0123456789abcdef")
        #expect(
            mail["personalisation"] as? [String: String]
                == ["urgent": "urgent ", "link": "https://homeward.example/inbox"])
        #expect(requests[1].json["phone_number"] as? String == "07700900123")
    }

    @Test(arguments: [429, 500, 503]) func `to Notify tries again what Notify could not take`(status: Int) async throws
    {
        let receiver = LocalReceiver { _ in
            .status(status, #"{"errors":[{"error":"RateLimitError","message":"a@b.example"}]}"#)
        }
        defer { receiver.end() }
        let carried = try await notify(receiver).carry(outgoing("a@b.example"))
        #expect(carried == .failed("Notify answered \(status) RateLimitError"))
    }

    @Test(arguments: [400, 403]) func `to Notify gives up where something has to be mended`(status: Int) async throws {
        let receiver = LocalReceiver { _ in
            .status(status, #"{"errors":[{"error":"BadRequestError","message":"a@b.example"}]}"#)
        }
        defer { receiver.end() }
        let carried = try await notify(receiver).carry(outgoing("a@b.example"))
        #expect(carried == .refused("Notify answered \(status) BadRequestError"))
    }

    @Test func `to Notify asks first where nobody knows whether it arrived`() async throws {
        let has = Mutex(false)
        let receiver = LocalReceiver { request in
            if request.method == "POST" { return .stall }
            return .status(200, has.withLock { $0 } ? #"{"notifications":[{"id":"n-7"}]}"# : #"{"notifications":[]}"#)
        }
        defer { receiver.end() }
        let channel = try notify(receiver)
        #expect(await channel.carry(outgoing("a@b.example")) == .failed("no answer from Notify"))
        has.withLock { $0 = true }
        #expect(await channel.carry(outgoing("a@b.example", isRepeated: true)) == .taken(reference: "n-7"))
        #expect(receiver.requests.count { $0.method == "POST" } == 1)
        #expect(receiver.requests.last?.path == "/v2/notifications?reference=0123456789abcdef0123456789abcdef")
    }

    @Test func `to a webhook signs the time with the body`() async throws {
        let secret = "a secret that both of us hold: 123"
        let receiver = LocalReceiver { request in
            let parts = (request.headers["homeward-signature"] ?? "").split(separator: ",")
            let time = parts.first?.dropFirst(2) ?? ""
            let code = HMAC<SHA256>.authenticationCode(
                for: Data("\(time).\(request.body)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
            let hex = code.map { String(format: "%02x", $0) }.joined()
            return .status(parts.last.map(String.init) == "v1=\(hex)" ? 204 : 401, "")
        }
        defer { receiver.end() }
        let channel = try made(
            WebhookChannel(address: receiver.address + "/in", secret: secret, withinSeconds: 1) { Self.now })
        #expect(await channel.carry(outgoing("eastmoor")) == .taken(reference: ""))
        let request = try #require(receiver.requests.first)
        #expect(request.headers["homeward-message"] == "0123456789abcdef0123456789abcdef")
        #expect(request.headers["homeward-signature"]?.hasPrefix("t=1433540000,v1=") ?? false)
        #expect(Set(request.json.keys) == ["agency", "link", "madeAt", "message", "urgent"])
        let wrong = try made(
            WebhookChannel(address: receiver.address, secret: secret + "!", withinSeconds: 1) { Self.now })
        #expect(await wrong.carry(outgoing("eastmoor")) == .refused("status 401"))
    }

    @Test func `is not sent in the clear, nor under a short secret`() throws {
        let now: @Sendable () -> Instant = { Self.now }
        let long = String(repeating: "s", count: 32)
        #expect(WebhookChannel(address: "http://example.org/in", secret: long, clock: now) == nil)
        #expect(WebhookChannel(address: "https://example.org/in", secret: "short", clock: now) == nil)
        #expect(WebhookChannel(address: "https://example.org/in", secret: long, clock: now) != nil)
        let key = try #require(Self.key)
        #expect(NotifyChannel(.email, key: key, template: "t", base: "http://example.org", clock: now) == nil)
        #expect(NotifyKey("not-a-key") == nil)
        #expect(NotifyKey("a-b-c-\(Self.service)-\(Self.secret)") != nil)
    }

    @Test func `to sendmail hands over one mail, and no heading from an address`() async throws {
        let folder = NSTemporaryDirectory() + "homeward-mail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func program(_ text: String) throws -> String {
            let path = "\(folder)/sendmail-\(UUID().uuidString)"
            try "#!/bin/sh\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            return path
        }
        let taking = try program("echo \"$@\" > \(folder)/asked; cat > \(folder)/mail")
        let channel = SendmailChannel(command: taking, from: "homeward@eastmoor.example")
        for address in ["a@b.example\nBcc: everybody@b.example", "-oQ/tmp@b.example", "a@b.example,c@b.example", "a"] {
            #expect(await channel.carry(outgoing(address)) == .refused("this is not a mail address"))
        }
        let carried = await channel.carry(outgoing("a@b.example"))
        #expect(carried == .taken(reference: "0123456789abcdef0123456789abcdef"))
        let mail = try String(contentsOfFile: "\(folder)/mail", encoding: .utf8)
        #expect(mail.contains("To: <a@b.example>\n") && mail.contains("Subject: Homeward: something urgent to see\n"))
        #expect(mail.contains("Message-ID: <0123456789abcdef0123456789abcdef@eastmoor.example>"))
        #expect(
            try String(contentsOfFile: "\(folder)/asked", encoding: .utf8) == "-t -i -f homeward@eastmoor.example\n")
        let refusing = SendmailChannel(command: try program("exit 67"), from: "h@e.example")
        #expect(await refusing.carry(outgoing("a@b.example")) == .refused("the mail program refused the address"))
        let failing = SendmailChannel(command: try program("exit 75"), from: "h@e.example")
        #expect(await failing.carry(outgoing("a@b.example")) == .failed("the mail program ended with 75"))
        let stalling = SendmailChannel(command: try program("exec sleep 60"), from: "h@e.example", withinSeconds: 0.3)
        #expect(
            await stalling.carry(outgoing("a@b.example")) == .failed("the mail program could not be run to its end"))
        let lacking = SendmailChannel(command: "\(folder)/nothing", from: "h@e.example")
        #expect(await lacking.carry(outgoing("a@b.example")) == .failed("the mail program could not be run to its end"))
    }
}
