// SPDX-License-Identifier: MIT

/// How words are put together into sentences.
enum Sentences {
    /// "A, B and C"
    static func list(_ parts: [String], by word: String) -> String {
        guard let last = parts.last else { return "" }
        guard parts.count > 1 else { return last }
        return "\(parts.dropLast().joined(separator: ", ")) \(word) \(last)"
    }

    /// The same, where a subject that several say in a row is said once: "the child is looked after and was reported".
    static func joined(_ phrases: [String], by word: String) -> String {
        let subject = "the child "
        var said: [String] = []
        var isAboutTheChild = false
        for phrase in phrases {
            let isSame = phrase.hasPrefix(subject)
            said.append(isSame && isAboutTheChild ? String(phrase.dropFirst(subject.count)) : phrase)
            // After a comma within a phrase it is no longer clear whom the next is about.
            isAboutTheChild = isSame && !phrase.contains(", ")
        }
        return list(said, by: word)
    }

    /// The words with a capital letter first and a full stop last.
    static func sentence(_ words: String) -> String {
        let begun = words.prefix(1).uppercased() + words.dropFirst()
        return words.hasSuffix(".") ? begun : begun + "."
    }

    /// "once", "twice", "3 times"
    static func times(_ count: Int) -> String {
        switch count {
        case 0: "never"
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }
}

extension String {
    /// The clauses of a source, one by one.
    var clauses: [String] { split(separator: ";").map { clause in String(clause.drop { $0 == " " }) } }
}
