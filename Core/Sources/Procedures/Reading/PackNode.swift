// SPDX-License-Identifier: MIT

/// A file as a tree of mappings, lists and words, each with its line: what packs and scenarios are read from.
///
/// Whoever knows the file's syntax makes the tree; nothing here does.
public struct PackNode: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case nothing
        /// One word, number or text, as written.
        case scalar(String)
        case list([PackNode])
        case mapping([Entry])
    }

    /// One key of a mapping with its value.
    public struct Entry: Hashable, Sendable {
        public let key: String
        public let line: Int
        /// The first column of a line is 1; nil where it is not known.
        public let column: Int?
        public let value: PackNode

        public init(key: String, line: Int, column: Int? = nil, value: PackNode) {
            self.key = key
            self.line = line
            self.column = column
            self.value = value
        }

        /// Where the key stands, as a node that holds nothing.
        var place: PackNode { PackNode(.nothing, file: value.file, line: line, column: column) }
    }

    public let file: String
    /// The first line of a file is 1.
    public let line: Int
    /// The first column of a line is 1; nil where it is not known.
    public let column: Int?
    public let content: Content

    public init(_ content: Content, file: String, line: Int, column: Int? = nil) {
        self.content = content
        self.file = file
        self.line = line
        self.column = column
    }

    var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

    /// The items of a list; a single value is a list of itself, nothing an empty one.
    var items: [PackNode] {
        switch content {
        case .list(let items): items
        case .nothing: []
        default: [self]
        }
    }

    var entries: [Entry] { if case .mapping(let entries) = content { entries } else { [] } }

    subscript(key: String) -> PackNode? { entries.first { $0.key == key }?.value }

    /// What kind of thing it is, for sentences.
    var kind: String {
        switch content {
        case .nothing: "nothing"
        case .scalar(let text): "“\(text)”"
        case .list: "a list"
        case .mapping: "several keys"
        }
    }
}

/// What is wrong with a file, where, and what would be right.
public struct ReadingFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    public let line: Int
    /// The column, counted from 1, where it is known.
    public let column: Int?
    /// What is wrong, as a sentence.
    public let says: String
    /// What may stand there; empty where it can't be listed.
    public let allowed: [String]
    /// The allowed word that is nearest to what stands there.
    public let nearest: String?

    public init(
        file: String, line: Int, column: Int? = nil, says: String, allowed: [String] = [], nearest: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.says = says
        self.allowed = allowed
        self.nearest = nearest
    }

    /// How many allowed words are shown; a longer list begins with those nearest to what stands there.
    private static let shown = 24

    public var description: String {
        let place = "\(file):\(line)\(column.map { ":\($0)" } ?? "")"
        let meant = nearest.map { " Did you mean “\($0)”?" } ?? ""
        let more = max(0, allowed.count - Self.shown)
        let choices = allowed.prefix(Self.shown).joined(separator: ", ") + (more == 0 ? "" : " and \(more) more")
        return "\(place): \(says)\(meant)\(allowed.isEmpty ? "" : " Allowed: \(choices).")"
    }
}
