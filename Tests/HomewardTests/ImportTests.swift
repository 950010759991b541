// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Importing a return` {
    @Test func `brings it in, and the second time changes nothing`() throws {
        let shop = try Workshop()
        let folder = try SmallReturn.write(in: shop)
        let first = try shop.run("import", "ssda903", folder, "--data", shop.data, "--json")
        #expect(first.code == 0)
        #expect(first.json["changed"] as? Bool == true)
        let counts = first.json["counts"] as? [String: Int] ?? [:]
        #expect(counts["childrenNew"] == 2)
        #expect(counts["placements"] == 3)
        #expect(counts["missing"] == 2)
        #expect(counts["away"] == 1)
        #expect(counts["stillOpen"] == 1)
        let before = try position(shop)
        let second = try shop.run("import", "ssda903", folder, "--data", shop.data, "--json")
        #expect(second.code == 0)
        #expect(second.json["changed"] as? Bool == false)
        #expect((second.json["counts"] as? [String: Int])?["childrenKnown"] == 2)
        #expect(try position(shop) == before)
    }

    @Test func `adds the return of a child who was away when it is known`() throws {
        let shop = try Workshop()
        var folder = try SmallReturn.write(in: shop)
        #expect(try shop.run("import", "ssda903", folder, "--data", shop.data).code == 0)
        let later = SmallReturn.missing.replacingOccurrences(of: "06/01/2024,", with: "06/01/2024,09/01/2024")
        folder = try SmallReturn.write(in: shop, missing: later)
        let outcome = try shop.run("import", "ssda903", folder, "--data", shop.data, "--json")
        #expect((outcome.json["counts"] as? [String: Int])?["returns"] == 1)
        #expect(outcome.json["changed"] as? Bool == true)
    }

    @Test func `stores nothing on a dry run`() throws {
        let shop = try Workshop()
        let folder = try SmallReturn.write(in: shop)
        let outcome = try shop.run("import", "ssda903", folder, "--data", shop.data, "--dry-run", "--json")
        #expect(outcome.code == 0)
        #expect((outcome.json["counts"] as? [String: Int])?["childrenNew"] == 2)
        #expect(!FileManager.default.fileExists(atPath: shop.data))
    }

    @Test(arguments: [
        "1002,03/04/2010,M,09/11/2023,01/11/2023", ",03/04/2010,M,09/11/2023,", "1002,03/04/2010,M,soon,",
    ])
    func `with a fault in the middle stores nothing, or leaves the row out when asked`(row: String) throws {
        let shop = try Workshop()
        #expect(try shop.run("import", "ssda903", try SmallReturn.write(in: shop), "--data", shop.data).code == 0)
        let before = try position(shop)
        let text = SmallReturn.missing + row + "\n1001,01/02/2009,M,05/12/2023,07/12/2023\n"
        let folder = try SmallReturn.write(in: shop, missing: text)
        let stopped = try shop.run("import", "ssda903", folder, "--data", shop.data, "--json")
        #expect(stopped.code == 1)
        let faults = stopped.json["faults"] as? [[String: Any]] ?? []
        #expect(faults.first?["line"] as? Int == 5)
        #expect(try position(shop) == before)
        let asked = try shop.run("import", "ssda903", folder, "--data", shop.data, "--leave-out-faulty", "--json")
        #expect(asked.code == 0)
        #expect((asked.json["counts"] as? [String: Int])?["missing"] == 1)
    }

    @Test func `that is no return is refused in a sentence, with nothing begun`() throws {
        let shop = try Workshop()
        let half = String(SmallReturn.missing.prefix(70))
        let lacking = SmallReturn.missing.replacingOccurrences(of: "MIS_START", with: "STARTED")
        for text in [half + "\"", lacking, "PK\u{3}\u{4}\u{0}\u{0}nonsense", ""] {
            let path = try shop.write(text, to: "one/missing.csv")
            let outcome = try shop.run("import", "ssda903", path, "--data", shop.data)
            #expect(outcome.code == 1, "\(text.prefix(30))")
            // What is wrong with the file stands alone; what is wrong with a line is listed by line.
            let says = outcome.errors + outcome.output
            #expect(says.contains("missing.csv: ") || says.contains("missing.csv, line "), "\(says)")
        }
        #expect(!FileManager.default.fileExists(atPath: shop.data))
    }

    private func position(_ shop: Workshop) throws -> Int? {
        try shop.run("verify", "--data", shop.data, "--json").json["position"] as? Int
    }
}

