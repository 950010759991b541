// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import OtherPrograms
import Testing

@testable import Exchange

/// Our faults beside those of csc-validator-be-903, fault by fault, on seeded dirty folders.
@Suite struct `Beside the national validator` {
    @Test(.enabled(if: PeerValidator.python != nil, "skipped: csc-validator-be-903 is not installed"))
    func `every rule finds the same rows`() throws {
        let python = try #require(PeerValidator.python)
        let peers = PeerValidator.scripts
        let count = PeerValidator.environment["HOMEWARD_PEER_FOLDERS"].flatMap(Int.init) ?? 15
        let seed = PeerValidator.environment["HOMEWARD_PEER_SEED"] ?? "5000"
        let folder = try Folder()
        #expect(try OtherProgram.run(python, [peers + "dirty_903.py", folder.path, seed, String(count)]).code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { folder.path + "/" + $0 }
        var arguments = try names.map { try $0 + ":" + String(contentsOfFile: $0 + "/year.txt", encoding: .utf8) }
        let sample = Samples.path("ssda903/csc-validator-be-903")
        if Samples.found(sample) { arguments.append(sample + ":2018") }
        let said = try OtherProgram.run(python, [peers + "validate_903.py"] + arguments)
        #expect(said.code == 0)
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
}
