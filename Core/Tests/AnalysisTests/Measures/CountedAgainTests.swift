// SPDX-License-Identifier: MIT

import Foundation
import Testing
import WorkingTime

@testable import Analysis

/// Every measure beside what DuckDB makes of the same rows, number by number, over random records with holes in them.
@Suite struct `Counted a second time` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Python of a virtual environment that has `Tests/peers/requirements.txt`, or nil, which is said aloud.
    static let python: String? = {
        let asked = ProcessInfo.processInfo.environment["HOMEWARD_PEER_PYTHON"]
        for python in [asked, root.path + "/.venv/bin/python"].compactMap({ $0 }) {
            if (try? run(python, ["-c", "import duckdb"]))?.status == 0 { return python }
        }
        print("SKIPPED: DuckDB is not installed; make setup, or set HOMEWARD_PEER_PYTHON")
        return nil
    }()

    @Test(.enabled(if: python != nil, "skipped: DuckDB is not installed"), arguments: [1, 2, 3])
    func `no number differs`(seed: UInt64) throws {
        let python = try #require(Self.python)
        var record = RandomRecord(seed: seed, children: [4, 25, 60][Int(seed) - 1])
        for _ in 0..<[60, 700, 1_500][Int(seed) - 1] { record.step() }
        let reader = EpisodeReader(point: { code in
            [
                "B31 2AB": .init(eastingMetres: 400_000, northingMetres: 278_000),
                "B33 0AA": .init(eastingMetres: 412_000, northingMetres: 287_000),
                "M1 1AE": .init(eastingMetres: 384_000, northingMetres: 398_000),
                "B27 6QZ": .init(eastingMetres: 411_000, northingMetres: 282_000),
            ][code]
        })
        let table = reader.table(of: record.state, at: record.now)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "counted-again-\(seed)-\(UInt64.random(in: 0...(.max)))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = [EpisodeTable.writtenColumns] + (0..<table.count).map(table.written)
        let (first, second) = (folder.path + "/rows.csv", folder.path + "/many.csv")
        try Self.csv(rows).write(toFile: first, atomically: true, encoding: .utf8)
        try Self.csv(table.writtenMany + [["", "0", "0", "", ""]]).write(
            toFile: second, atomically: true, encoding: .utf8)
        let again = try Self.run(python, [Self.root.path + "/Tests/peers/count_again.py", first, second])
        #expect(again.status == 0)
        let theirs = Set(
            again.output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("seen-district|none|-") })
        let ours = Set(EveryMeasure(of: table).lines)
        #expect(theirs.count > 300)
        #expect(ours.subtracting(theirs).sorted().prefix(12) == [])
        #expect(theirs.subtracting(ours).sorted().prefix(12) == [])
    }

    @Test(.enabled(if: python != nil, "skipped: DuckDB is not installed"), arguments: [1, 2, 3, 4])
    func `no duty, action or case differs`(seed: UInt64) throws {
        let python = try #require(Self.python)
        var record = RandomRecord(seed: seed, children: [5, 25, 60, 90][Int(seed) - 1])
        for _ in 0..<[200, 900, 2_500, 4_000][Int(seed) - 1] { record.step() }
        let work = WorkOfRecord(record, seed: seed)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "work-\(seed)-\(UInt64.random(in: 0...(.max))).csv"
        ).path
        try Self.csv(work.facts).write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let again = try Self.run(
            python,
            [
                Self.root.path + "/Tests/peers/count_work.py", file, String(record.now.secondsSince1970),
                TimeText.write(work.period.lowerBound), TimeText.write(work.period.upperBound),
            ])
        #expect(again.status == 0)
        let (theirs, ours) = (Set(again.output.split(separator: "\n").map(String.init)), Set(work.lines))
        #expect(ours.count > 10)
        #expect(ours.subtracting(theirs).sorted().prefix(12) == [])
        #expect(theirs.subtracting(ours).sorted().prefix(12) == [])
    }

    private static func csv(_ rows: [[String]]) -> String {
        rows.map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n" }.joined()
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
