// SPDX-License-Identifier: MIT

import Casework

/// A summary for a sharing agreement, made from the rule table: which agency is given what, by whom, for what purpose,
/// under which rule. A partnership puts its names, dates and signatures to it.
public enum AgreementPage {
    /// What one party is shown, on one line of the table.
    public struct Share: Hashable, Sendable {
        public let rule: String
        public let recipient: AgreementParty
        public let roles: [Role]
        public let relationships: [Relationship]
        public let parts: [RecordPart]
        /// The parties that write those parts.
        public let from: [AgreementParty]
        public let purpose: String
        public let basis: String
        /// The parts of which copies may leave the record.
        public let copies: [RecordPart]
    }

    /// Everything that is shared, party by party, in the order of the table.
    public static var shares: [Share] {
        AgreementParty.allCases.flatMap { party in
            AccessRule.table.filter { AgreementParty.parties(of: $0).contains(party) }.map { rule in
                Share(
                    rule: rule.name, recipient: party, roles: rule.roles, relationships: rule.relationships,
                    parts: rule.see, from: writers(of: rule.see).filter { $0 != party }, purpose: rule.purpose,
                    basis: rule.basis, copies: rule.export)
            }
        }
    }

    private static func writers(of parts: [RecordPart]) -> [AgreementParty] {
        let writing = AccessRule.table.filter { rule in
            parts.contains { part in
                part != .existence && part != .audit && (rule.add.contains(part) || rule.decide.contains(part))
            }
        }
        let parties = Set(writing.flatMap(AgreementParty.parties))
        return AgreementParty.allCases.filter(parties.contains)
    }

    public static var markdown: String {
        """
        # Sharing agreement: summary of what is shared

        To be put into the partnership's own agreement, with its parties' names, its contact points, its review date and its
        signatures. What is below is made from the rules that the program keeps, so it says what really happens; a test holds
        it true. Nothing else of a child's record is shown to anybody. All of it is in [access.md](access.md), cell by cell.

        ## What each party is shown

        \(AgreementParty.allCases.map(section).joined(separator: "\n\n"))

        ## Who is shown nothing

        \(AccessRule.denied.map { "- \($0.role.spoken.begun): \($0.because)" }.joined(separator: "\n"))

        ## What holds for everybody

        - A record may be restricted to named people; to all others it does not exist. Where a child is may be held back from
          all who are not named.
        - In an emergency a role with a safeguarding duty may open what is held back from it, with a reason, for eight hours; the
          owner of the record is told, and somebody else reviews it on the next working day.
        - Each look, search, export and refusal is written down with who, when and under which rule.
        - Each party answers for its own people: it says who works for it in which role, and who has left.
        - A person's rights (to be told, to see, to have put right, to object) are answered by the responsible authority, whose
          records manager reads the whole record only while a request is open.

        ## For the parties to settle

        - Who signs for each party, and who is called when something goes wrong, by day and by night.
        - Who is controller for what: as the program is built, each party for what it writes, jointly for the record.
        - How long records are kept, from when, and who decides on the exceptions.
        - What a party does with copies that it has taken out.
        - When this is looked at again.

        """
    }

    private static func section(_ party: AgreementParty) -> String {
        let rows = shares.filter { $0.recipient == party }.map { share in
            let parts = share.parts.map(\.spoken).joined(separator: "; ")
            let from = share.from.isEmpty ? "the record itself" : share.from.map(\.rawValue).joined(separator: "; ")
            let when = share.relationships.map(\.spoken).joined(separator: "; ")
            let copies = share.copies.isEmpty ? "none" : share.copies.map(\.rawValue).joined(separator: ", ")
            return
                "| `\(share.rule)` | \(share.roles.map(\.spoken).joined(separator: ", ")) | \(when) | \(parts) | \(from) | "
                + "\(share.purpose) | \(share.basis) | \(copies) |"
        }
        return """
            ### \(party.rawValue)

            | rule | for whom | only where | what | written by | what for | under which law | copies |
            |---|---|---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }
}

extension String {
    fileprivate var begun: String { prefix(1).uppercased() + dropFirst() }
}
