// SPDX-License-Identifier: MIT

import Procedures
import Yams

/// Turns YAML text into the tree that packs, calendars and scenarios are read from.
public enum YAMLTree {
    /// The tree, or the fault that stops the text from being YAML. `file` is the name that faults give.
    public static func read(_ text: String, file: String) -> Result<PackNode, ReadingFault> {
        if let fault = tooLarge(text, file) { return .failure(fault) }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                return .failure(ReadingFault(file: file, line: 1, says: "The file is empty."))
            }
            var walk = Walk(file: file)
            let tree = walk.tree(node, depth: 0)
            if let fault = walk.fault { return .failure(fault) }
            return .success(tree)
        } catch let error as YamlError {
            return .failure(error.fault(in: file))
        } catch {
            return .failure(ReadingFault(file: file, line: 1, says: "The file could not be read as YAML."))
        }
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
        let line = node.mark?.line ?? 1
        guard depth < 60, count < 200_000 else {
            fault = fault ?? ReadingFault(file: file, line: line, says: "The file is too deep or too large.")
            return PackNode(.nothing, file: file, line: line)
        }
        return PackNode(content(node, depth: depth), file: file, line: line)
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
                    guard let name = key.scalar?.string else {
                        let line = key.mark?.line ?? 1
                        fault = fault ?? ReadingFault(file: file, line: line, says: "A key is one word.")
                        return PackNode.Entry(key: "", line: line, value: tree(value, depth: depth + 1))
                    }
                    return PackNode.Entry(key: name, line: key.mark?.line ?? 1, value: tree(value, depth: depth + 1))
                })
        case .alias(let alias):
            let line = alias.mark?.line ?? 1
            fault = fault ?? ReadingFault(file: file, line: line, says: "Anchors and aliases are not read here.")
            return .nothing
        }
    }
}

extension YamlError {
    fileprivate func fault(in file: String) -> ReadingFault {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ReadingFault(file: file, line: max(mark.line, 1), says: "This is not YAML: \(problem).")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "“\($0)”" }.sorted().joined(separator: ", ")
            return ReadingFault(file: file, line: max(context.mark.line, 1), says: "\(keys) stands twice.")
        default: return ReadingFault(file: file, line: 1, says: "The file could not be read as YAML.")
        }
    }
}
