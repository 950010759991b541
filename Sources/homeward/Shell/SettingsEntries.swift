// SPDX-License-Identifier: MIT

import Exchange
import Foundation
import Procedures

/// A part of a settings file: keys with their values, and how to refuse what is wrong with one.
struct SettingsEntries {
    private let path: String
    private let line: Int
    private let values: [String: PackNode]

    static func read(_ path: String, known: [String]) throws -> SettingsEntries {
        guard let bytes = FileManager.default.contents(atPath: path), let text = String(data: bytes, encoding: .utf8)
        else { throw CommandFault.refused("\(path) can’t be read.") }
        switch YAMLTree.read(text, file: path) {
        case .failure(let fault): throw CommandFault.refused("\(fault)")
        case .success(let tree):
            let entries = try SettingsEntries(tree, in: path)
            try entries.refuseUnknown(known)
            return entries
        }
    }

    private init(_ node: PackNode, in path: String) throws {
        guard case .mapping(let entries) = node.content else {
            throw CommandFault.refused("\(path), line \(node.line): here stands a list of keys, each with its value.")
        }
        (self.path, line) = (path, node.line)
        values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    func refuseUnknown(_ known: [String]) throws {
        guard let odd = values.filter({ !known.contains($0.key) }).min(by: { $0.value.line < $1.value.line }) else {
            return
        }
        throw CommandFault.refused(
            "\(path), line \(odd.value.line): “\(odd.key)” is not known here. There are: \(known.joined(separator: ", "))."
        )
    }

    func text(_ key: String) throws -> String {
        if case .scalar(let text)? = values[key]?.content, !text.isEmpty { return text }
        throw fault("“\(key)” is lacking here.")
    }

    /// One text or several under a key; nil where there is none.
    func texts(_ key: String) -> [String]? {
        switch values[key]?.content {
        case .scalar(let text): [text]
        case .list(let items):
            items.compactMap { item in if case .scalar(let text) = item.content, !text.isEmpty { text } else { nil } }
        case .mapping, .nothing, nil: nil
        }
    }

    /// The entries under a key; nil where there is none.
    func entries(_ key: String) throws -> SettingsEntries? {
        try values[key].map { try SettingsEntries($0, in: path) }
    }

    /// The items of a list under a key; empty where there is none.
    func list(_ key: String) throws -> [SettingsEntries] {
        guard let node = values[key] else { return [] }
        guard case .list(let items) = node.content else {
            throw CommandFault.refused("\(path), line \(node.line): “\(key)” is a list, each item with a dash.")
        }
        return try items.map { try SettingsEntries($0, in: path) }
    }

    /// The first line of the file named under a key, which only the server's user may read.
    func secret(_ key: String) throws -> String {
        let file = try text(key)
        let mode = (try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]) as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw CommandFault.refused("Others than you may use \(file). Take that away first: chmod go-rwx \(file)")
        }
        guard let bytes = FileManager.default.contents(atPath: file),
            let line = String(data: bytes, encoding: .utf8)?.split(whereSeparator: \.isNewline).first
        else { throw CommandFault.refused("No secret can be read from \(file).") }
        return String(line)
    }

    func fault(_ says: String) -> CommandFault { .refused("\(path), line \(line): \(says)") }
}
