// SPDX-License-Identifier: MIT

/// How sure somebody is of what they say about a place, a person, or who was with whom.
public enum Confidence: String, CaseIterable, Hashable, Comparable, Sendable {
    case doubtful
    case possible
    case likely
    case confirmed

    public static func < (lower: Confidence, higher: Confidence) -> Bool {
        guard let first = allCases.firstIndex(of: lower), let second = allCases.firstIndex(of: higher) else {
            return false
        }
        return first < second
    }

    /// What it means, as a form explains it.
    public var means: String {
        switch self {
        case .doubtful: "doubtful: somebody said so who may be wrong"
        case .possible: "possible: said once, and not checked"
        case .likely: "likely: said more than once, or by somebody who was there"
        case .confirmed: "confirmed: seen by an officer or a worker, or proved"
        }
    }
}
