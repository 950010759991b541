// SPDX-License-Identifier: MIT

import Casework

/// Short words of packs and records, as they are said in a sentence.
enum PlainWord {
    /// "children's home" for `childrens-home`.
    static func said(_ word: String) -> String { words[word] ?? word.replacingHyphens }

    /// Several of which any will do, each once: "missing from home or care, or absent".
    static func either(_ words: [String]) -> String {
        var said: [String] = []
        for word in words.map(said(_:)) where !said.contains(word) { said.append(word) }
        let hasChoice = said.count > 1 && said.contains { $0.contains(" or ") }
        return hasChoice ? said.joined(separator: ", or ") : Sentences.list(said, by: "or")
    }

    /// Somebody, or several of whom any will do: "the social worker or the emergency duty team".
    static func people(_ words: [String]) -> (text: String, isPlural: Bool) {
        let said = words.map(person)
        return (Sentences.list(said.map(\.text), by: "or"), said.last?.isPlural ?? false)
    }

    static func person(_ word: String) -> (text: String, isPlural: Bool) {
        if let known = several[word] { return (known, true) }
        if let known = one[word] { return (known, false) }
        return ("the \(Role(rawValue: word)?.spoken ?? said(word))", false)
    }

    /// "a strategy meeting", "an order"
    static func some(_ words: [String]) -> String {
        Sentences.list(words.map { withArticle(said($0)) }, by: "or")
    }

    private static func withArticle(_ text: String) -> String {
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        return "\(text.first.map(vowels.contains) ?? false ? "an" : "a") \(text)"
    }

    private static let several = [
        "police": "police", "parents": "the parents", "carers": "the carers", "health": "health services",
        "childrens-services": "children's services", "other-authorities": "other authorities",
        "professionals": "the professionals", "ambulance": "the ambulance service and hospitals",
    ]
    private static let one = [
        "social-care": "social care", "home-office": "the Home Office", "immigration": "immigration",
        "missing-people": "the charity Missing People", "parent": "a parent", "supervisor": "a supervisor",
        "ceop": "the Child Exploitation and Online Protection Centre", "attending-officer": "an officer",
        "superintendent": "a superintendent", "duty-inspector": "a duty inspector", "school": "the school",
        "missing-persons-unit": "the missing persons bureau", "trafficking-centre": "the human trafficking centre",
        "care-plan-review": "the review of the care plan", "interviewer": "the return interviewer",
    ]
    private static let words = [
        "childrens-home": "children's home", "childrens-services": "children's services",
        "missing-from-care": "missing from care", "missing-from-home": "missing from home",
        "missing": "missing from home or care", "unreported": "away without police being told",
        "away-without-authorisation": "away without authorisation", "no-apparent-risk": "no apparent risk",
        "section-47": "section 47", "regulation-40": "regulation 40", "schedule-7": "schedule 7",
        "bed-and-breakfast": "bed and breakfast", "sexual-exploitation": "sexual exploitation",
        "criminal-exploitation": "criminal exploitation", "self-harm": "self-harm",
        "care-plan": "care plan", "section-50": "section 50", "gangs": "gangs", "any": "any kind",
    ]
}

extension Role {
    /// "the social worker", "a superintendent": whoever it is in a sentence.
    public var named: String { PlainWord.person(rawValue).text }
}

extension RoleGroup {
    /// Whoever may act in it.
    var named: String {
        switch self {
        case .role(let role): role.named
        case .police: "police"
        case .socialCare: "social care"
        }
    }
}
