// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A code of the second factor` {
    /// RFC 6238, appendix B: SHA-1, eight digits.
    @Test(arguments: [
        (59 as Int64, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `is that of RFC 6238`(seconds: Int64, code: String) {
        let secret = TOTPSecret(bytes: Data("12345678901234567890".utf8))
        let step = TOTP.step(at: Instant(secondsSince1970: seconds))
        #expect(TOTP.code(secret, step: step, digits: 8) == code)
    }

    @Test func `holds for its half minute and one on either side, and once`() {
        let secret = TOTPSecret.random()
        let now = Instant(secondsSince1970: 1_700_000_000)
        let present = TOTP.step(at: now)
        for (offset, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            let code = TOTP.code(secret, step: present + offset)
            #expect((TOTP.step(of: code, secret, at: now, after: 0) != nil) == isTaken, "\(offset)")
        }
        #expect(TOTP.step(of: TOTP.code(secret, step: present), secret, at: now, after: present) == nil)
    }

    @Test func `comes from a key in base 32`() {
        #expect(Base32.encode(Array("foobar".utf8)) == "MZXW6YTBOI")
        #expect(Base32.encode(Array("fooba".utf8)) == "MZXW6YTB")
        #expect(Base32.encode([UInt8]()).isEmpty)
    }
}

@Suite struct `A QR code` {
    /// The three finders stand in the corners of a square whose side the standard allows.
    @Test(arguments: [1, 26, 62, 106, 107, 180, 213, 331])
    func `is large enough for its text and no larger`(count: Int) throws {
        let code = try #require(QRCode(String(repeating: "a", count: count)))
        #expect((code.size - 17) % 4 == 0)
        #expect(code.modules.count == code.size * code.size)
        for (row, column) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            #expect(code.isDark(row, column) && code.isDark(row + 3, column + 3) && !code.isDark(row + 1, column + 1))
        }
    }

    @Test func `takes no more than it can hold`() {
        #expect(QRCode(String(repeating: "a", count: QRCode.mostBytes)) != nil)
        #expect(QRCode(String(repeating: "a", count: QRCode.mostBytes + 1)) == nil)
    }
}

@Suite struct `Signing in with a second factor` {
    @Test func `sets one up first where the place asks for it, and nothing opens before`() async throws {
        try await TestSite.run(rules: SignInRules()) { site in
            let visitor = site.visitor()
            let first = try await visitor.password(of: .socialWorker)
            #expect(first.location == "/sign-in/second-factor")
            #expect(try await visitor.get("/").location.hasPrefix("/sign-in"))
            let key = try await visitor.key()
            let wrong = try await visitor.send("/sign-in/second-factor", ["code": "000000"])
            #expect(wrong.status == 422)
            let codes = try await visitor.send("/sign-in/second-factor", ["code": site.code(key)])
            #expect(codes.status == 200)
            #expect(codes.body.matches(of: /<li><code>[a-z0-9]{5}-[a-z0-9]{5}<\/code>/).count == 10)
            #expect(try await visitor.get("/").status == 200)
        }
    }

    @Test func `asks for a code, and takes each once`() async throws {
        try await TestSite.run(rules: SignInRules()) { site in
            let (_, key, _) = try await site.enrolled(.socialWorker)
            site.advance(by: .minutes(5))
            let code = site.code(key)
            let visitor = site.visitor()
            #expect(try await visitor.password(of: .socialWorker).location == "/sign-in/code")
            _ = try await visitor.get("/sign-in/code")
            #expect(try await visitor.send("/sign-in/code", ["code": code]).location == "/")
            let other = site.visitor()
            _ = try await other.password(of: .socialWorker)
            _ = try await other.get("/sign-in/code")
            let again = try await other.send("/sign-in/code", ["code": code])
            #expect(again.status == 422)
            #expect(again.body.contains("or it was used already"))
            #expect(try await other.get("/").location.hasPrefix("/sign-in"))
        }
    }

    @Test func `takes a recovery code once, however it is typed`() async throws {
        try await TestSite.run(rules: SignInRules()) { site in
            let (_, _, codes) = try await site.enrolled(.carer)
            let code = try #require(codes.first)
            let typed = code.uppercased().replacing("-", with: " ")
            for (attempt, status) in [(typed, 200), (code, 422)] {
                let visitor = site.visitor()
                _ = try await visitor.password(of: .carer)
                _ = try await visitor.get("/sign-in/code")
                let answer = try await visitor.send("/sign-in/code", ["code": attempt])
                #expect(answer.status == status)
                if status == 200 { #expect(answer.body.contains("9 are left")) }
            }
        }
    }

    @Test func `asks for the password again after five wrong codes`() async throws {
        try await TestSite.run(rules: SignInRules()) { site in
            _ = try await site.enrolled(.carer)
            let visitor = site.visitor()
            _ = try await visitor.password(of: .carer)
            _ = try await visitor.get("/sign-in/code")
            var answers: [String] = []
            for _ in 0..<5 {
                let answer = try await visitor.send("/sign-in/code", ["code": "123456"])
                answers.append(answer.status == 303 ? answer.location : "\(answer.status)")
            }
            #expect(answers == ["422", "422", "422", "422", "/sign-in"])
            #expect(try await visitor.get("/sign-in/code").location == "/sign-in")
        }
    }

    @Test func `begins anew when an administrator takes the phone off`() async throws {
        try await TestSite.run(rules: SignInRules()) { site in
            let (visitor, _, codes) = try await site.enrolled(.carer)
            _ = try await site.accounts.resetSecondFactor(TestSite.email(.carer))
            #expect(try await visitor.get("/").location.hasPrefix("/sign-in"))
            let again = site.visitor()
            #expect(try await again.password(of: .carer).location == "/sign-in/second-factor")
            let key = try await again.key()
            _ = try await again.send("/sign-in/second-factor", ["code": site.code(key)])
            let old = try await site.accounts.check(
                code: codes[0], of: try await site.account(.carer), from: .none)
            #expect(old == .wrong)
        }
    }

    @Test func `keeps its secret sealed, for this person alone, and through a new master key`() async throws {
        let key = SymmetricKey(size: .bits256)
        let secret = TOTPSecret.random()
        let sealed = try SecondFactorSeal.seal(secret, user: 7, under: key)
        #expect(sealed.range(of: secret.bytes) == nil)
        #expect(SecondFactorSeal.open(sealed, user: 7, under: key) == secret)
        #expect(SecondFactorSeal.open(sealed, user: 8, under: key) == nil)
        let (old, new) = (SymmetricKey(size: .bits256), SymmetricKey(size: .bits256))
        let path = NSTemporaryDirectory() + "homeward-accounts-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let now = Instant(secondsSince1970: 1_700_000_000)
        let before = try Accounts(path: path, masterKey: old, cost: .trivial) { now }
        let account = try await before.add(
            email: "a@b.example", name: "A", password: TestSite.password, role: .carer, agency: nil)
        let code = TOTP.code(secret, step: TOTP.step(at: now) - 1)
        _ = try #require(try await before.enrol(secret, code: code, for: account))
        try await before.reseal(under: new)
        let after = try Accounts(path: path, masterKey: new, cost: .trivial) { now }
        let next = TOTP.code(secret, step: TOTP.step(at: now))
        #expect(try await after.check(code: next, of: account, from: .none) == .right)
    }
}

extension TestVisitor {
    /// Gives the right password of the role's person.
    func password(of role: Role) async throws -> Answer {
        _ = try await get("/sign-in")
        return try await send("/sign-in", ["email": TestSite.email(role), "password": TestSite.password])
    }

    /// The key that the page offers.
    func key() async throws -> TOTPSecret {
        let page = try await get("/sign-in/second-factor").body
        return TestVisitor.key(in: page)
    }

    static func key(in page: String) -> TOTPSecret {
        let shown = page.firstMatch(of: /<code class="key">([A-Z2-7 ]+)<\/code>/).map { String($0.1) } ?? ""
        var (bytes, held, count): ([UInt8], UInt32, Int) = ([], 0, 0)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        for letter in shown where letter != " " {
            held = held << 5 | UInt32(letters.firstIndex(of: letter) ?? 0)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(held >> UInt32(count) & 0xFF))
            }
        }
        return TOTPSecret(bytes: Data(bytes))
    }
}

extension TestSite {
    func code(_ key: TOTPSecret) -> String { TOTP.code(key, step: TOTP.step(at: now)) }

    func account(_ role: Role) async throws -> Account {
        let all = try await accounts.all()
        guard let account = all.first(where: { $0.role == role }) else { preconditionFailure("one of each role") }
        return account
    }

    /// Somebody who has just set up a second factor.
    func enrolled(_ role: Role) async throws -> (visitor: TestVisitor, key: TOTPSecret, recoveryCodes: [String]) {
        let visitor = visitor()
        _ = try await visitor.password(of: role)
        let key = try await visitor.key()
        let page = try await visitor.send("/sign-in/second-factor", ["code": code(key)])
        return (visitor, key, page.body.matches(of: /<li><code>([a-z0-9-]+)<\/code>/).map { String($0.1) })
    }
}
