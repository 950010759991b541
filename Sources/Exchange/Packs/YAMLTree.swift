// SPDX-License-Identifier: MIT

import Procedures
import Yams

/// Turns YAML text into the tree that packs, calendars and scenarios are read from.
public enum YAMLTree {
    /// The tree, or the fault that stops the text from being YAML. `file` is the name that faults give.
    public static func read(_ text: String, file: String) -> Result<PackNode, ReadingFault> {
        if let fault = tooLarge(text, file) ?? marked(text, file) { return .failure(fault) }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                return .failure(ReadingFault(file: file, line: 1, says: "The file is empty."))
            }
            var walk = Walk(file: file)
            let tree = walk.tree(node, depth: 0)
            if let fault = walk.fault { return .failure(fault) }
            return .success(tree)
        } catch let error as YamlError {
            return .failure(error.fault(in: file, text))
        } catch {
            return .failure(ReadingFault(file: file, line: 1, says: "The file could not be read as YAML."))
        }
    }

    /// The parser would take `&tell` and `!tell` for marks of its own and leave them out without a word.
    private static func marked(_ text: String, _ file: String) -> ReadingFault? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "!") }) else { return nil }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for mark in [": &", ": !", "- &", "- !"] {
                guard let place = line.firstRange(of: mark)?.lowerBound else { continue }
                let before = line[..<place]
                let isItem = mark.hasPrefix("-") ? before.allSatisfy { $0 == " " } : true
                guard isItem, !before.contains(where: { "\"'#".contains($0) }) else { continue }
                let says = "A text that begins with & or ! goes into quotes."
                return ReadingFault(file: file, line: number + 1, column: before.count + 3, says: says)
            }
        }
        return nil
    }

    /// Nobody writes files like this; a parser would run out of stack or memory on them.
    private static func tooLarge(_ text: String, _ file: String) -> ReadingFault? {
        if text.utf8.count > 4_000_000 { return ReadingFault(file: file, line: 1, says: "The file is too large.") }
        var (line, depth, dashes) = (1, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"): (line, dashes) = (line + 1, 0)
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
            default: break
            }
            if depth > 100 || dashes > 400 {
                return ReadingFault(file: file, line: line, says: "The file is nested too deeply.")
            }
        }
        return nil
    }
}

private struct Walk {
    let file: String
    var fault: ReadingFault?
    private var count = 0

    init(file: String) { self.file = file }

    mutating func tree(_ node: Node, depth: Int) -> PackNode {
        count += 1
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column)
        guard depth < 60, count < 200_000 else {
            fault = fault ?? ReadingFault(file: file, line: line, says: "The file is nested too deeply, or too large.")
            return PackNode(.nothing, file: file, line: line, column: column)
        }
        return PackNode(content(node, depth: depth), file: file, line: line, column: column)
    }

    private mutating func content(_ node: Node, depth: Int) -> PackNode.Content {
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            if isPlain, ["", "~", "null"].contains(scalar.string) { return .nothing }
            return .scalar(scalar.string)
        case .sequence(let sequence): return .list(sequence.map { tree($0, depth: depth + 1) })
        case .mapping(let mapping):
            return .mapping(
                mapping.map { key, value in
                    let (line, column) = (key.mark?.line ?? 1, key.mark?.column)
                    if key.scalar == nil {
                        let says = "A key is one word; a text that begins with [ or { goes into quotes."
                        fault = fault ?? ReadingFault(file: file, line: line, column: column, says: says)
                    }
                    return PackNode.Entry(
                        key: key.scalar?.string ?? "", line: line, column: column, value: tree(value, depth: depth + 1))
                })
        case .alias(let alias):
            let says = "Anchors and aliases (& and *) are not read here: write it out, or put the text into quotes."
            let (line, column) = (alias.mark?.line ?? 1, alias.mark?.column)
            fault = fault ?? ReadingFault(file: file, line: line, column: column, says: says)
            return .nothing
        }
    }
}
