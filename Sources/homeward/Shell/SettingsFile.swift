// SPDX-License-Identifier: MIT

import Exchange
import Foundation
import Procedures

/// A file of settings: YAML, each key a setting of ``ServeSettings`` by its name.
struct SettingsFile {
    let path: String
    /// What stands under each name, and in which line.
    let values: [String: (words: [String], line: Int)]

    /// What is settable where there is no file.
    static let none = SettingsFile(path: "", values: [:])

    private init(path: String, values: [String: (words: [String], line: Int)]) {
        (self.path, self.values) = (path, values)
    }

    init(_ path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path), let text = String(data: bytes, encoding: .utf8)
        else { throw CommandFault.refused("The settings in \(path) can’t be read.") }
        // A file in which everything is left to itself says nothing.
        let isEmpty = text.split(whereSeparator: \.isNewline).allSatisfy {
            $0.first { !$0.isWhitespace }.map { $0 == "#" } ?? true
        }
        if isEmpty {
            self.init(path: path, values: [:])
            return
        }
        switch YAMLTree.read(text, file: path) {
        case .failure(let fault): throw CommandFault.refused("\(fault)")
        case .success(let tree): self.init(path: path, values: try Self.values(tree, path))
        }
    }

    private static func values(_ tree: PackNode, _ path: String) throws -> [String: (words: [String], line: Int)] {
        guard case .mapping(let entries) = tree.content else {
            throw CommandFault.refused("\(path), line \(tree.line): here stand settings, each with its value.")
        }
        var values: [String: (words: [String], line: Int)] = [:]
        for entry in entries {
            func fault(_ says: String) -> CommandFault { .refused("\(path), line \(entry.line): \(says)") }
            guard let setting = ServeSettings.named(entry.key) else {
                throw fault("“\(entry.key)” is no setting. “homeward config new” writes all of them.")
            }
            switch (setting.kind, entry.value.content) {
            case (.flag, .scalar(let text)):
                guard ["true", "false"].contains(text) else { throw fault("“\(entry.key)” is true or false.") }
                values[entry.key] = ([text], entry.line)
            case (.one, .scalar(let text)) where !text.isEmpty, (.many, .scalar(let text)) where !text.isEmpty:
                values[entry.key] = ([text], entry.line)
            case (.many, .list(let items)):
                let words = items.compactMap { item in
                    if case .scalar(let text) = item.content, !text.isEmpty { text } else { nil }
                }
                guard words.count == items.count, !words.isEmpty else {
                    throw fault("“\(entry.key)” is a list of words.")
                }
                values[entry.key] = (words, entry.line)
            default:
                throw fault("“\(entry.key)” is \(setting.kind == .many ? "one value or a list of them" : "one value").")
            }
        }
        return values
    }
}
