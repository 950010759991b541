// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// One requirement of the verification standard, and where we stand.
struct Requirement {
    let id: String
    let level: Int
    let status: String
    let asks: String
    let says: String
    let tests: [String]

    /// Six columns with tabs between: id, level, status, asks, says, tests (`//` between them).
    init?(line: Substring) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 6, let level = Int(columns[1]) else { return nil }
        (id, self.level, status, asks, says) = (columns[0], level, columns[2], columns[3], columns[4])
        tests = columns[5].split(separator: " // ").map(String.init)
    }

    var chapter: Int { Int(id.dropFirst().prefix { $0 != "." }) ?? 0 }

    var row: String {
        let proof = tests.isEmpty ? "" : " *\(tests.joined(separator: "*; *"))*"
        return "| \(id) | \(level) | \(asks) | \(status) | \(says)\(proof) |"
    }
}

/// The sentences of a file's tests, as the lists of both kinds of test show them.
func testNames(in file: SourceFile) -> [String] {
    var names: [String] = []
    for line in file.lines {
        for match in line.matches(of: /func `([^`]+)`/) { names.append(String(match.output.1)) }
        for match in line.matches(of: /def test_(\w+)/) {
            names.append(String(match.output.1).replacing("_", with: " "))
        }
    }
    return names
}

/// What is wrong with a requirement's line.
func requirementFaults(_ requirement: Requirement, known: Set<String>) -> [String] {
    var faults: [String] = []
    if requirement.asks.isEmpty || requirement.says.isEmpty { faults.append("says nothing") }
    switch requirement.status {
    case "met": if requirement.tests.isEmpty { faults.append("is met, and no test says so") }
    case "not met", "not applicable": if !requirement.tests.isEmpty { faults.append("names a test and isn't met") }
    default: faults.append("has no such status as “\(requirement.status)”")
    }
    faults += requirement.tests.filter { !known.contains($0) }.map { "names no test of ours: \($0)" }
    return faults.map { "\(requirement.id) \($0)" }
}

private let data = "docs/security/asvs.txt"
private let page = "docs/security.md"
private let begin = "## Line by line\n"

/// The generated part of the page.
func securityTable(_ requirements: [Requirement]) -> String {
    let counts = ["met", "not applicable", "not met"].map { status in
        "\(requirements.count { $0.status == status }) \(status)"
    }
    let head = """
        Of \(requirements.count) lines, \(counts.joined(separator: ", ")). A line that is met names its tests by their sentences.
        """
    let names = [
        1: "Encoding", 2: "Validation and the work's logic", 3: "In the browser", 4: "HTTP", 5: "Files",
        6: "Signing in",
        7: "Sessions", 8: "Who may what", 9: "Self-contained tokens", 10: "OAuth and OpenID", 11: "Cryptography",
        12: "On the way", 13: "Set up", 14: "Data", 15: "Code and dependencies", 16: "Logs and faults", 17: "WebRTC",
    ]
    let chapters = Set(requirements.map(\.chapter)).sorted().map { chapter in
        let rows = requirements.filter { $0.chapter == chapter }.map(\.row).joined(separator: "\n")
        return "### V\(chapter) \(names[chapter] ?? "")\n\n| | level | asks | | how |\n|---|---|---|---|---|\n\(rows)\n"
    }
    return "\(begin)\n\(head)\n\n\(chapters.joined(separator: "\n"))"
}

@Suite struct `The security page is true` {
    private static let lines = Repository.files.first { $0.path == data }?.lines ?? []
    private static let requirements = lines.dropFirst().compactMap { Requirement(line: $0) }

    @Test func `holds every requirement of levels one and two once`() {
        let counted = Dictionary(grouping: Self.requirements.filter { $0.level < 3 }, by: \.chapter).mapValues(\.count)
        let asked = [
            1: 27, 2: 12, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13, 14: 9, 15: 13,
            16: 16, 17: 7,
        ]
        #expect(counted == asked)
        #expect(Set(Self.requirements.map(\.id)).count == Self.requirements.count)
        #expect(Self.requirements.count == Self.lines.dropFirst().count { !$0.isEmpty }, "each line can be read")
    }

    @Test func `names for what is met the tests that say so`() {
        let known = Set(Repository.files.filter { $0.path.contains("Tests/") }.flatMap(testNames))
        #expect(known.count > 200)
        #expect(Self.requirements.flatMap { requirementFaults($0, known: known) } == [])
    }

    @Test func `is made from its lines`() throws {
        let address = Repository.root.appending(path: page)
        let text = try String(contentsOf: address, encoding: .utf8)
        let start = try #require(text.range(of: begin)).lowerBound
        let wanted = text[..<start] + securityTable(Self.requirements)
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try wanted.write(to: address, atomically: true, encoding: .utf8)
        }
        #expect(text == wanted, "renew it: HOMEWARD_RENEW_PAGES=1 swift test --filter TidyTests")
    }

    @Test func `or found`() throws {
        let known: Set = ["opens nothing"]
        for (line, faults) in [
            ("V1.1.1\t2\tmet\tasks\tsays\topens nothing", 0), ("V1.1.1\t2\tmet\tasks\tsays\t", 1),
            ("V1.1.1\t2\tmet\tasks\tsays\tother", 1), ("V1.1.1\t2\tnot met\tasks\t\t", 1),
            ("V1.1.1\t2\tmaybe\tasks\tsays\t", 1), ("V1.1.1\t2\tnot met\tasks\tsays\topens nothing", 1),
        ] {
            let requirement = try #require(Requirement(line: Substring(line)))
            #expect(requirementFaults(requirement, known: known).count == faults, "\(line)")
        }
        #expect(Requirement(line: "V1.1.1\t2") == nil)
    }
}
