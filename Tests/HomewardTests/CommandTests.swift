// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The command` {
    @Test(arguments: [
        "serve", "demo", "import ssda903", "import police", "analyse", "report", "scenario run", "scenario evaluate",
        "protocol check", "protocol show", "protocol new", "protocol diff", "protocol explain",
        "protocol replay", "protocol adopt", "protocol clauses", "access table", "access agreement",
        "access dpia", "verify", "backup", "restore", "user add", "user list",
        "user reset-password", "client add", "client revoke",
        "key new", "key check", "key rotate", "checkpoint make", "checkpoint show", "checkpoint check",
        "match query", "match evaluate", "match duplicates", "match train",
        "export 903", "export annex-a", "export ssd", "export cme", "export extract", "import postcodes",
        "records", "erase propose", "erase confirm", "subject-access", "ledger prepare", "ledger copy",
    ])
    func `teaches with an example`(name: String) throws {
        let words = name.split(separator: " ").map(String.init)
        let help = try run(words + ["--help"])
        #expect(help.code == 0)
        #expect(help.output.contains("Example"))
        #expect(help.output.contains("homeward \(name)"))
    }

    @Test(arguments: [["frog"], ["verify", "--frog"], ["import", "ssda903"], ["serve", "--port", "99999999"]])
    func `ends with 2 when it is asked wrongly`(words: [String]) throws {
        let outcome = try run(words)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test func `ends with 1 and says what to do where there is no record`() throws {
        let shop = try Workshop()
        for words in [["verify"], ["backup", shop.folder + "/b"], ["serve", "--without-tls"]] {
            let outcome = try run(words + ["--data", shop.data])
            #expect(outcome.code == 1)
            #expect(outcome.errors.contains("There is no record"))
            #expect(outcome.errors.contains("homeward user add"))
        }
        #expect(!FileManager.default.fileExists(atPath: shop.data))
    }

    @Test func `begins a record with its first person, backs it up, restores it, verifies it`() throws {
        let shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator", "--agency", "eastmoor", "--json")
        #expect(added.code == 0)
        #expect(added.json["password"] is String)
        #expect(added.errors.contains("KEEP A COPY"))
        #expect(try shop.run("backup", shop.folder + "/copy", "--data", shop.data).code == 0)
        #expect(try shop.run("backup", shop.folder + "/copy", "--data", shop.data).code == 1)
        let other = shop.folder + "/other"
        let restored = try shop.run(
            "restore", shop.folder + "/copy", "--data", other, "--master-key-file", shop.data + "/master.key", "--json")
        #expect(restored.json["isVerified"] as? Bool == true)
        #expect(try shop.run("restore", shop.folder + "/copy", "--data", other).code == 1)
        let verified = try shop.run("verify", "--data", shop.data, "--json")
        #expect(verified.code == 0)
        #expect(verified.json["isSound"] as? Bool == true)
    }

    @Test func `verifies a backup where it lies, and puts no damaged one back unless told to`() throws {
        let shop = try Workshop()
        _ = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator", "--agency", "eastmoor")
        let copy = shop.folder + "/copy"
        #expect(try shop.run("backup", copy, "--data", shop.data).code == 0)
        let withKey = ["--master-key-file", shop.data + "/master.key"]
        let sound = try shop.run(words: ["verify", "--data", copy, "--json"] + withKey)
        #expect(sound.code == 0 && sound.json["file"] as? String == "same", "\(sound.output)\(sound.errors)")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: copy + "/ledger.sqlite"))
        bytes[bytes.count - 2_000] ^= 1
        try bytes.write(to: URL(fileURLWithPath: copy + "/ledger.sqlite"))
        let damaged = try shop.run(words: ["verify", "--data", copy] + withKey)
        #expect(damaged.code == 1 && damaged.output.contains("file-altered"), "\(damaged.output)\(damaged.errors)")
        // With the master key it is verified whole, without it only the digest can be compared.
        for words in [withKey, []] {
            let other = shop.folder + "/other-\(words.count)"
            let refused = try shop.run(words: ["restore", copy, "--data", other] + words)
            #expect(refused.code == 1 && refused.errors.contains("The backup is damaged, and nothing was put back"))
            #expect(!FileManager.default.fileExists(atPath: other + "/ledger.sqlite"))
            let forced = try shop.run(words: ["restore", copy, "--data", other, "--even-if-damaged"] + words)
            #expect(FileManager.default.fileExists(atPath: other + "/ledger.sqlite"), "\(forced.errors)")
        }
    }

    private func run(_ words: [String]) throws -> Workshop.Outcome { try Workshop().run(words: words) }
}
