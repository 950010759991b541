// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One predicate that packs may name: how it is written, what it means, and how it is read.
public struct PredicateForm: Sendable {
    public let name: String
    /// The argument as documentation shows it; `true` where it only holds or doesn't.
    public let takes: String
    /// When it holds, as a sentence.
    public let means: String
    let read: @Sendable (PackNode, Faults) -> Condition?

    /// Every predicate, by family.
    public static let all: [PredicateForm] =
        episodePredicates + policePredicates + timePredicates + happeningPredicates + countingPredicates
        + childPredicates + dutyPredicates

    static let byName: [String: PredicateForm] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    static let names: [String] = ["all", "any", "not"] + all.map(\.name)

    typealias Holds = @Sendable (Moment) -> Bool
    typealias Says = @Sendable (Moment) -> String
    typealias Turns = @Sendable (Course) -> [Instant]

    /// A predicate that only holds or doesn't; `: false` is its opposite.
    static func flag(
        _ name: String, _ means: String, says: String, on depends: Dependence = .anything, turns: Turns? = nil,
        event: FirstEvent? = nil, facts: FactBits? = nil, holds: @escaping Holds
    ) -> PredicateForm {
        PredicateForm(name: name, takes: "true", means: means) { node, faults in
            guard let wanted = faults.flag(node, "“\(name)”") else { return nil }
            let condition = Condition.predicate(
                Predicate(
                    written: name, holds: holds, says: { _ in says }, turns: turns, depends: depends, key: name,
                    event: event, facts: facts))
            return wanted ? condition : .not(condition)
        }
    }

    /// A predicate over one word, or several of which any will do.
    static func words(
        _ name: String, _ means: String, takes: String, among allowed: [String]?,
        on depends: Dependence = .anything, turns: Turns? = nil,
        facts: (@Sendable ([String]) -> FactBits)? = nil,
        holds: @escaping @Sendable (Moment, [String]) -> Bool,
        says: @escaping @Sendable (Moment, [String]) -> String
    ) -> PredicateForm {
        PredicateForm(name: name, takes: takes, means: means) { node, faults in
            guard let words = faults.words(node, "value of “\(name)”", among: allowed) else { return nil }
            let written = "\(name): \(words.joined(separator: ", "))"
            return .predicate(
                Predicate(
                    written: written, holds: { holds($0, words) }, says: { says($0, words) }, turns: turns,
                    depends: depends, key: written, facts: facts?(words)))
        }
    }

    /// A predicate over a whole number.
    static func number(
        _ name: String, _ means: String, takes: String, on depends: Dependence = .anything,
        turns: (@Sendable (Course, Int) -> [Instant])? = nil,
        holds: @escaping @Sendable (Moment, Int) -> Bool, says: @escaping @Sendable (Moment, Int) -> String
    ) -> PredicateForm {
        PredicateForm(name: name, takes: takes, means: means) { node, faults in
            guard let number = faults.number(node, "“\(name)”") else { return nil }
            var turning: Turns?
            if let turns { turning = { turns($0, number) } }
            return .predicate(
                Predicate(
                    written: "\(name): \(number)", holds: { holds($0, number) }, says: { says($0, number) },
                    turns: turning, depends: depends, key: "\(name): \(number)"))
        }
    }

    /// A predicate over elapsed time.
    static func elapsed(
        _ name: String, _ means: String, takes: String, on depends: Dependence = .anything,
        turns: (@Sendable (Course, Elapsed) -> [Instant])? = nil,
        holds: @escaping @Sendable (Moment, Elapsed) -> Bool, says: @escaping @Sendable (Moment, String) -> String
    ) -> PredicateForm {
        PredicateForm(name: name, takes: takes, means: means) { node, faults in
            guard let length = faults.elapsed(node, "“\(name)”") else { return nil }
            let written = node.scalar ?? ""
            var turning: Turns?
            if let turns { turning = { turns($0, length) } }
            return .predicate(
                Predicate(
                    written: "\(name): \(written)", holds: { holds($0, length) }, says: { says($0, written) },
                    turns: turning, depends: depends, key: "\(name): \(written)"))
        }
    }
}

extension Faults {
    /// Reads a condition: a bare predicate, or a mapping of which everything must hold.
    func condition(_ node: PackNode, depth: Int = 0) -> Condition? {
        guard depth < 20 else {
            add(node, "This condition is nested too deeply.")
            return nil
        }
        switch node.content {
        case .scalar(let name):
            let holds = PackNode(.scalar("true"), file: node.file, line: node.line, column: node.column)
            return predicate(name, holds, at: node)
        case .mapping(let entries):
            guard !entries.isEmpty else { break }
            let parts = entries.map { entry -> Condition? in
                let place = entry.place
                switch entry.key {
                case "all": return several(entry.value, depth).map { .all($0) }
                case "any": return several(entry.value, depth).map { .any($0) }
                case "not": return condition(entry.value, depth: depth + 1).map { .not($0) }
                default: return predicate(entry.key, entry.value, at: place)
                }
            }
            let read = parts.compactMap { $0 }
            guard read.count == parts.count else { return nil }
            return read.count == 1 ? read[0] : .all(read)
        default: break
        }
        add(node, "A condition is a predicate, or a mapping of some, and here is \(node.kind).")
        return nil
    }

    private func several(_ node: PackNode, _ depth: Int) -> [Condition]? {
        guard case .list(let items) = node.content, !items.isEmpty else {
            add(node, "“all” and “any” need a list of conditions, and here is \(node.kind).")
            return nil
        }
        let read = items.map { condition($0, depth: depth + 1) }
        return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
    }

    private func predicate(_ name: String, _ argument: PackNode, at place: PackNode) -> Condition? {
        guard let form = PredicateForm.byName[name] else {
            unknown(name, "predicate", at: place, among: PredicateForm.names)
            return nil
        }
        let condition = form.read(argument, self)
        return PredicatePhrases.phrase(name, argument).flatMap { condition?.said($0) } ?? condition
    }
}
