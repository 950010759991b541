// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Collects every fault of a file while it is read, and reads the values that packs and scenarios share.
final class Faults {
    private(set) var all: [ReadingFault] = []

    func add(_ node: PackNode, _ says: String, allowed: [String] = [], nearest: String? = nil) {
        add(file: node.file, line: node.line, says, allowed: allowed, nearest: nearest)
    }

    func add(file: String, line: Int, _ says: String, allowed: [String] = [], nearest: String? = nil) {
        all.append(ReadingFault(file: file, line: line, says: says, allowed: allowed, nearest: nearest))
    }

    /// Says that `written` is none of `words`.
    func unknown(_ written: String, _ what: String, at node: PackNode, among words: [String]) {
        add(node, "“\(written)” is no \(what).", allowed: words, nearest: Procedures.nearest(written, among: words))
    }

    func text(_ node: PackNode, _ what: String) -> String? {
        guard let text = node.scalar, !text.isEmpty else {
            add(node, "\(what) is one line of text, and here is \(node.kind).")
            return nil
        }
        return text
    }

    func flag(_ node: PackNode, _ what: String) -> Bool? {
        switch node.scalar {
        case "true": return true
        case "false": return false
        default:
            add(node, "\(what) is true or false, and here is \(node.kind).", allowed: ["true", "false"])
            return nil
        }
    }

    /// A whole number from `least` on, of at most nine digits.
    func number(_ node: PackNode, _ what: String, least: Int = 1) -> Int? {
        guard let text = node.scalar, text.utf8.count <= 9, let number = Int(text), number >= least else {
            add(node, "\(what) is a whole number from \(least) on, and here is \(node.kind).")
            return nil
        }
        return number
    }

    /// A word of a list.
    func word(_ node: PackNode, _ what: String, among words: [String]) -> String? {
        guard let word = text(node, what) else { return nil }
        guard words.contains(word) else {
            unknown(word, what, at: node, among: words)
            return nil
        }
        return word
    }

    /// One word or a list of them, at least one.
    func words(_ node: PackNode, _ what: String, among allowed: [String]? = nil) -> [String]? {
        let items = node.items
        guard !items.isEmpty else {
            add(node, "\(what) needs at least one word.")
            return nil
        }
        let read = items.map { item in allowed.map { word(item, what, among: $0) } ?? text(item, what) }
        return read.contains(nil) ? nil : read.compactMap { $0 }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: PackNode, _ what: String, of: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        word(node, what, among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
    }

    func choices<Choice: RawRepresentable & CaseIterable>(
        _ node: PackNode, _ what: String, of: Choice.Type = Choice.self
    ) -> [Choice]? where Choice.RawValue == String {
        words(node, what, among: Choice.allCases.map(\.rawValue))?.compactMap(Choice.init(rawValue:))
    }

    func date(_ node: PackNode, _ what: String) -> CivilDate? {
        guard let text = text(node, what) else { return nil }
        guard let date = try? TimeText.date(text) else {
            add(node, "\(what) is a date such as 2015-06-05, and here is “\(text)”.")
            return nil
        }
        return date
    }
}
