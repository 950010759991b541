// SPDX-License-Identifier: MIT

import Casework

/// The page `docs/access.md`: who may do what with which part of a child's record, made from the rule table.
public enum AccessPage {
    public static var markdown: String {
        """
        # Who may see what

        Everything is denied unless a line below allows it. A row is a role in one relationship to the child; somebody in
        several relationships has what all of their rows give. A cell says what they may do with that part of the record:
        **S** see, **A** add what happened, **D** decide, **E** export. An empty cell is a refusal. Somebody without any row for a
        child is told what they would be told if there were no such child.

        This page is made from the code, and a test that compares says how to renew it. Another test asks the program each cell.

        ## The table

        \(table)

        ## Roles that see no child's record

        | role | why |
        |---|---|
        \(AccessRule.denied.map { "| \($0.role.rawValue) | \($0.because) |" }.joined(separator: "\n"))

        \(heldBack)

        ## What each part holds

        That an event happened is seen by those who see its part. What it says is seen by those who see the part of each of its
        details; where a detail names none, by those who see what is in brackets, or else the event's own part. Events in
        *italics* are decided, the others added.

        \(parts)

        ## Details that belong to a part whatever carries them

        | part | details |
        |---|---|
        \(details)

        """
    }

    /// The letters of one cell, such as `SAD`.
    public static func letters(_ acts: [RecordAct]) -> String {
        acts.map { act in
            switch act {
            case .see: "S"
            case .add: "A"
            case .decide: "D"
            case .export: "E"
            }
        }.joined()
    }

    private static var table: String {
        let head = (["role", "relationship"] + RecordPart.allCases.map(\.rawValue)).joined(separator: " | ")
        let line = String(repeating: "|---", count: RecordPart.allCases.count + 2)
        let rows = Role.allCases.map(rows).filter { !$0.isEmpty }
        return "| \(head) |\n\(line)|\n\(rows.joined(separator: "\n"))\n\nThe relationships: " + relationships
    }

    /// The rows of one role, a line each: one for every relationship in which it is allowed anything.
    public static func rows(_ role: Role) -> String {
        Relationship.allCases.compactMap { relationship -> String? in
            let cells = RecordPart.allCases.map { letters(AccessRule.acts(role, relationship, $0)) }
            guard cells.contains(where: { !$0.isEmpty }) else { return nil }
            return "| \(role.rawValue) | \(relationship.rawValue) | \(cells.joined(separator: " | ")) |"
        }.joined(separator: "\n")
    }

    private static var relationships: String {
        Relationship.allCases.map { "`\($0.rawValue)`, \($0.spoken)" }.joined(separator: "; ") + "."
    }

    private static var heldBack: String {
        """
        ## What is held back even so

        - **A restricted record** exists only for those on its named list, and for whoever broke the glass. That holds for
          every part and act, and for the restriction itself. Grounds: \(grounds). Whoever restricts a record is on the list.
        - **A location shield** takes `location` away from everybody who is not named on it, for seeing, deciding and exporting.
          They may still add where a child was seen.
        - **Breaking the glass**: \(spoken(Role.allCases.filter(\.hasSafeguardingDuty))) may open what is held back from
          them by stating a reason, for eight hours at most. Only \(spoken(Role.allCases.filter(\.opensRestrictedRecords)))
          may do so for a restricted record, or for a child who has nothing to do with their agency. Whoever reviews it on the
          next working day is somebody else.
        - **Addresses of homes** are shown to the home's own workers; to police and social care once they state what for
          (\(AddressPurpose.allCases.map(\.spoken).joined(separator: "; "))); to nobody else. Source: SG ¶64.
        - **An agency's area** is what the record says it covers. An area that nobody of a kind covers is covered by all of them,
          and a child of whom no area is known is looked for by every force.
        """
    }

    private static var grounds: String {
        Restriction.Ground.allCases.map(\.spoken).joined(separator: ", ")
    }

    private static func spoken(_ roles: [Role]) -> String {
        let names = roles.map(\.spoken)
        return names.dropLast().joined(separator: ", ") + (names.last.map { " and \($0)" } ?? "")
    }

    private static var parts: String {
        var page = "| part | what it is | events |\n|---|---|---|\n"
        for part in RecordPart.allCases {
            let events = EventWord.allCases.filter { $0.part == part && $0.form.about != .partnership }.map(written)
            page += "| `\(part.rawValue)` | \(part.spoken) | \(events.joined(separator: ", ")) |\n"
        }
        return String(page.dropLast())
    }

    private static func written(_ word: EventWord) -> String {
        let name = word.act == .decide ? "*\(word.rawValue)*" : word.rawValue
        return word.contentPart == word.part ? name : "\(name) (\(word.contentPart.rawValue))"
    }

    private static var details: String {
        RecordPart.allCases.compactMap { part -> String? in
            let keys = DetailKey.allCases.filter { $0.ownPart == part }.map(\.name)
            return keys.isEmpty ? nil : "| `\(part.rawValue)` | \(keys.joined(separator: ", ")) |"
        }.joined(separator: "\n")
    }
}
