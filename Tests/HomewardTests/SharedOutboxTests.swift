// SPDX-License-Identifier: MIT

import Foundation
import LocalReceiver
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct `Several servers with one outbox` {
    @Test func `send each message once, and one goes on where another was killed in the middle`() async throws {
        let shop = try SharedWorkshop()
        #expect(try shop.prepare().code == 0)
        for (email, role, agency) in [
            ("carer0@example.org", "home-manager", "larch-house"), ("night@example.org", "edt", "eastmoor"),
            ("sam@example.org", "social-worker", "eastmoor"),
        ] {
            #expect(try shop.addPerson(email, role, agency).code == 0)
        }
        let taking = Taking()
        let receiver = LocalReceiver { taking.reply(to: $0) }
        defer { receiver.end() }
        let settings = ["--notices", try shop.notices(to: receiver)]
        let first = try shop.serve(settings)
        try await until("the first does what one does") { try !shop.holder().isEmpty }
        let second = try shop.serve(settings)
        let before = try shop.holder()

        // Each step at the other server; only one of both tells of it.
        let visitor = Visitor()
        let addresses = [first.address, second.address]
        let turn = Mutex(0)
        let next = {
            turn.withLock { turn in
                turn += 1
                return addresses[turn % 2]
            }
        }
        _ = try await visitor.signIn("carer0@example.org", SharedWorkshop.password, at: first.address)
        for number in 0..<3 { #expect(try await visitor.report("Child \(number)z", next)) }
        try await until("everything arrived") { try shop.hasDelivered(atLeast: 3) }
        let once = taking.taken.withLock { $0 }
        #expect(Set(once.values) == [1], "\(once)")
        #expect(try Set(once.keys).count == shop.messages("delivered").count)
        #expect(try shop.holder() == before, "the first sent them all")

        // It is killed while a receiver has its message and has said nothing yet.
        taking.isStalling.withLock { $0 = true }
        #expect(try await visitor.report("Child late", { second.address }))
        try await until("a message is under way") { !taking.stalled.withLock { $0.isEmpty } }
        first.kill()
        taking.isStalling.withLock { $0 = false }
        try await until("the second sends what the first left") { try shop.hasDelivered(atLeast: once.count + 1) }
        #expect(try shop.holder() != before)
        let (taken, stalled) = (taking.taken.withLock { $0 }, taking.stalled.withLock { $0 })
        #expect(Set(taken.values) == [1], "\(taken)")
        #expect(stalled.allSatisfy { taken[$0] == 1 }, "what was under way came again under its key")
        #expect(try Set(taken.keys).count == shop.messages("delivered").count)
        second.end()
        #expect(try shop.holder().isEmpty, "whoever is ended leaves the work to the others")
    }

    /// A minute and a half is far longer than any of it takes.
    private func until(_ what: Comment, _ isSo: () async throws -> Bool) async throws {
        for _ in 0..<300 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(300))
        }
        Issue.record(what)
    }
}

/// What an agency's own system was sent: by each key how often it took it, and what it never answered.
private final class Taking: Sendable {
    let taken = Mutex<[String: Int]>([:])
    let stalled = Mutex<Set<String>>([])
    let isStalling = Mutex(false)

    func reply(to request: LocalReceiver.Request) -> LocalReceiver.Reply {
        let key = request.headers["homeward-message"] ?? ""
        if isStalling.withLock({ $0 }) {
            stalled.withLock { _ = $0.insert(key) }
            return .stall
        }
        taken.withLock { $0[key, default: 0] += 1 }
        return .status(204, "")
    }
}

extension SharedWorkshop {
    /// Settings by which the authority's own system is told.
    fileprivate func notices(to receiver: LocalReceiver) throws -> String {
        let secret = "\(folder)/hook.secret"
        try Data("a secret that both of us hold, and nobody else\n".utf8).write(to: URL(fileURLWithPath: secret))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let file = "\(folder)/notices.yaml"
        let text = """
            address: https://homeward.example
            webhooks:
              - { agency: eastmoor, address: '\(receiver.address)/hook', secretFile: \(secret) }

            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Which process does what only one does; empty for none.
    fileprivate func holder() throws -> String {
        try database.change("SELECT holder FROM record.lease WHERE name = 'work that one does'")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    fileprivate func messages(_ state: String) throws -> [[String: Any]] {
        let answer = try run(["outbox", "list", "--state", state, "--json"] + place)
        return try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]] ?? []
    }

    fileprivate func hasDelivered(atLeast count: Int) throws -> Bool {
        guard try messages("waiting").isEmpty else { return false }
        return try count <= messages("delivered").count
    }
}
