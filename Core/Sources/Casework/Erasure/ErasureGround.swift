// SPDX-License-Identifier: MIT

/// By which right a child's record is erased.
public enum ErasureGround: String, CaseIterable, Hashable, Sendable {
    /// It was kept for as long as it had to be.
    case retentionEnded = "retention-ended"
    case courtOrder = "court-order"
    /// The person's own request was upheld: UK GDPR article 17.
    case requestUpheld = "request-upheld"
    /// It should never have been made: the wrong child, the same child twice.
    case madeInError = "made-in-error"

    /// Whether it stands before the record's time has come.
    public var overridesDates: Bool { self != .retentionEnded }

    public var says: String {
        switch self {
        case .retentionEnded: "Its time has come"
        case .courtOrder: "A court ordered it"
        case .requestUpheld: "The person asked for it, and that was upheld (UK GDPR article 17)"
        case .madeInError: "The record should never have been made"
        }
    }
}
