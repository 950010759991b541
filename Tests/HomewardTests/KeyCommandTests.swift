// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Testing

@Suite struct `The commands for keys and checkpoints` {
    private let shop: Workshop

    init() throws {
        shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator", "--agency", "eastmoor")
        #expect(added.code == 0, "\(added.errors)")
    }

    private func key(_ name: String = "master.key") throws -> String {
        try String(contentsOfFile: "\(shop.data)/\(name)", encoding: .utf8)
    }

    @Test func `change the master key, keep the old one, and leave the record as it was`() throws {
        let before = try shop.run("verify", "--data", shop.data, "--json").json
        let old = try key()
        let checked = try shop.run("key", "check", "--data", shop.data, "--json")
        let fingerprint = try #require(checked.json["fingerprint"] as? String)
        let changed = try shop.run("key", "rotate", "--data", shop.data, "--json")
        #expect(changed.code == 0, "\(changed.errors)")
        #expect(try key() != old)
        #expect(try key("master.key.before-\(fingerprint)") == old)
        let after = try shop.run("verify", "--data", shop.data, "--json").json
        #expect(after["isSound"] as? Bool == true)
        #expect(after["file"] as? String == "same")
        #expect(after["hash"] as? String == before["hash"] as? String, "the chain is the same")
        let withOld = "\(shop.data)/master.key.before-\(fingerprint)"
        let refused = try shop.run("verify", "--data", shop.data, "--master-key-file", withOld)
        #expect(refused.code == 1 && refused.errors.contains("was changed since"))
        let other = try shop.run("key", "check", "--data", shop.data, "--master-key-file", withOld)
        #expect(other.code == 1 && other.output.contains("is not the one"))
        // The accounts are opened with the new key too.
        let another = try shop.run(
            "user", "add", "--data", shop.data, "--email", "a.hale@eastmoor.example", "--name", "Amira Hale", "--role",
            "social-worker", "--agency", "eastmoor")
        #expect(another.code == 0, "\(another.errors)")
    }

    @Test func `change a master key that is kept elsewhere, and finish what was interrupted`() throws {
        let (old, new) = (shop.folder + "/old.key", shop.folder + "/new.key")
        try FileManager.default.moveItem(atPath: shop.data + "/master.key", toPath: old)
        #expect(try shop.run("key", "new", "master", new).code == 0)
        #expect(try shop.run("key", "new", "master", new).code == 1)
        let words = [
            "key", "rotate", "--data", shop.data, "--master-key-file", old, "--new-master-key-file", new, "--json",
        ]
        #expect(try shop.run("key", "rotate", "--data", shop.data, "--master-key-file", old).code == 2)
        for _ in 0..<2 {
            let changed = try shop.run(words: words)
            #expect(changed.code == 0, "\(changed.errors)")
        }
        #expect(try shop.run("verify", "--data", shop.data, "--master-key-file", new).code == 0)
        #expect(try shop.run("verify", "--data", shop.data, "--master-key-file", old).code == 1)
    }

    @Test func `show no key in what they print, whatever goes wrong`() throws {
        let secret = String(try key().split(separator: ":")[1].prefix(64))
        let broken = try shop.write("homeward-master-key-1:\(secret)ff\n", to: "broken.key")
        chmod(broken, 0o600)
        let stranger = shop.folder + "/stranger.key"
        _ = try shop.run("key", "new", "master", stranger)
        let strange = String(try String(contentsOfFile: stranger, encoding: .utf8).split(separator: ":")[1].prefix(64))
        for words in [
            ["--master-key-file", broken], ["--master-key-file", stranger], ["--master-key-command", "cat \(broken)"],
            ["--master-key-command", "cat \(stranger)"], ["--master-key-command", "ls \(stranger) /none"],
            ["--master-key-environment", "HOMEWARD_NOT_SET"], [],
        ] {
            for command in [["verify"], ["key", "check"], ["backup", "\(shop.folder)/b\(words.count)"]] {
                let outcome = try shop.run(words: command + ["--data", shop.data] + words)
                for text in [outcome.output, outcome.errors] {
                    #expect(!text.contains(secret) && !text.contains(strange) && !text.contains("No such file"))
                }
                #expect(words.isEmpty || outcome.code == 1)
            }
        }
    }

