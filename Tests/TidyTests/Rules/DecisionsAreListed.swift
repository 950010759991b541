// SPDX-License-Identifier: MIT
import Testing

private let folder = "docs/decisions/"

/// Decisions that their list does not link to, or that do not begin with their own number.
func unlistedDecisions(_ decisions: [SourceFile], list: String) -> [Finding] {
    decisions.flatMap { decision -> [Finding] in
        let number = String(decision.name.prefix(4))
        var findings: [Finding] = []
        if !list.contains("[\(number)](\(decision.name))") {
            findings.append(Finding(decision, line: 1, "add it to \(folder)README.md as [\(number)](\(decision.name))"))
        }
        if decision.lines.first?.hasPrefix("# \(number) ") != true {
            findings.append(Finding(decision, line: 1, "the first line is to be “# \(number) ” and what was decided"))
        }
        return findings
    }
}

@Suite struct `Decisions are listed` {
    @Test func `each with its number`() throws {
        let pages = Repository.files.filter { $0.path.hasPrefix(folder) }
        let list = try #require(pages.first { $0.name == "README.md" })
        let decisions = pages.filter { $0.name != "README.md" }
        #expect(!decisions.isEmpty)
        expectNone(unlistedDecisions(decisions, list: list.lines.joined(separator: "\n")))
    }

    @Test func `or found`() {
        let decision = SourceFile(path: "\(folder)0009-a.md", text: "# 0008 A\n")
        #expect(unlistedDecisions([decision], list: "[0009](0009-a.md)").count == 1)
        #expect(unlistedDecisions([decision], list: "").count == 2)
    }
}
