// SPDX-License-Identifier: MIT

import Casework

/// The page `docs/events.md`: every event word with what it means and what it carries, made from the code.
public enum EventsPage {
    public static var markdown: String {
        var page = """
            # Events

            Everything is recorded as one of these. The same words serve scenarios (`is:`), the record and the API. A word is
            never renamed or taken away. This page is made from the code, and a test that compares says how to renew it.

            Every event may also carry `narrative` and `reference`. A detail in *italics* is a text that stays in the record and
            is never counted; one in **bold** is needed. The first role is the one that a scenario means when it names nobody.


            """
        let sections: [(EventForm.Subject, String)] = [
            (.child, "Of the child's own record"), (.episode, "Of an episode"), (.partnership, "Of the partnership"),
        ]
        for (subject, title) in sections {
            page += "## \(title)\n\n| word | says | details | usually by | source |\n|---|---|---|---|---|\n"
            for form in EventWord.allCases.map(\.form) where form.about == subject { page += row(form) }
            page += "\n"
        }
        return page + details
    }

    private static func row(_ form: EventForm) -> String {
        let needed = form.requires.map { "**\(written($0))**" }
        let details = (needed + form.allows.map(written)).joined(separator: ", ")
        let roles = form.usuallyBy.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return "| `\(form.word.rawValue)` | \(form.says) | \(details) | \(roles) | \(form.source) |\n"
    }

    private static func written(_ key: DetailKey) -> String {
        key.isNarrative ? "*\(key.name)*" : key.name
    }

    /// What kind of value each detail holds.
    private static var details: String {
        var page = "## Details\n\n| detail | on forms | holds |\n|---|---|---|\n"
        for key in DetailKey.allCases {
            let holds =
                switch key.holds {
                case .text: "a text"
                case .word: "a word"
                case .words: "words"
                case .time: "a time, as exactly as it is known"
                case .date: "a date"
                case .number: "a number"
                case .numbers: "numbers"
                case .flag: "yes or no"
                case .answers: "questions with their answers"
                }
            page += "| `\(key.name)` | \(key.label) | \(holds) |\n"
        }
        return page
    }
}
