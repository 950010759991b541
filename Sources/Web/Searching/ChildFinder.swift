// SPDX-License-Identifier: MIT

import Casework
import Foundation
import WorkingTime

/// Finds children by what somebody types, among those whom they may see.
struct ChildFinder {
    let state: State
    let access: Access

    init(_ call: Call) {
        state = call.state
        access = call.access
    }

    /// At most `limit` children whose names hold every word as the beginning of a word, in any order and without
    /// regard to accents; or whose identifier or birth date it is.
    func find(_ text: String, limit: Int = 20) -> [Child] {
        let words = ChildFinder.words(text)
        guard !words.isEmpty else { return [] }
        let born = ChildFinder.date(text)
        let identifier = ChildFinder.identifier(text)
        var found: [Child] = []
        for child in state.children.values where matches(child, words, born, identifier) {
            guard access.maySee(.identity, of: child.id) else { continue }
            found.append(child)
            if found.count == limit * 5 { break }
        }
        return Array(found.sorted { ($0.facts.name, $0.id) < ($1.facts.name, $1.id) }.prefix(limit))
    }

    /// Children whom they may not see and whom exactly this person's name, birth date or number fits. It is noted that
    /// they were searched for; who searched is told nothing.
    func hidden(_ text: String) -> [ChildID] {
        let words = ChildFinder.words(text)
        let (born, identifier) = (ChildFinder.date(text), ChildFinder.identifier(text))
        // The beginning of a first name fits many, and says of none of them that they were meant.
        guard 1 < words.count || born != nil || identifier.contains(where: \.isNumber) else { return [] }
        var meant: [ChildID] = []
        for child in state.children.values where matches(child, words, born, identifier) {
            if access.maySee(.identity, of: child.id) { continue }
            meant.append(child.id)
            if Self.mostHidden < meant.count { return [] }
        }
        return meant
    }

    private static let mostHidden = 5

    /// Those whom the visitor's own agency looks after, or who are allocated to them.
    func residents(limit: Int = 60) -> [Child] {
        let found = state.children.values.filter { child in
            access.worksWith(child.id) && access.maySee(.identity, of: child.id)
        }
        return Array(found.sorted { ($0.facts.name, $0.id) < ($1.facts.name, $1.id) }.prefix(limit))
    }

    private func matches(_ child: Child, _ words: [String], _ born: CivilDate?, _ identifier: String) -> Bool {
        let facts = child.facts
        if let born { return facts.born == born }
        let isIt = { (key: DetailKey) in facts.numbers(key).contains { ChildFinder.identifier($0) == identifier } }
        if identifier.count >= 4, ChildFinder.identifiers.contains(where: isIt) {
            // Finding by a number tells whose it is: only who may see the number finds by it.
            return ChildFinder.identifiers.contains {
                isIt($0)
                    && access.maySee(EventWord.childRegistered.part(of: $0), of: child.id)
            }
        }
        var names = ChildFinder.words(facts.name)
        for key in [DetailKey.knownAs, .forenames, .surname] {
            if let more = facts.identity.text(key) { names += ChildFinder.words(more) }
        }
        for former in facts.formerly { if let name = former.text(.name) { names += ChildFinder.words(name) } }
        return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }

    static let identifiers = ChildFacts.identifiers

    /// A number as it is compared: without blanks, in capitals.
    static func identifier(_ text: String) -> String { text.filter { !$0.isWhitespace }.uppercased() }

    /// Lower-case words without accents: "Núñez" is found by "nunez".
    static func words(_ text: String) -> [String] {
        let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : folded(text)
        return plain.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    private static func folded(_ text: String) -> String {
        let apart = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        var result = String.UnicodeScalarView()
        for scalar in apart where !scalar.properties.isDiacritic && scalar.properties.generalCategory != .nonspacingMark
        {
            switch scalar {
            case "ł": result.append("l")
            case "ø": result.append("o")
            case "đ": result.append("d")
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    static func date(_ text: String) -> CivilDate? {
        let trimmed = text.trimmed
        guard trimmed.contains(where: \.isNumber) else { return nil }
        if let date = try? TimeText.date(trimmed) { return date }
        let parts = trimmed.split { "/.-".contains($0) }.compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    }
}
