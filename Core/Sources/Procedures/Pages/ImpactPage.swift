// SPDX-License-Identifier: MIT

import Casework

/// A data-protection impact assessment to begin from: the sections that the Information Commissioner's Office asks for,
/// with what the program itself can say filled in, and what a partnership has to say marked.
public enum ImpactPage {
    /// One risk to the people whom the record is about.
    public struct Risk: Hashable, Sendable {
        public let name: String
        public let harm: String
        /// What this program does against it.
        public let measure: String
        /// What the partnership has to do, because no program can.
        public let left: String
    }

    /// A part of the assessment, under its heading.
    public struct Section: Hashable, Sendable {
        public let title: String
        public let text: String
    }

    public static var markdown: String {
        """
        # Data-protection impact assessment: a template

        An assessment is needed before such a record is used: it holds special categories of data about vulnerable children, it
        brings together what several agencies hold, and people act on it. What is filled in below is what the program does. What
        stands in square brackets is for the partnership, which knows its own area. Made from the code; a test holds it true.

        \(sections.map { "## \($0.title)\n\n\($0.text)" }.joined(separator: "\n\n"))

        """
    }

    /// The whole assessment, section by section.
    public static var sections: [Section] {
        [
            Section(title: "1. Why it is needed", text: need),
            Section(title: "2. Nature: what is done with the data", text: nature),
            Section(title: "3. Scope: which data, of whom, for how long", text: scope),
            Section(title: "4. Context", text: context), Section(title: "5. Purposes", text: purposes),
            Section(title: "6. Necessity and proportion", text: necessity),
            Section(title: "7. Who is asked", text: consultation),
            Section(title: "8. Risks, what is done about them, and what is left", text: riskTable),
            Section(title: "9. Sign-off", text: signOff),
        ]
    }

    private static let need = """
        Children go missing, and those who look for them work for different agencies. [Say what happens today in the area, what
        has gone wrong, and which decision the partnership has taken to use a shared record. Name the officer for data
        protection and when they were first asked.]
        """

    private static let nature = """
        Events are written down by those who act, are never changed, and are put right by later entries. Each child's events are
        sealed under a key of the child's own; the history is a chain, so that a change to the past is found. The program works
        out what is owed to the child, by whom and by when, under a protocol that the area adopts; it gives no child a score and
        decides nothing about them. People read it in a browser, under their own names, after a second factor. Files come in
        from returns and police systems and go out only by an act that is written down. [Say where it is run, by whom, and which
        processors have access to the machine.]
        """

    private static var scope: String {
        let parts = RecordPart.allCases.filter { $0 != .existence }.map { "- \($0.spoken)" }.joined(separator: "\n")
        return """
            Children who are or may go missing, those who live with them, those named around them, and those who work with them.
            Of a child the record may hold:

            \(parts)

            Health, ethnic origin, religion, sexual exploitation and offences are special categories or criminal-offence data. A
            record is kept as long as a retention schedule says; a legal hold keeps it longer; at the end the child's key is
            destroyed and only counts remain. [Say how many children a year, over which area, and how long each kind of record
            is kept.]
            """
    }

    private static let context = """
        The children did not choose to be in it, many are looked after by the authority that writes about them, and some run from
        somebody who works with the record or lives with them. They would expect those who look for them to know; they would not
        expect everything they say to be read by everybody. [Say what children in the area have said, and what earlier concerns
        there were.]
        """

    private static var purposes: String {
        var seen: [String] = []
        for rule in AccessRule.table where !seen.contains(rule.purpose) { seen.append(rule.purpose) }
        return "What the record is used for, and nothing else:\n\n" + seen.map { "- \($0)" }.joined(separator: "\n")
    }

    private static var necessity: String {
        var bases: [String] = []
        for rule in AccessRule.table where !bases.contains(rule.basis) { bases.append(rule.basis) }
        return """
            Everything is denied unless a rule allows it: role by role, by what somebody is to the child, part by part. Some roles
            are given nothing: \(AccessRule.denied.map(\.role.spoken).joined(separator: ", ")). The rules are in
            [access.md](access.md); what each agency is shown is in [sharing-agreement.md](sharing-agreement.md). Lawful bases that
            the rules name:

            \(bases.map { "- \($0)" }.joined(separator: "\n"))

            [Say how children and parents are told, how a request to see or correct is answered and in what time, which agreement
            binds the agencies, and why less would not do.]
            """
    }

    private static let consultation = """
        [Children who have been missing, with an advocate; parents and carers; each agency that is to use it, from those who work
        nights upwards; the officers for data protection and for information security; the safeguarding partners. For each: when,
        what they said, and what was changed for it. Where somebody was not asked, why not.]
        """

    private static var riskTable: String {
        let rows = risks.map { "| \($0.name) | \($0.harm) | \($0.measure) | \($0.left) | [low / medium / high] |" }
        return "| risk | harm to people | what the program does | what is left to the partnership | what remains |\n"
            + "|---|---|---|---|---|\n" + rows.joined(separator: "\n")
    }

    private static let signOff = """
        | | name and post | date | notes |
        |---|---|---|---|
        | Measures approved by | [ ] | [ ] | [who sees that each is done] |
        | What remains accepted by | [ ] | [ ] | [a high remaining risk goes to the Commissioner first] |
        | Advice of the officer for data protection | [ ] | [ ] | [if not followed, why] |
        | Views of those asked looked at by | [ ] | [ ] | [if the decision departs from them, why] |
        | Looked at again by | [ ] | [ ] | [at the latest when the rules in access.md change] |
        """
}
