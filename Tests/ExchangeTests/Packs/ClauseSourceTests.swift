// SPDX-License-Identifier: MIT

import Foundation
import Procedures
import Testing

@testable import Exchange

/// The rows of `docs/clauses` beside the texts that they are about, where these lie beside the project.
@Suite(.enabled(if: SourceText.areThere && SourceText.haveRows, "rows and source texts are not both here"))
struct `Every clause of the source` {
    private static let sources = ClauseFolder(path: "\(Repository.root)/docs/clauses").load().value ?? []

    @Test func `of statutory guidance has a row`() throws {
        let guidance = try #require(Self.sources.first { $0.short == "SG" })
        let numbers = try SourceText.of("SG").paragraphs
        #expect(numbers == Array(1...79))
        let rows = Set(guidance.rows.map(\.clause))
        let lacking = numbers.map { "¶\($0)" }.filter { !rows.contains($0) }
        #expect(lacking == [], "docs/clauses/SG.yaml has no row for these paragraphs")
    }

    @Test(arguments: sources.map(\.short)) func `stands under a heading that some row names`(short: String) throws {
        let source = try #require(Self.sources.first { $0.short == short })
        let named = Set((source.rows.flatMap(\.headings) + source.apart).map(SourceText.bare))
        let found = try SourceText.of(short).headings
        #expect(!found.isEmpty)
        #expect(
            found.filter { !named.contains(SourceText.bare($0)) } == [],
            "no row of docs/clauses/\(short).yaml has these under “heading”, nor are they under “apart”")
    }
}

/// The text of a source: the part of a file between two of its lines.
struct SourceText {
    let lines: [String]
    /// Whether a line that ends with a colon is a heading wherever it stands.
    let colonsHead: Bool

    private struct Part {
        let file: String
        /// The line, counted from 1, on which it begins and the one on which it ends; nil for the whole.
        let lines: ClosedRange<Int>?
    }

    private static let inquiry = "birmingham-inquiry-pack-2015.txt"
    private static let parts: [String: [Part]] = [
        "SG": [Part(file: inquiry, lines: 1_162...1_711)],
        "FOST": [Part(file: inquiry, lines: 50...108)],
        "BI": [Part(file: inquiry, lines: 194...944)],
        "BC": [Part(file: inquiry, lines: 945...1_161)],
        "WMP": [Part(file: inquiry, lines: 145...193), Part(file: inquiry, lines: 1_712...1_886)],
        "RF": [Part(file: inquiry, lines: 1_887...2_091)],
        "TCS": [Part(file: inquiry, lines: 2_092...2_416)],
        "H": [Part(file: "hartlepool-storyboard-2018.txt", lines: nil)],
        "CE": [Part(file: "cheshire-east-schools-guidance-2017.txt", lines: nil)],
        "K": [Part(file: "kirklees-strategy-2017.txt", lines: nil)],
        "BF": [Part(file: "bracknell-forest-prevention-strategy-2014.txt", lines: 57...133)],
    ]

    static let shorts: [String] = parts.keys.sorted()
    private static let folder = "\(Repository.root)/../shared/sources"
    static let areThere = FileManager.default.fileExists(atPath: "\(folder)/\(inquiry)")

    static let haveRows = FileManager.default.fileExists(atPath: "\(Repository.root)/docs/clauses")

    static func of(_ short: String) throws -> SourceText {
        let parts = try #require(parts[short])
        let lines = try parts.flatMap { part -> [String] in
            let all = try String(contentsOfFile: "\(folder)/\(part.file)", encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard let range = part.lines else { return [""] + all + [""] }
            return [""] + all[(range.lowerBound - 1)..<min(range.upperBound, all.count)] + [""]
        }
        return SourceText(lines: lines, colonsHead: parts[0].file != inquiry)
    }

    /// The numbers of its paragraphs, in order.
    var paragraphs: [Int] {
        var numbers: [Int] = []
        for line in lines {
            guard let match = line.firstMatch(of: #/^(\d+)\. /#), let number = Int(match.1) else { continue }
            if number == (numbers.last ?? 0) + 1 { numbers.append(number) }
        }
        return numbers
    }

    /// Short lines that stand alone.
    var headings: [String] {
        lines.indices.dropFirst().dropLast().compactMap { place in
            let text = lines[place].replacing(/<[^>]*>|\[[^\]]*\]/, with: "")
                .trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "#*")))
            let isAlone = lines[place - 1].isBlank && lines[place + 1].isBlank
            guard isAlone || (colonsHead && text.hasSuffix(":")), Self.isHeading(text) else { return nil }
            return text
        }
    }

    /// At most 90 characters, beginning with a capital or a digit, not the end of a sentence or a row of a table.
    private static func isHeading(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, text.count <= 90 else { return false }
        guard first.isUppercase || ("0"..."9").contains(first) || "‘'".contains(first) else { return false }
        // A numbered paragraph that ends with a colon goes on below.
        if last == ":", text.contains(#/^\d+\. /#) { return false }
        if ".;,".contains(last) { return false }
        return !text.contains { "\t|@=".contains($0) }
    }

    /// Letters and digits only, without a number at the front.
    static func bare(_ heading: String) -> String {
        heading.lowercased().replacing(/^[\d.]+\s+/, with: "").filter { $0.isLetter || $0.isNumber }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
