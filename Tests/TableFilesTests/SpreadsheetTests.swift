// SPDX-License-Identifier: MIT

import Analysis
import Foundation
import OtherPrograms
import Testing
import WorkingTime

@testable import TableFiles

@Suite struct `A table as a spreadsheet` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// A Python that has openpyxl, which reads a workbook without us; where there is none, that is said aloud.
    private static let python: String? = {
        let named = ProcessInfo.processInfo.environment["HOMEWARD_PEER_PYTHON"]
        for python in [named, root + "/.venv/bin/python"].compactMap(\.self) {
            if (try? OtherProgram.run(python, ["-c", "import openpyxl"]))?.code == 0 { return python }
        }
        print("SKIPPED: openpyxl is not installed; make setup, or set HOMEWARD_PEER_PYTHON")
        return nil
    }()

    @Test(.enabled(if: python != nil, "skipped: openpyxl is not installed"))
    func `is read by another program as it was written`() throws {
        let summer = try TimeText.instant("2026-06-05T22:10")
        let table = DataTable(
            "list", columns: ["who", "count", "share", "on", "at"],
            rows: [
                [
                    .text("=HYPERLINK(\"x\")"), .number(1_234_567), .decimal(0.1), .date(Self.day(2026, 4, 1)),
                    .time(summer),
                ],
                [.text("+1 <&> Zoë"), .number(-3), .decimal(2.5e-7), .date(Self.day(1899, 12, 31)), .blank],
                [.text(""), .number(0), .decimal(1e15), .blank, .blank],
            ])
        let other = DataTable("list", columns: ["a"], rows: [[.text("b")]])
        let sheets = try read([table, other])
        #expect(sheets.map(\.name) == ["list", "list 2"])
        let first = try #require(sheets.first)
        #expect(first.isFrozen)
        #expect(first.rows.first == ["s:who", "s:count", "s:share", "s:on", "s:at"])
        #expect(
            first.rows.dropFirst().map { $0 } == [
                ["s:=HYPERLINK(\"x\")", "n:1234567", "n:0.1", "d:2026-04-01T00:00:00", "d:2026-06-05T22:10:00"],
                ["s:+1 <&> Zoë", "n:-3", "n:2.5e-07", "s:1899-12-31", "n:None"],
                ["n:None", "n:0", "n:1000000000000000", "n:None", "n:None"],
            ])
    }

    @Test(.enabled(if: python != nil, "skipped: openpyxl is not installed"))
    func `round-trips every number of a seeded thousand`() throws {
        var random = SystemSeed(state: 20_26)
        let numbers = (0..<1_000).map { place -> DataTable.Cell in
            let bits = random.next()
            return place % 2 == 0 ? .number(Int(Int32(truncatingIfNeeded: bits))) : .decimal(Double(bits >> 12) / 1e6)
        }
        let table = DataTable("numbers", columns: ["n"], rows: numbers.map { [$0] })
        let read = try #require(try read([table]).first).rows.dropFirst().map { $0[0] }
        for (cell, told) in zip(numbers, read) {
            let back = Double(told.dropFirst(2))
            switch cell {
            case .number(let number): #expect(back == Double(number))
            case .decimal(let number): #expect(back == number)
            default: Issue.record("no number")
            }
        }
    }

    @Test func `is the same file for the same tables`() throws {
        let table = DataTable("t", columns: ["a"], rows: [[.text("b")]])
        let at = Instant(secondsSince1970: 1_795_212_000)
        #expect(try Spreadsheet([table], madeAt: at).bytes() == Spreadsheet([table], madeAt: at).bytes())
    }

    @Test func `gives each sheet a name that a workbook takes`() {
        let names = ["a/b:c", String(repeating: "x", count: 40), String(repeating: "x", count: 40), ""]
        let sheets = Spreadsheet.sheetNames(of: names.map { DataTable($0, columns: []) })
        #expect(
            sheets == ["a b c", String(repeating: "x", count: 31), String(repeating: "x", count: 27) + " 2", "Sheet"])
    }

    @Test func `refuses a text that no cell holds`() {
        let table = DataTable("t", columns: ["a"], rows: [[.text(String(repeating: "x", count: 40_000))]])
        #expect(throws: TableFileFault.tooLarge) {
            try Spreadsheet([table], madeAt: Instant(secondsSince1970: 0)).bytes()
        }
    }

    private struct Sheet: Decodable {
        let name: String
        let isFrozen: Bool
        let rows: [[String]]
    }

    private func read(_ tables: [DataTable]) throws -> [Sheet] {
        let path = NSTemporaryDirectory() + "homeward-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = try Spreadsheet(tables, madeAt: Instant(secondsSince1970: 1_795_212_000)).bytes()
        try Data(bytes).write(to: URL(filePath: path))
        let python = try #require(Self.python)
        let said = try OtherProgram.run(python, [Self.root + "/Tests/peers/read_workbook.py", path])
        #expect(said.code == 0)
        return try JSONDecoder().decode([Sheet].self, from: Data(said.output.utf8))
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("the test's own date")
        }
        return date
    }
}

/// SplitMix64.
private struct SystemSeed {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