@Suite struct `Importing a police extract` {
    private static let mapping = """
        title: Test force
        columns: { reference: REF, child: NAME, person: PERSON, born: DOB, category: TYPE, began: FROM, ended: TO, risk: RISK }
        categories: { missing: [MISSING], absent: [ABSENT] }
        """
    private static let rows = """
        REF,NAME,PERSON,DOB,TYPE,FROM,TO,RISK
        A1,Kezia Addo,P1,05/06/2010,MISSING,01/03/2025 21:10,02/03/2025 08:00,High
        A2,Kezia Addo,P1,05/06/2010,ABSENT,11/03/2025 21:10,11/03/2025 23:50,
        A3,Jordan Marsh,,01/02/2011,MISSING,04/03/2025 17:00,04/03/2025 23:00,Medium
        A4,Somebody,,,MISSING,04/03/2025 17:00,,

        """

    @Test func `brings it in, lists what somebody has to decide, and the second time changes nothing`() throws {
        let shop = try Workshop()
        let mapping = try shop.write(Self.mapping, to: "force.yaml")
        let extract = try shop.write(Self.rows, to: "extract.csv")
        let first = try shop.run("import", "police", extract, "--mapping", mapping, "--data", shop.data, "--json")
        #expect(first.code == 0, "\(first.errors)")
        let counts = first.json["counts"] as? [String: Int] ?? [:]
        #expect(counts["childrenNew"] == 2)
        #expect(counts["missing"] == 2)
        #expect(counts["absent"] == 1)
        #expect((first.json["toDecide"] as? [Any])?.count == 1)
        let second = try shop.run("import", "police", extract, "--mapping", mapping, "--data", shop.data, "--json")
        #expect(second.json["changed"] as? Bool == false)
    }
}

@Suite struct `A police extract about children whom the record knows` {
    private static let mapping = """
        title: Test force
        columns: { reference: REF, child: NAME, person: PERSON, born: DOB, category: TYPE, began: FROM, ended: TO, risk: RISK }
        categories: { missing: [MISSING], absent: [ABSENT] }
        """
    private static let head = "REF,NAME,PERSON,DOB,TYPE,FROM,TO,RISK\n"

    @Test func `finds them under another spelling, and leaves a doubt to a person`() throws {
        let shop = try Workshop()
        let mapping = try shop.write(Self.mapping, to: "force.yaml")
        let first = try shop.write(
            Self.head + "A1,Oluwaseyi Wojciechowska,,05/06/2010,MISSING,01/03/2025 21:10,02/03/2025 08:00,High\n",
            to: "first.csv")
        #expect(try shop.run("import", "police", first, "--mapping", mapping, "--data", shop.data).code == 0)
        let second = try shop.write(
            Self.head + """
                B1,"WOJCIECHOWSKI, Oluwasey",,05/06/2010,MISSING,05/03/2025 21:10,06/03/2025 08:00,High
                B2,Oluwaseyi Wojciechowska,,17/09/2013,MISSING,07/03/2025 21:10,08/03/2025 08:00,High
                B3,Gregor Quimby,,01/02/2012,MISSING,09/03/2025 21:10,10/03/2025 08:00,High

                """, to: "second.csv")
        let outcome = try shop.run(
            "import", "police", second, "--mapping", mapping, "--data", shop.data, "--json")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let counts = outcome.json["counts"] as? [String: Int] ?? [:]
        #expect(counts["childrenKnown"] == 1)
        #expect(counts["childrenNew"] == 1)
        let open = outcome.json["toDecide"] as? [[String: Any]] ?? []
        #expect(open.count == 1)
        #expect("\(open.first ?? [:])".contains("It may be child 1."))
    }
}
