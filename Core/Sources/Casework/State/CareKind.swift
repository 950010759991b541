// SPDX-License-Identifier: MIT

/// What the episode is in the eyes of those who care for the child. It drives notices, the meeting for a child
/// missing over 72 hours and the offer of a return interview. Source: SG ¶10–12, ¶51.
public enum CareKind: String, CaseIterable, Hashable, Sendable {
    case missingFromHome = "missing-from-home"
    case missingFromCare = "missing-from-care"
    /// A looked-after child, whereabouts known, not at the placement.
    case awayWithoutAuthorisation = "away-without-authorisation"
    /// Came to notice without a report to police.
    case unreported
    case missingFromEducation = "missing-from-education"

    public var spoken: String { rawValue.replacingHyphens }
}

/// What police hold the child as. It drives the safe and well check. Source: SG ¶11, ¶27; WMP.
public enum PoliceCategory: String, CaseIterable, Hashable, Sendable {
    /// Reported, and not yet decided.
    case unclassified
    case missing
    /// Not where expected or required to be, with no apparent risk: kept under review, never forgotten.
    case absent
    // Later vocabularies grade instead.
    case noApparentRisk = "no-apparent-risk"
    /// What was “no apparent risk (absent)” before.
    case veryLow = "very-low"
    case low
    case medium
    case high

    /// Whether nobody goes to look at once: kept under review under whichever word the vocabulary has for it.
    public var isUnderReview: Bool { self == .absent || self == .noApparentRisk || self == .veryLow }

    public var spoken: String { self == .unclassified ? "not yet classified" : rawValue.replacingHyphens }
}

/// How likely and how serious harm is thought to be.
public enum RiskGrade: String, CaseIterable, Hashable, Comparable, Sendable {
    case noApparentRisk = "no-apparent-risk"
    /// What was “no apparent risk (absent)” before.
    case veryLow = "very-low"
    case low
    case medium
    case high

    public var spoken: String { rawValue.replacingHyphens }

    public static func < (lower: RiskGrade, higher: RiskGrade) -> Bool { lower.rank < higher.rank }

    /// The order of the words; no apparent risk and very low name the same grade in two vocabularies.
    private var rank: Int {
        switch self {
        case .noApparentRisk: 0
        case .veryLow: 1
        case .low: 2
        case .medium: 3
        case .high: 4
        }
    }
}
