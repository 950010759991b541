// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Collects every fault of a file while it is read, and reads the values that packs and scenarios share.
final class Faults {
    private(set) var all: [ReadingFault] = []

    func add(_ node: PackNode, _ says: String, allowed: [String] = [], nearest: String? = nil) {
        let sentence = says.prefix(1).uppercased() + says.dropFirst()
        all.append(
            ReadingFault(
                file: node.file, line: node.line, column: node.column, says: sentence, allowed: allowed,
                nearest: nearest))
    }

    func add(file: String, line: Int, _ says: String, allowed: [String] = [], nearest: String? = nil) {
        add(PackNode(.nothing, file: file, line: line), says, allowed: allowed, nearest: nearest)
    }

    /// The ids of items that stand in the file and could not be read: what names them is not at fault.
    var unreadable: Set<String> = []

    /// Says that `id` is none of the items that there are; an item that could not be read has its own fault.
    func unknownItem(_ id: String, _ what: String, at node: PackNode, among ids: [String]) {
        if !unreadable.contains(id) { unknown(id, what, at: node, among: ids) }
    }

    /// Says that `written` is none of `words`.
    func unknown(_ written: String, _ what: String, at node: PackNode, among words: [String]) {
        add(
            node, "“\(written)” is no \(what).", allowed: nearestFirst(words, to: written),
            nearest: Procedures.nearest(written, among: words))
    }

    func text(_ node: PackNode, _ what: String) -> String? {
        guard let text = node.scalar, !text.isEmpty else {
            let quoted = node.entries.isEmpty ? "" : " Text with a colon and a blank in it goes into quotes."
            add(node, "\(what) is one line of text, and here is \(node.kind).\(quoted)")
            return nil
        }
        return text
    }

    func flag(_ node: PackNode, _ what: String) -> Bool? {
        switch node.scalar {
        case "true": return true
        case "false": return false
        default:
            let meant = ["yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"]
            let written = node.scalar?.lowercased() ?? ""
            add(
                node, "\(what) is true or false, and here is \(node.kind).", allowed: ["true", "false"],
                nearest: meant[written] ?? nearest(written, among: ["true", "false"]))
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
        do throws(TimeTextFault) {
            return try TimeText.date(text)
        } catch {
            if case .noSuchDate = error {
                add(node, "\(what): \(error.says)")
                return nil
            }
            add(
                node, "\(what) is a date such as 2015-06-05, its year first, and here is “\(text)”.",
                nearest: WrittenTimes.date(text))
            return nil
        }
    }
}