    @Test func `make a checkpoint, and find with it an older copy of everything put back`() throws {
        let signing = shop.folder + "/checkpoint.key"
        let made = try shop.run("key", "new", "checkpoint", signing, "--json")
        let publicKey = try #require(made.json["publicKey"] as? String)
        let copy = shop.folder + "/copy"
        try FileManager.default.copyItem(atPath: shop.data, toPath: copy)
        _ = try shop.run(
            "user", "add", "--data", shop.data, "--email", "a.hale@eastmoor.example", "--name", "Amira Hale", "--role",
            "social-worker", "--agency", "eastmoor")
        let file = shop.folder + "/november.txt"
        let written = try shop.run("checkpoint", "make", "--data", shop.data, "--checkpoint-key", signing, "--to", file)
        #expect(written.code == 0, "\(written.errors)")
        let shown = try shop.run("checkpoint", "show", file, "--public-key", publicKey)
        #expect(shown.code == 0 && shown.output.contains("Its signature is good."))
        let words = ["checkpoint", "check", file, "--public-key", publicKey]
        let holds = try shop.run(words: words + ["--data", shop.data])
        #expect(holds.code == 0 && holds.output.contains("holds"), "\(holds.errors)")
        let older = try shop.run(words: words + ["--ledger", copy + "/ledger.sqlite"])
        #expect(older.code == 1 && older.output.contains("The history ends at entry"))
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let forged = try shop.write(text.replacingOccurrences(of: "subjects 1", with: "subjects 0"), to: "forged.txt")
        let refused = try shop.run("checkpoint", "check", forged, "--public-key", publicKey, "--data", shop.data)
        #expect(refused.code == 1 && refused.errors.contains("says nothing about the record"))
    }

    @Test func `agree with a verifier that was written from the documented form alone`() throws {
        let signing = shop.folder + "/checkpoint.key"
        let publicKey = try #require(
            try shop.run("key", "new", "checkpoint", signing, "--json").json["publicKey"] as? String)
        let file = shop.folder + "/november.txt"
        _ = try shop.run("checkpoint", "make", "--data", shop.data, "--checkpoint-key", signing, "--to", file)
        let ledger = shop.data + "/ledger.sqlite"
        #expect(try independent(file, ledger, publicKey) == "Holds.")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let number = try #require(text.split(separator: "\n").first { $0.hasPrefix("entries ") }).dropFirst(8)
        let forged = try shop.write(text.replacingOccurrences(of: "founded 1", with: "founded 2"), to: "forged.txt")
        #expect(try independent(forged, ledger, publicKey) == "DOES NOT HOLD: the signature is not good.")
        let changes = [
            ("DELETE FROM entry WHERE position = 1", "entry 1 is not there"),
            ("UPDATE entry SET recorded_at = recorded_at + 1 WHERE position = 1", "entry 1 was altered"),
            ("UPDATE entry SET subject = subject + 1 WHERE position = \(number)", "entry \(number) was altered"),
        ]
        for (place, (sql, says)) in changes.enumerated() {
            let changed = "\(shop.folder)/changed-\(place)"
            try FileManager.default.copyItem(atPath: shop.data, toPath: changed)
            try change(changed + "/ledger.sqlite", sql)
            #expect(try independent(file, changed + "/ledger.sqlite", publicKey) == "DOES NOT HOLD: \(says).")
            let words = ["checkpoint", "check", file, "--public-key", publicKey, "--ledger"]
            #expect(try shop.run(words: words + [changed + "/ledger.sqlite"]).code == 1)
        }
    }

    @Test func `let a server leave a checkpoint when it begins and when it ends`() throws {
        let signing = shop.folder + "/checkpoint.key"
        let publicKey = try #require(
            try shop.run("key", "new", "checkpoint", signing, "--json").json["publicKey"] as? String)
        let left = shop.folder + "/checkpoints"
        #expect(try shop.run("serve", "--data", shop.data, "--without-tls", "--checkpoints", left).code == 2)
        let server = Process()
        let output = Pipe()
        server.executableURL = shop.program
        server.arguments = [
            "serve", "--data", shop.data, "--port", "0", "--without-tls", "--checkpoints", left, "--checkpoint-key",
            signing,
        ]
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty, "it answers")
        let verified = try shop.run("verify", "--data", shop.data, "--json")
        #expect(verified.json["file"] as? String == "is-open")
        #expect(verified.code == 0)
        let inUse = try shop.run("key", "rotate", "--data", shop.data)
        #expect(inUse.code == 1 && inUse.errors.contains("Another program has the record open"))
        kill(server.processIdentifier, SIGTERM)
        server.waitUntilExit()
        let names = try FileManager.default.contentsOfDirectory(atPath: left).filter { $0.hasSuffix(".txt") }
        #expect(!names.isEmpty)
        let files = names.map { "\(left)/\($0)" }
        let held = try shop.run(
            words: ["checkpoint", "check"] + files + ["--data", shop.data, "--public-key", publicKey])
        #expect(held.code == 0, "\(held.output)\(held.errors)")
        #expect(try shop.run("verify", "--data", shop.data, "--json").json["file"] as? String == "same")
    }

    private func independent(_ checkpoint: String, _ ledger: String, _ key: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return try python([root + "/scripts/verify-chain", checkpoint, ledger, key])
    }

    private func change(_ file: String, _ sql: String) throws {
        let program = """
            import sqlite3, sys
            d = sqlite3.connect(sys.argv[1])
            for (t,) in d.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                d.execute("DROP TRIGGER " + t)
            d.execute(sys.argv[2]); d.commit()
            """
        _ = try python(["-c", program, file, sql])
    }

    private func python(_ words: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + words
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
