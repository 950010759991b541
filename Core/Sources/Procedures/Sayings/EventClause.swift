// SPDX-License-Identifier: MIT

import Casework

/// What an event says happened, as a clause that can be told, denied and awaited.
struct EventClause: Hashable {
    enum Verb: Hashable {
        /// "(was) graded"
        case passive(String)
        /// "came back", "come back", "comes back"
        case active(past: String, perfect: String, present: String)
    }

    let subject: String
    let isPlural: Bool
    let verb: Verb

    init(_ subject: String, _ participle: String, plural: Bool = false) {
        self.subject = subject
        isPlural = plural
        verb = .passive(participle)
    }

    var isPassive: Bool { if case .passive = verb { true } else { false } }

    init(_ subject: String, past: String, perfect: String, present: String) {
        self.subject = subject
        isPlural = false
        verb = .active(past: past, perfect: perfect, present: present)
    }

    /// An event that has no words of its own here yet: those of its form.
    init(fallback word: EventWord) { self.init("“\(word.spoken)”", "recorded") }

    /// How far it has come, as somebody tells it.
    enum Telling {
        /// "the risk was graded"
        case past
        /// "the risk has not been graded yet"
        case notYet
        /// "the risk is graded"
        case present
    }

    func said(_ telling: Telling, tail: String) -> String { "\(subject) \(verbWords(telling))\(tail)" }

    func verbWords(_ telling: Telling) -> String {
        switch (verb, telling) {
        case (.passive(let participle), .past): "\(isPlural ? "were" : "was") \(participle)"
        case (.passive(let participle), .notYet): "\(isPlural ? "have" : "has") not yet been \(participle)"
        case (.passive(let participle), .present): "\(isPlural ? "are" : "is") \(participle)"
        case (.active(let past, _, _), .past): past
        case (.active(_, let perfect, _), .notYet): "has not yet \(perfect)"
        case (.active(_, _, let present), .present): present
        }
    }

    /// The same act of somebody or something else.
    func of(_ subject: String, plural: Bool = false) -> EventClause {
        EventClause(subject: subject, isPlural: plural, verb: verb)
    }

    private init(subject: String, isPlural: Bool, verb: Verb) {
        self.subject = subject
        self.isPlural = isPlural
        self.verb = verb
    }
}
