// SPDX-License-Identifier: MIT
import Testing

/// One breach of a rule: where, and what to do instead.
struct Finding: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let says: String

    init(_ file: SourceFile, line: Int, _ says: String) {
        self.init(path: file.path, line: line, says: says)
    }

    init(path: String, line: Int, says: String) {
        self.path = path
        self.line = line
        self.says = says
    }

    var description: String { "\(path):\(line): \(says)" }
}

/// Fails the running test with one line for each finding.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    let sorted = findings.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
    let list = sorted.map(\.description).joined(separator: "\n")
    if !findings.isEmpty { Issue.record("\n\(list)", sourceLocation: sourceLocation) }
}
