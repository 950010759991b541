// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing

@testable import Exchange

/// Our faults beside those of csc-validator-be-903, fault by fault, on seeded dirty folders.
@Suite struct `Beside the national validator` {
    static let environment = ProcessInfo.processInfo.environment

    /// The Python of a virtual environment that has `Tests/peers/requirements.txt`, or nil, which is said aloud.
    static let python: String? = {
        let candidates = [environment["HOMEWARD_PEER_PYTHON"], Samples.root.path + "/.venv/bin/python"]
        for python in candidates.compactMap(\.self) {
            if (try? run(python, ["-c", "import lac_validator"]))?.status == 0 { return python }
        }
        print("SKIPPED: csc-validator-be-903 is not installed; make setup, or set HOMEWARD_PEER_PYTHON")
        return nil
    }()

    @Test(.enabled(if: python != nil, "skipped: csc-validator-be-903 is not installed"))
    func `every rule finds the same rows`() throws {
        let python = try #require(Self.python)
        let peers = Samples.root.path + "/Tests/peers/"
        let count = Self.environment["HOMEWARD_PEER_FOLDERS"].flatMap(Int.init) ?? 15
        let seed = Self.environment["HOMEWARD_PEER_SEED"] ?? "5000"
        let folder = try Folder()
        #expect(try Self.run(python, [peers + "dirty_903.py", folder.path, seed, String(count)]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { folder.path + "/" + $0 }
        var arguments = try names.map { try $0 + ":" + String(contentsOfFile: $0 + "/year.txt", encoding: .utf8) }
        let sample = Samples.path("ssda903/csc-validator-be-903")
        if Samples.found(sample) { arguments.append(sample + ":2018") }
        let said = try Self.run(python, [peers + "validate_903.py"] + arguments)
        #expect(said.status == 0)
        var compared = 0
        for line in said.output.split(separator: "\n") { compared += try compare(String(line), arguments) ? 1 : 0 }
        #expect(compared >= count - count / 20 - 1)
    }

    /// Compares one folder. False where the validator did not take it.
    private func compare(_ line: String, _ arguments: [String]) throws -> Bool {
        let peer = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let folder = try #require(peer["folder"] as? String)
        guard let theirs = peer["faults"] as? [String: [[Any]]] else { return false }
        let failed = Set((peer["failed"] as? [String] ?? []).map { String($0.prefix { $0 != ":" }) })
        let year = arguments.first { $0.hasPrefix(folder + ":") }.flatMap { Int($0.suffix(4)) }
        let faults = try AnalyseRun(paths: [folder], year: year).run().check.faults
        for rule in Rule903.allCases where !failed.contains(rule.rawValue) {
            let ours = faults.filter { $0.rule == rule }.map { "\($0.table.rawValue) \($0.row)" }.sorted()
            let peers = (theirs[rule.rawValue] ?? []).map { "\($0[0]) \($0[1])" }.sorted()
            #expect(ours == peers, "rule \(rule.rawValue) in \(folder)")
        }
        return true
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
