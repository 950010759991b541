// SPDX-License-Identifier: MIT

/// Why no interview was offered, in the categories that authorities report.
public enum NotOffered: String, CaseIterable, Hashable, Sendable {
    case missingAgain = "missing-again"
    case noContact = "no-contact"
    case other

    /// "not offered: missing again"
    public var spoken: String { "not offered: \(rawValue.replacingHyphens)" }
}

/// How an interview that the child had accepted did not come about.
public enum NotAttended: String, CaseIterable, Hashable, Sendable {
    case notPresent = "not-present"
    case refusedOnArrival = "refused-on-arrival"

    /// "accepted, but not there"
    public var spoken: String {
        switch self {
        case .notPresent: "accepted, but the child was not there"
        case .refusedOnArrival: "accepted, but the child said no when it was to begin"
        }
    }
}

/// How good an interview was found to be.
public enum InterviewGrade: String, CaseIterable, Hashable, Sendable {
    case good
    case enough
    case wanting

    public var spoken: String {
        switch self {
        case .good: "good"
        case .enough: "good enough"
        case .wanting: "not good enough"
        }
    }
}
