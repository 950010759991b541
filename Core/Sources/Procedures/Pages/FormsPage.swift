// SPDX-License-Identifier: MIT

/// The page `docs/forms.md`: every predicate, clock and due that a pack may write, made from the code.
public enum FormsPage {
    public static var markdown: String {
        var page = """
            # What a pack may ask and reckon

            The predicates of conditions (`when`, `once`, `covers`, …), what may start a clock (`from`), and how long it may leave
            (`due`). This page is made from the code, and a test that compares says how to renew it. How they go together is in
            [pack-format.md](pack-format.md), and a first protocol step by step in [writing-a-protocol.md](writing-a-protocol.md).

            ## Predicates

            Several in one mapping must all hold; `all: […]`, `any: […]` and `not: …` put them together otherwise. Where one word is
            shown, a list of words means any of them. One that takes `true` may be written alone, and `false` is its opposite.

            | predicate | for example | holds when |
            |---|---|---|

            """
        for form in PredicateForm.all {
            page += "| `\(form.name)` | `\(form.name): \(form.takes)` | \(cell(form.means)) |\n"
        }
        page += "\n## Clocks\n\n| `from` | the clock starts |\n|---|---|\n"
        for (form, starts) in clocks { page += "| `\(form)` | \(starts) |\n" }
        page += "\n`plus: 1 hour` may stand in every form with braces: the clock starts so much later.\n"
        page += "\n## Dues\n\n| `due` | it is due |\n|---|---|\n"
        for (form, due) in dues { page += "| `\(form)` | \(due) |\n" }
        return page
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    static let clocks: [(form: String, starts: String)] = [
        ("need", "when the condition began to hold; this is so without `from`, too"),
        ("start", "when the episode started: when the child was last where they should be, as far as it is known"),
        ("report", "when the child was reported"), ("checks", "when first checks began"),
        ("located", "when the child was found"), ("returned", "when the child was back"),
        ("located-or-returned", "at the earlier of both"),
        ("{ clock: start, plus: 72 hours }", "so much later than any of the above"),
        ("{ event: classified, as: absent }", "at the first such event; with `which: last`, the last"),
        ("{ event: leave-authorised, at: until }", "at the time or date that the event itself states"),
        ("{ each: { event: reviewed } }", "at each such event: one duty for each"),
        ("{ duty: return-interview, at: due }", "when another duty is due; with `at: done`, when it was done"),
        ("{ trigger: three-in-ninety-days }", "when the trigger fired; in duties about the child only"),
        (
            "{ first-of: [{ duty: return-interview, at: done }, returned] }",
            "with the first of these that can be reckoned"
        ),
    ]

    static let dues: [(form: String, due: String)] = [
        ("30 minutes", "so many minutes later, whatever the clocks do"), ("72 hours", "so many hours later"),
        ("2 days", "so many times 24 hours later"),
        ("5 working days", "at the end of that working day; the day itself does not count, nor do bank holidays"),
        ("3 school days", "at the end of that school day, by the area's term dates"),
        ("7 dates", "at the end of that date, counted from the day after"),
        ("immediately", "within the pack's own figure for it: a local choice"),
        ("as-soon-as-possible", "within the pack's own figure for it: a local choice"),
        ("{ stated: deadline, else: 1 hour }", "when the event that started the clock says; else so much later"),
        ("{ stated: next, of: { event: reviewed } }", "when the last such event says"),
    ]
}
