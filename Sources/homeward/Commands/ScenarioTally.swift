// SPDX-License-Identifier: MIT

/// What became of one scenario.
struct ScenarioOutcome: Encodable {
    let file: String
    /// Nil where the file could not be read.
    let title: String?
    let expectations: Int
    let differences: [String]
}

/// What became of the scenarios of a folder.
struct ScenarioTally {
    let folder: String
    private let scenarios, expectations, differing: Int

    init(_ outcomes: [ScenarioOutcome], in folder: String) {
        self.folder = folder
        scenarios = outcomes.count
        expectations = outcomes.reduce(0) { $0 + $1.expectations }
        differing = outcomes.count { !$0.differences.isEmpty }
    }

    /// One for each folder, in the order of their names.
    static func byFolder(_ outcomes: [ScenarioOutcome]) -> [ScenarioTally] {
        let folders = Dictionary(grouping: outcomes) { outcome in
            outcome.file.split(separator: "/").dropLast().joined(separator: "/")
        }
        return folders.sorted { $0.key < $1.key }.map { ScenarioTally($0.value, in: $0.key) }
    }

    var counted: String { scenarios == 1 ? "1 scenario" : "\(scenarios) scenarios" }

    var summary: String {
        "\(expectations == 1 ? "1 expectation" : "\(expectations) expectations"): "
            + (differing == 0 ? "all met" : "\(differing) with differences")
    }

    var line: String { "\(folder): \(counted), \(summary)" }
}
