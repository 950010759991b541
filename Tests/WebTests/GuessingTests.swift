// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `Guessing` {
    @Test func `from elsewhere doesn't hold up who is known on their device`() async throws {
        try await TestSite.run { site in
            let owner = try await site.signedIn(.carer)
            let cookie = try #require(owner.cookies["homeward-device"])
            for address in 1...120 {
                _ = try await site.guess(.carer, from: "198.51.100.\(address)")
            }
            let again = site.visitor()
            again.setCookie("homeward-device", cookie)
            #expect(try await again.password(of: .carer).status == 303)
            let unknown = site.visitor()
            #expect(try await unknown.password(of: .carer).status == 429)
            let forged = site.visitor()
            forged.setCookie("homeward-device", String(cookie.prefix(44)) + String(repeating: "A", count: 22))
            #expect(try await forged.password(of: .carer).status == 429)
        }
    }

    @Test func `is counted by network, not by address`() async throws {
        try await TestSite.run { site in
            var outcomes: [SignInOutcome] = []
            for end in 1...6 { outcomes.append(try await site.guess(.carer, from: "2001:db8:1:2::\(end)")) }
            #expect(outcomes.last == .wait(seconds: 1))
            #expect(try await site.guess(.carer, from: "2001:db8:1:3::1") == .refused)
        }
    }

    @Test func `is told of to its owner`() async throws {
        try await TestSite.run { site in
            _ = try await site.guess(.carer, from: "2001:db8:1:2::1")
            let owner = try await site.signedIn(.carer)
            let page = try await owner.get("/you").body
            #expect(page.contains("A wrong password was tried, from 2001:db8:1:2::/64"))
        }
    }

    @Test func `by many at once is refused before it starves who is at work`() async throws {
        let cost = PasswordCost(rounds: 16_384, blockSize: 8, parallelism: 1)
        let hasher = try PasswordHasher(cost: cost)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<80 {
                group.addTask {
                    do {
                        _ = try await hasher.matches("a guess at it", hash: nil, .unknown)
                        return false
                    } catch { return error is TooManyAtOnce }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(try await hasher.matches("harbour", hash: try await hasher.hash("harbour")))
    }

    /// The times of tries for a known and for an unknown address are mixed in rank: neither tells which it is.
    @Test func `takes as long for a known address as for an unknown one`() async throws {
        let path = NSTemporaryDirectory() + "homeward-accounts-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let cost = PasswordCost(rounds: 1_024, blockSize: 8, parallelism: 1)
        let accounts = try Accounts(path: path, masterKey: SymmetricKey(size: .bits256), cost: cost) {
            Instant(secondsSince1970: 1_700_000_000)
        }
        try await accounts.add(
            email: "known@b.example", name: "A", password: TestSite.password, role: .carer, agency: nil)
        var times: [(isKnown: Bool, length: Duration)] = []
        for number in 0..<160 {
            let isKnown = number % 2 == 0
            let visit = Visit(address: "10.\(number).0.1", browser: "")
            let start = ContinuousClock.now
            _ = try await accounts.signIn(
                email: isKnown ? "known@b.example" : "nobody@b.example", password: "a guess at it", visit: visit,
                device: .unknown())
            if number >= 20 { times.append((isKnown, ContinuousClock.now - start)) }
        }
        // Mann-Whitney: the share of pairs in which the known one took longer is a half where nothing tells them apart.
        let (known, unknown) = (times.filter(\.isKnown), times.filter { !$0.isKnown })
        let longer = known.reduce(0) { sum, one in sum + unknown.count { $0.length < one.length } }
        let share = Double(longer) / Double(known.count * unknown.count)
        #expect((0.2...0.8).contains(share), "\(share)")
    }
}

@Suite struct `What is kept of a visit` {
    @Test func `is a network and a kind of browser`() {
        #expect(AddressPrefix.of("192.0.2.7") == "192.0.2.7")
        #expect(AddressPrefix.of("::ffff:192.0.2.7") == "192.0.2.7")
        #expect(AddressPrefix.of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
        #expect(AddressPrefix.of("fe80::1%eth0") == "fe80:0:0:0::/64")
        let agent =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
        #expect(BrowserKind.of(agent) == "Chrome on Windows")
        #expect(BrowserKind.of(agent + " Edg/140.0") == "Edge on Windows")
        #expect(BrowserKind.of("<script>") == "An unknown browser")
    }
}

@Suite struct `The list of breached passwords` {
    @Test func `is found in by each of its lines and by no other`() throws {
        let words = (0..<300).map { "password number \($0)" }
        let path = try Self.list(of: words)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try BreachedPasswords(path: path)
        for word in words { #expect(try list.holds(word)) }
        for number in 300..<600 { #expect(try !list.holds("password number \(number)")) }
        let first = try BreachedPasswords(path: Self.list(of: ["one alone"]))
        #expect(try first.holds("one alone"))
        #expect(try !first.holds("another"))
    }

    @Test func `stops a password that is on it, and every one where it can't be read`() async throws {
        let path = try Self.list(of: ["quiet river stones"])
        let rules = SignInRules(secondFactor: .nobody, breached: try BreachedPasswords(path: path))
        try await TestSite.run(rules: rules) { site in
            let account = try await site.account(.carer)
            await #expect(throws: PasswordRefusal.breached) {
                try await site.accounts.choose("quiet river stones", for: account)
            }
            try FileManager.default.removeItem(atPath: path)
            await #expect(throws: BreachedListFault.unreadable(path)) {
                try await site.accounts.choose("louder river stones", for: account)
            }
        }
    }

    @Test func `is refused where it is none`() throws {
        let path = NSTemporaryDirectory() + "homeward-list-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: BreachedListFault.unreadable(path)) { try BreachedPasswords(path: path) }
        try Data("hello\n".utf8).write(to: URL(filePath: path))
        #expect(throws: BreachedListFault.notAList(path)) { try BreachedPasswords(path: path) }
    }

    /// As it is published: ends of line of two characters, and how often each was seen.
    private static func list(of words: [String]) throws -> String {
        let path = NSTemporaryDirectory() + "homeward-list-\(UUID().uuidString)"
        let lines = words.enumerated().map { number, word in
            let digest = Insecure.SHA1.hash(data: Data(word.utf8)).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
            return "\(digest):\(number * number * 37 + 1)\r\n"
        }
        try Data(lines.sorted().joined().utf8).write(to: URL(filePath: path))
        return path
    }
}

extension TestSite {
    /// A wrong password from somewhere.
    func guess(_ role: Role, from address: String) async throws -> SignInOutcome {
        try await accounts.signIn(
            email: TestSite.email(role), password: "a guess at it", visit: Visit(address: address, browser: ""),
            device: .unknown())
    }
}
