// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Taking a return out` {
    private func founded() throws -> Workshop {
        let shop = try Workshop()
        let folder = try SmallReturn.write(in: shop)
        #expect(
            try shop.run("import", "ssda903", folder, "--data", shop.data, "--authority", "eastmoor").code == 0)
        for (email, role) in [("tess@eastmoor.example", "team-manager"), ("carl@eastmoor.example", "carer")] {
            let added = try shop.run(
                "user", "add", "--data", shop.data, "--email", email, "--name", "Somebody", "--role", role, "--agency",
                "eastmoor")
            #expect(added.code == 0, "\(added.errors)")
        }
        return shop
    }

    private func export(_ shop: Workshop, _ words: String...) throws -> Workshop.Outcome {
        try shop.run(words: ["export"] + words + ["--data", shop.data, "--as", "tess@eastmoor.example"])
    }

    @Test func `writes what was imported, into a folder of its own, and notes each child`() throws {
        let shop = try founded()
        let out = shop.folder + "/out"
        let outcome = try export(shop, "903", "--year", "2024", "--out", out, "--json")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.json["rows"] as? [String: Int] == ["header": 2, "episodes": 3, "missing": 3])
        let missing = try String(contentsOfFile: "\(out)/missing.csv", encoding: .utf8)
        #expect(missing.replacingOccurrences(of: "\r\n", with: "\n") == SmallReturn.missing)
        let looks = try shop.run("audit", "child", "1", "--data", shop.data, "--json")
        #expect(looks.output.contains("homeward export 903") && looks.output.contains("exported"))
        let again = try export(shop, "903", "--year", "2024", "--out", out)
        #expect(again.code == 1 && again.errors.contains("nothing is ever written over"))
    }

    @Test func `says what the national rules would stop at, and ends with 1`() throws {
        let shop = try founded()
        let outcome = try export(shop, "903", "--year", "2025", "--out", shop.folder + "/next")
        // The period from January was open last year, and the record has it open still: it is carried on.
        #expect(outcome.code == 0, "\(outcome.output)")
        let sent = try SmallReturn.write(
            in: shop, missing: SmallReturn.missing.replacingOccurrences(of: "06/01/2024", with: "05/01/2024"))
        let other = try export(
            shop, "903", "--year", "2025", "--out", shop.folder + "/other", "--previous", sent)
        #expect(other.code == 1 && other.output.contains("Rule 576, child 1, 1001"))
        #expect(other.output.contains("Return the period again with the start date it had last year"))
    }

    @Test func `writes the other tables, as a workbook too`() throws {
        let shop = try founded()
        for (what, files) in [
            ("annex-a", ["annex-a.xlsx", "list-8.csv"]), ("ssd", ["ssd-missing.xlsx", "ssd_missing.csv"]),
            (
                "cme",
                [
                    "children-missing-education.xlsx", "deletion-return.csv", "missing-education-return.csv",
                    "ten-day-return.csv",
                ]
            ),
        ] {
            let out = "\(shop.folder)/\(what)"
            let outcome = try export(shop, what, "--xlsx", "--out", out)
            #expect(outcome.code == 0, "\(what): \(outcome.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == files)
        }
    }

    @Test func `writes the analysts' extract, whose keys change unless they are kept`() throws {
        let shop = try founded()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "ann@eastmoor.example", "--name", "Ann Alyst", "--role",
            "analyst", "--agency", "eastmoor")
        #expect(added.code == 0)
        let directory = try shop.write(
            "pcds,oseast1m,osnrth1m\nEM1 2AB,400000,300000\nEM3 4CD,408047,300000\n", to: "directory.csv")
        let loaded = try shop.run("import", "postcodes", directory, "--data", shop.data, "--json")
        #expect(loaded.code == 0 && loaded.json["postcodes"] as? Int == 2, "\(loaded.errors)")
        func children(_ words: String...) throws -> String {
            let out = "\(shop.folder)/\(UUID().uuidString)"
            let words =
                ["export", "extract", "--out", out, "--data", shop.data, "--as", "ann@eastmoor.example"] + words
            let outcome = try shop.run(words: words)
            #expect(outcome.code == 0, "\(outcome.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
            #expect(names.contains("extract.sqlite") && names.count == 9)
            for name in names {
                let bytes = FileManager.default.contents(atPath: "\(out)/\(name)") ?? Data()
                for secret in ["Child 1001", "1001", "EM1 2AB", "EM3 4CD", "Ann Alyst"] {
                    #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
                }
            }
            return try String(contentsOfFile: "\(out)/child.csv", encoding: .utf8)
        }
        let keys = shop.folder + "/keys"
        let first = try children()
        #expect(try children() != first)
        let kept = try children("--keys", keys)
        #expect(try children("--keys", keys) == kept)
        #expect(first.split(whereSeparator: \.isNewline).count == 3)
    }

    @Test func `is refused to who may not, and to nobody known`() throws {
        let shop = try founded()
        for email in ["carl@eastmoor.example", "nobody@eastmoor.example"] {
            let outcome = try shop.run(
                "export", "903", "--year", "2024", "--out", shop.folder + "/out", "--data", shop.data, "--as", email)
            #expect(outcome.code == 1)
            #expect(!FileManager.default.fileExists(atPath: shop.folder + "/out"))
        }
    }
}
