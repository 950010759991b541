// SPDX-License-Identifier: MIT

/// What comparing a ledger's file with its seal came to.
public enum FileComparison: Hashable, Sendable {
    /// Every one of so many bytes is as it was sealed.
    case same(byteCount: Int)
    /// Not the file that was sealed.
    case differs(Finding)
    /// There was nothing to compare with; what is found wrong with what has not yet come into the file.
    case notCompared(Reason, [Finding])

    public enum Reason: String, Hashable, Sendable {
        /// Another program has the ledger open, or opened it meanwhile: its file changes as it works.
        case isOpen = "is-open"
        /// It was not closed cleanly, or it is a copy that was made without a seal.
        case isNotSealed = "is-not-sealed"
        /// The store has no file.
        case hasNoFile = "has-no-file"
    }

    public var findings: [Finding] {
        switch self {
        case .same: []
        case .differs(let finding): [finding]
        case .notCompared(_, let findings): findings
        }
    }
}
