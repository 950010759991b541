// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import OutboxSQLite
import Partnership
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `An extract that is handed in` {
    private static let secret = "a secret that both of us hold: 123"

    /// Signs by itself, as a force's system does.
    private func signed(_ text: String, _ message: String, at seconds: Int64, by secret: String = secret) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(seconds).\(message).\(text)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "t=\(seconds),v1=" + code.map { String(format: "%02x", $0) }.joined()
    }

    private func door(_ scene: NoticeScene, isLenient: Bool = true) throws -> ExtractDoor {
        let mapping = try PoliceMapping(
            yaml: String(contentsOf: Samples.root.appending(path: "Mappings/niche.yaml"), encoding: .utf8))
        let source = ExtractSource(force: "eastmoor-police", mapping: mapping, leavesOutFaulty: isLenient)
        let store = try SQLiteOutboxStore(path: scene.directory + "/outbox.sqlite")
        return try made(ExtractDoor(source, secret: Self.secret, received: store))
    }

    private func take(
        _ door: ExtractDoor, _ scene: NoticeScene, _ text: String, _ message: String, signature: String? = nil
    ) async throws -> String {
        let signature = signature ?? signed(text, message, at: scene.now.secondsSince1970)
        let answer = try await door.take(
            Array(text.utf8), message: message, signature: signature, into: scene.partnership, at: scene.now)
        switch answer {
        case .brought(.read(let report, let wasStored)):
            return !report.mayGoOn ? "faults" : wasStored ? "stored" : "nothing new"
        case .brought(.notRead): return "not read"
        case .repeated: return "repeated"
        case .isAnothers: return "another’s"
        case .hasNoNumber: return "no number"
        case .notSigned: return "not signed"
        }
    }

    @Test func `comes into the record once, however often it is sent`() async throws {
        let scene = try NoticeScene(at: "2025-08-03T06:00")
        let text = PoliceSample.niche
        #expect(try await take(door(scene), scene, text, "n-1") == "stored")
        let position = scene.partnership.state.position
        #expect(!scene.partnership.state.children.isEmpty)
        #expect(try await take(door(scene), scene, text, "n-1") == "repeated")
        scene.advance(by: .days(30))
        #expect(try await take(door(scene), scene, text, "n-1") == "repeated")
        #expect(try await take(door(scene), scene, text, "n-2") == "nothing new")
        #expect(try await take(door(scene), scene, text + "\n", "n-1") == "another’s")
        #expect(scene.partnership.state.position == position)
    }

    @Test func `is taken only when it is signed, of this moment, and numbered`() async throws {
        let scene = try NoticeScene(at: "2025-08-03T06:00")
        let (door, text, now) = (try door(scene), PoliceSample.niche, scene.now.secondsSince1970)
        let right = signed(text, "n-1", at: now)
        for wrong in [
            "", "v1=00", "t=\(now)", "t=\(now),v1=", right + "0", String(right.dropLast()), "t=,v1=00",
            right.replacingOccurrences(of: "t=\(now)", with: "t=\(now + 1)"),
            signed(text, "n-1", at: now - 301), signed(text, "n-1", at: now + 301),
            signed(text, "n-1", at: .min), signed(text, "n-1", at: .max),
            signed(text, "n-2", at: now), signed(text + " ", "n-1", at: now),
            signed(text, "n-1", at: now, by: Self.secret + "!"), right.uppercased(),
        ] {
            #expect(try await take(door, scene, text, "n-1", signature: wrong) == "not signed", "\(wrong)")
        }
        for message in ["", "a b", "ü", String(repeating: "n", count: 101), "a/b"] {
            #expect(try await take(door, scene, text, message) == "no number", "\(message)")
        }
        #expect(scene.partnership.state.children.isEmpty)
        #expect(try await take(door, scene, text, "n-1", signature: right) == "stored")
    }

    @Test func `may be mended and sent again under its number where it was refused`() async throws {
        let scene = try NoticeScene(at: "2025-08-03T06:00")
        let strict = try door(scene, isLenient: false)
        #expect(try await take(strict, scene, "not,an,extract\n", "n-1") == "not read")
        let faulty = PoliceSample.niche.replacing("2025-07-09 21:00", with: "2035-07-09 21:00")
        #expect(try await take(strict, scene, faulty, "n-1") == "faults")
        #expect(scene.partnership.state.children.isEmpty)
        #expect(try await take(door(scene), scene, PoliceSample.niche, "n-1") == "stored")
    }

    @Test func `is not taken under a secret that can be guessed`() throws {
        let scene = try NoticeScene()
        let mapping = try PoliceMapping(
            yaml: String(contentsOf: Samples.root.appending(path: "Mappings/niche.yaml"), encoding: .utf8))
        let store = try SQLiteOutboxStore(path: scene.directory + "/outbox.sqlite")
        let source = ExtractSource(force: "eastmoor-police", mapping: mapping)
        #expect(ExtractDoor(source, secret: "short", received: store) == nil)
    }
}
