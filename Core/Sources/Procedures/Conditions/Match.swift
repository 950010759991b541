// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Which events count: their word, who did it, and what they say.
public struct Match: Hashable, Sendable {
    /// One detail and the values of which one must be given.
    public struct Test: Hashable, Sendable {
        public let key: DetailKey
        public let allowed: [String]
    }

    public var words: [EventWord] { asked.words }
    /// Whoever may act for one of these counts; empty for anybody.
    public var by: [RoleGroup] { asked.by }
    public var details: [Test] { asked.details }
    /// Details that must be there, whatever they say.
    public var given: [DetailKey] { asked.given }
    /// Details that must not be there.
    public var lacks: [DetailKey] { asked.lacks }
    private let asked: AskedDetails
    let namesEpisodeWords: Bool
    let namesChildWords: Bool
    /// The words; every word where none is named.
    let wordSet: EventWords
    /// Whose acts count.
    private let roles: Roles
    private let asksDetails: Bool

    public init(
        _ words: [EventWord], by: [RoleGroup] = [], details: [Test] = [], given: [DetailKey] = [],
        lacks: [DetailKey] = []
    ) {
        asked = AskedDetails(words: words, by: by, details: details, given: given, lacks: lacks)
        // The words of a match without any are those of whatever it is asked about: an exception of a guardrail.
        namesEpisodeWords = words.isEmpty || words.contains { $0.form.about == .episode }
        namesChildWords = words.contains { $0.form.about == .child }
        wordSet = words.isEmpty ? .all : EventWords(words)
        roles = Roles(Role.allCases.filter { role in by.isEmpty || by.contains { $0.includes(role) } })
        asksDetails = !(details.isEmpty && given.isEmpty && lacks.isEmpty) || wordSet.contains(.meetingHeld)
    }

    public static func == (first: Match, second: Match) -> Bool {
        first.asked === second.asked
            || (first.words == second.words && first.by == second.by && first.details == second.details
                && first.given == second.given && first.lacks == second.lacks)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words)
        hasher.combine(by)
        hasher.combine(details)
        hasher.combine(given)
        hasher.combine(lacks)
    }

    /// The same text for two that ask the same, and for no others: conditions that share it are worked out once.
    var key: String {
        let tests = details.map { "\($0.key.name)=\($0.allowed)" }
        return "\(words.map(\.rawValue)) by \(by.map(\.word)) \(tests) given \(given.map(\.name)) "
            + "lacks \(lacks.map(\.name))"
    }

    /// Whether the mark with this place among others matches, without a copy of it where its details don't matter.
    func accepts(_ marks: [Mark], _ place: Int) -> Bool {
        guard wordSet.contains(marks[place].word), roles.contains(marks[place].by) else { return false }
        return !asksDetails || accepts(marks[place])
    }

    func accepts(_ mark: Mark) -> Bool {
        guard wordSet.contains(mark.word), roles.contains(mark.by) else { return false }
        return !asksDetails || acceptsDetails(mark.word, mark.details) { mark.gives($0) }
    }

    func accepts(_ word: EventWord, by role: Role, _ carried: Details, gives: (DetailKey) -> Bool) -> Bool {
        wordSet.contains(word) && roles.contains(role) && acceptsDetails(word, carried, gives: gives)
    }

    private func acceptsDetails(_ word: EventWord, _ carried: Details, gives: (DetailKey) -> Bool) -> Bool {
        // A meeting about several children counts for one only with their own record and plan (ruling 13).
        if word == .meetingHeld, !carried.numbers(.withChildren).isEmpty, !carried.flag(.ownRecord) { return false }
        for test in details where !test.accepts(carried[test.key]) { return false }
        for key in given where !gives(key) { return false }
        for key in lacks where gives(key) { return false }
        return true
    }

    /// The details that an event must carry to match, where there is no choice: for offering the right form.
    var fixedDetails: Details {
        var fixed = Details()
        for test in details where test.allowed.count == 1 {
            switch test.key.holds {
            case .word: fixed[test.key] = .word(test.allowed[0])
            case .flag: fixed[test.key] = .flag(test.allowed[0] == "true")
            default: break
            }
        }
        return fixed
    }

    /// "notified to iro"
    var spoken: String {
        let said = words.map(\.spoken).joined(separator: " or ")
        let tests = details.map { "\($0.key.name) \($0.allowed.joined(separator: " or "))" }
        return ([said] + tests).joined(separator: ", ")
    }
}

/// What a match asks for, as it was written: held once, however often the match is passed on.
private final class AskedDetails: Sendable {
    let words: [EventWord]
    let by: [RoleGroup]
    let details: [Match.Test]
    let given: [DetailKey]
    let lacks: [DetailKey]

    init(
        words: [EventWord], by: [RoleGroup], details: [Match.Test], given: [DetailKey], lacks: [DetailKey]
    ) {
        (self.words, self.by, self.details, self.given, self.lacks) = (words, by, details, given, lacks)
    }
}

extension Match.Test {
    func accepts(_ value: DetailValue?) -> Bool {
        switch value {
        case .word(let word), .text(let word): allowed.contains(word)
        case .words(let words): words.contains { allowed.contains($0) }
        case .flag(let flag): allowed.contains(flag ? "true" : "false")
        case .number(let number): allowed.contains(String(number))
        case .numbers(let numbers): numbers.contains { allowed.contains(String($0)) }
        case nil: key.holds == .flag && allowed.contains("false")
        case .time, .date, .answers: false
        }
    }
}

/// A role, or the name of several.
public enum RoleGroup: Hashable, Sendable {
    case role(Role)
    case police
    case socialCare

    public init?(named name: String) {
        switch name {
        case "police": self = .police
        case "social-care": self = .socialCare
        default:
            guard let role = Role(rawValue: name) else { return nil }
            self = .role(role)
        }
    }

    /// Whether an act of `actor` counts: their own, or one for which they may act.
    public func includes(_ actor: Role) -> Bool {
        switch self {
        case .role(let role): actor == role || actor.mayActAs.contains(role)
        case .police: actor.isPolice
        case .socialCare: actor.isSocialCare
        }
    }

    /// Every name that may be written.
    static let names: [String] = ["police", "social-care"] + Role.allCases.map(\.rawValue)
}
