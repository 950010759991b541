// SPDX-License-Identifier: MIT

import WorkingTime

/// How long the record of some children is kept: a line of a ``RetentionSchedule``.
public struct RetentionRule: Hashable, Sendable {
    /// Whose record it is about.
    public enum Concern: Hashable, Sendable {
        /// A child who was ever looked after: by status, by a placement, or when an episode began.
        case lookedAfter
        /// A child who ever had one of these statuses, such as `child-in-need`.
        case statuses([String])
        case everyRecord
    }

    /// How long, and from what.
    public enum Length: Hashable, Sendable {
        /// Until the anniversary of the child's birth.
        case untilBirthday(Int)
        /// Years after the last entry about the child that is not itself about the keeping of the record.
        case yearsAfterLastEntry(Int)
    }

    public let id: String
    public let concern: Concern
    public let length: Length
    /// Years after the death of a child who died before the eighteenth birthday, in place of the length.
    public let yearsAfterDeath: Int?
    /// The clause that asks for it; nil where the partnership chose it.
    public let law: String?
    /// The rule in one sentence.
    public let says: String

    public init(
        id: String, concern: Concern, length: Length, yearsAfterDeath: Int? = nil, law: String?, says: String
    ) {
        (self.id, self.concern, self.length) = (id, concern, length)
        (self.yearsAfterDeath, self.law, self.says) = (yearsAfterDeath, law, says)
    }

    /// Whether the partnership chose it, and may choose otherwise.
    public var isLocalChoice: Bool { law == nil }

    /// Where the rule comes from, for people.
    public var source: String { law ?? "A local choice of this partnership" }
}

/// How long children's records are kept: data, with the source of each line.
public struct RetentionSchedule: Hashable, Sendable {
    public let rules: [RetentionRule]

    public init(rules: [RetentionRule]) { self.rules = rules }

    /// What the law of England asks for, and for the rest a choice that a partnership may make otherwise.
    public static let england = RetentionSchedule(rules: [
        RetentionRule(
            id: "looked-after", concern: .lookedAfter, length: .untilBirthday(75), yearsAfterDeath: 15,
            law: "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50",
            says:
                "The record of a child who was looked after is kept until the 75th anniversary of their birth; of one "
                + "who died before 18, for fifteen years from the death."
        ),
        RetentionRule(
            id: "child-in-need", concern: .statuses(["child-in-need", "child-protection-plan", "section-47"]),
            length: .untilBirthday(25), law: nil,
            says:
                "The record of a child in need, or of one who had a child protection plan or an enquiry under section "
                + "47, is kept until the 25th birthday."
        ),
        RetentionRule(
            id: "last-entry", concern: .everyRecord, length: .yearsAfterLastEntry(6), law: nil,
            says: "Every record is kept for at least six years after the last entry."
        ),
    ])
}
