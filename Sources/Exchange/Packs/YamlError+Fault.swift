// SPDX-License-Identifier: MIT

import Procedures
import Yams

extension YamlError {
    /// What stops a text from being YAML, in a sentence for somebody who never heard of it.
    func fault(in file: String, _ text: String) -> ReadingFault {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        switch self {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let slip = Slip(
                problem: problem, context: context?.text ?? "", openedOnLine: context?.mark.line ?? mark.line,
                line: min(max(mark.line, 1), lines.count), column: max(mark.column, 1), lines: lines)
            return slip.fault(in: file)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            let places = Self.lines(with: key, from: context.mark, lines)
            let first = places.first.map { ", first on line \($0)" } ?? ""
            return ReadingFault(
                file: file, line: places.dropFirst().first ?? max(context.mark.line, 1),
                says: "“\(key)” stands twice here\(first): keep one of the two.")
        case .reader(_, let offset, _, _):
            let line = offset.map { 1 + text.prefix($0).count { $0.isNewline } } ?? 1
            return ReadingFault(
                file: file, line: line, says: "A character stands here that no text has: take it away, or type it anew."
            )
        default: return ReadingFault(file: file, line: 1, says: "The file could not be read as YAML.")
        }
    }

    /// The lines on which a mapping that begins at `mark` has the key, as far as its indentation tells.
    private static func lines(with key: String, from mark: Mark, _ lines: [Substring]) -> [Int] {
        let (first, indent) = (max(mark.line, 1), max(mark.column, 1) - 1)
        guard first <= lines.count else { return [] }
        var found: [Int] = []
        for number in first...lines.count {
            let line = lines[number - 1]
            let own = line.unicodeScalars.dropFirst(indent)
            let isInside =
                number == first || line.allSatisfy { $0 == " " } || line.prefix(indent).allSatisfy { $0 == " " }
            guard isInside else { break }
            if String(own).hasPrefix("\(key):") { found.append(number) }
        }
        // In braces on one line, both stand there.
        return 1 < found.count ? found : [first]
    }
}

/// One thing that a parser stumbled over.
private struct Slip {
    let problem: String
    let context: String
    let openedOnLine: Int
    let line: Int
    let column: Int
    let lines: [Substring]

    func fault(in file: String) -> ReadingFault {
        ReadingFault(file: file, line: line, column: column, says: "\(says) YAML says: \(problem).")
    }

    private var says: String {
        if isTab { return "A tab stands here: indent with blanks." }
        let opened = openedOnLine == line ? "" : " that begins on line \(openedOnLine)"
        if problem.contains("',' or '}'") {
            return "A comma, a } or a quotation mark is missing in the mapping\(opened)."
        }
        if problem.contains("',' or ']'") { return "A comma, a ] or a quotation mark is missing in the list\(opened)." }
        if context.contains("quoted scalar"), problem.contains("end of stream") || problem.contains("document") {
            return "The quotation mark on line \(openedOnLine) is never closed."
        }
        if problem.contains("escape") { return "A backslash in double quotes means something else: use single quotes." }
        if problem.contains("mapping values") {
            return
                "A colon stands where none can: the line before lacks its end, this one is indented too far, or a text "
                + "with a colon and a blank in it needs quotes."
        }
        if problem.contains("expected ':'") {
            return "A key without its colon, or one without a blank after the colon: write `key: value`."
        }
        if problem.contains("expected key") || problem.contains("'-' indicator") {
            return isQuoted
                ? "Something follows the closing quotation mark: quotes go round the whole text."
                : "This line is indented otherwise than the rest of what it belongs to\(openedOnLine == line ? "" : ", which begins on line \(openedOnLine)")."
        }
        if problem.contains("block sequence entries") {
            return "A list begins here on a key's own line: begin it on the next."
        }
        if problem.contains("cannot start any token") {
            return "“\(character)” cannot begin a text: put the text into quotes."
        }
        if problem.contains("alias") || problem.contains("anchor") {
            return "Anchors and aliases (& and *) are not read here: put the text into quotes."
        }
        if context.contains("tag") { return "A text that begins with ! goes into quotes." }
        if problem.contains("document") || problem.contains("nest") {
            return "The file goes on where it should be at its end."
        }
        return "This cannot be read."
    }

    private var text: Substring { lines.indices.contains(line - 1) ? lines[line - 1] : "" }

    private var isTab: Bool {
        let before = text.unicodeScalars.prefix(column)
        return before.last == "\t" || before.allSatisfy { $0 == "\t" || $0 == " " } && before.contains("\t")
            || problem.contains("tab")
    }

    private var isQuoted: Bool {
        text.unicodeScalars.prefix(max(0, column - 1)).reversed().drop { $0 == " " }.first.map {
            "\"'".unicodeScalars.contains($0)
        }
            ?? false
    }

    private var character: String { text.unicodeScalars.dropFirst(column - 1).first.map { String($0) } ?? "" }
}
