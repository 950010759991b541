// SPDX-License-Identifier: MIT

import Foundation
import OtherPrograms
import Testing

/// csc-validator-be-903, in a virtual environment that has `Tests/peers/requirements.txt`.
enum PeerValidator {
    static let environment = ProcessInfo.processInfo.environment

    /// The Python that has it, or nil, which is said aloud.
    static let python: String? = {
        let candidates = [environment["HOMEWARD_PEER_PYTHON"], Samples.root.path + "/.venv/bin/python"]
        for python in candidates.compactMap(\.self) {
            if (try? OtherProgram.run(python, ["-c", "import lac_validator"]))?.code == 0 { return python }
        }
        print("SKIPPED: csc-validator-be-903 is not installed; make setup, or set HOMEWARD_PEER_PYTHON")
        return nil
    }()

    static var scripts: String { Samples.root.path + "/Tests/peers/" }

    /// What it finds in each folder, given as `folder:year`: rule, table and row, in order.
    static func faults(in folders: [String]) throws -> [String: [String]] {
        let said = try OtherProgram.run(try #require(python), [scripts + "validate_903.py"] + folders)
        #expect(said.code == 0)
        var found: [String: [String]] = [:]
        for line in said.output.split(separator: "\n") {
            let answer = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let folder = try #require(answer["folder"] as? String)
            #expect(answer["refused"] == nil, "\(answer)")
            #expect((answer["failed"] as? [String]) == [], "\(answer)")
            let faults = try #require(answer["faults"] as? [String: [[Any]]])
            found[folder] = faults.flatMap { rule, rows in rows.map { "\(rule) \($0[0]) \($0[1])" } }.sorted()
        }
        return found
    }
}
