// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// What a server is told, by whom.
@Suite(.timeLimit(.minutes(3))) struct `A server's settings` {
    private func founded() throws -> Workshop {
        let shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        #expect(added.code == 0, "\(added.errors)")
        return shop
    }

    private func settled(_ outcome: Workshop.Outcome) -> [String: [String]] {
        let settings = outcome.json["settings"] as? [[String: String]] ?? []
        return Dictionary(settings.map { ($0["name"] ?? "", [$0["value"] ?? "", $0["source"] ?? ""]) }) { $1 }
    }

    @Test func `count more on the command line than in the environment, and there more than in the file`() throws {
        let shop = try founded()
        let file = try shop.write(
            """
            data: \(shop.data)
            port: 9001
            idle-minutes: 31
            longest-hours: 9
            host-name: [a.example, b.example]
            behind-proxy: 10.0.0.0/24

            """, to: "homeward.yaml")
        let environment = [
            "HOMEWARD_PORT": "9002", "HOMEWARD_IDLE_MINUTES": "32", "HOMEWARD_HOST_NAME": "c.example, d.example",
        ]
        let outcome = try shop.run(
            words: ["config", "check", "--config", file, "--json", "--", "--port", "9003"], environment: environment)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        let all = settled(outcome)
        #expect(all["port"] == ["9003", "the command line"])
        #expect(all["idle-minutes"] == ["32", "$HOMEWARD_IDLE_MINUTES"])
        #expect(all["longest-hours"] == ["9", "the file, line 4"])
        #expect(all["host-name"] == ["c.example d.example", "$HOMEWARD_HOST_NAME"])
        #expect(all["behind-proxy"] == ["10.0.0.0/24", "the file, line 6"])
        // One way to reach it stands in place of another.
        let plain = try shop.run(words: ["config", "check", "--config", file, "--json", "--", "--without-tls"])
        #expect(plain.code == 0 && settled(plain)["behind-proxy"] == nil, "\(plain.output)\(plain.errors)")
    }

    @Test(arguments: [
        ("prot: 1", "line 1: “prot” is no setting"), ("port: 1\nport: 2", "“port” stands twice here"),
        ("port: [1, 2]", "“port” is one value"), ("without-tls: maybe", "“without-tls” is true or false"),
        ("without-tls: true\nport: many", "port"), ("port: 70000\nwithout-tls: true", "A port is a number"),
        ("port: 80", "Say how people reach it"), ("- port", "here stand settings"),
        ("without-tls: true\nledger: 'postgres://a:secret@db/b'", "password"),
    ]) func `are refused with what is wrong`(_ text: String, _ says: String) throws {
        let shop = try founded()
        let file = try shop.write("\(text)\n", to: "homeward.yaml")
        for words in [["config", "check", "--config", file], ["serve", "--config", file]] {
            let outcome = try shop.run(words: words, environment: ["HOMEWARD_DATA": shop.data])
            #expect([1, 2].contains(outcome.code) && outcome.errors.contains(says), "\(outcome.errors)")
            #expect(!outcome.errors.contains("secret@"))
        }
    }

    @Test func `lead to what can't be used, and the check names each`() throws {
        let shop = try founded()
        _ = try shop.write("email: { by: pigeon }\n", to: "record/notices.yaml")
        _ = try shop.write("nonsense: 1\n", to: "record/sign-in.yaml")
        let key = "\(shop.data)/master.key"
        let other = try Workshop()
        _ = try other.run("key", "new", "master", "\(other.folder)/other.key")
        try FileManager.default.removeItem(atPath: key)
        try FileManager.default.copyItem(atPath: "\(other.folder)/other.key", toPath: key)
        let outcome = try shop.run("config", "check", "--json", "--", "--data", shop.data, "--without-tls")
        #expect(outcome.code == 1)
        let findings = outcome.json["findings"] as? [[String: Any]] ?? []
        let wrong = findings.filter { $0["isFine"] as? Bool == false }.compactMap { $0["about"] as? String }
        #expect(wrong == ["keys", "sign-in", "notices"], "\(outcome.output)")
        #expect(!FileManager.default.fileExists(atPath: "\(shop.data)/notices"), "it changes nothing")
    }

    @Test func `are every option of the server, and stand in the file that is shipped`() throws {
        let shop = try Workshop()
        let dumped = try shop.run("serve", "--experimental-dump-help").json["command"] as? [String: Any]
        let arguments = dumped?["arguments"] as? [[String: Any]] ?? []
        let options = Set(
            arguments.compactMap { ($0["names"] as? [[String: String]])?.first { $0["kind"] == "long" }?["name"] })
        let written = try shop.run("config", "new").output
        let settings = Set(written.matches(of: #/(?m)^#?([a-z-]+): /#).map { String($0.1) })
        // What begins a record, what names the file, and how an answer is printed are no settings.
        #expect(options.subtracting(settings) == ["found", "config", "json", "help", "version"])
        #expect(settings.subtracting(options) == [])
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "packaging/homeward.yaml")
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try Data(written.utf8).write(to: shipped)
        }
        #expect(try String(contentsOf: shipped, encoding: .utf8) == written)
        #expect(written.split(separator: "\n").allSatisfy { $0.count <= 200 })
    }
}
