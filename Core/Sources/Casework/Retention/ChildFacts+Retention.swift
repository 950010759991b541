// SPDX-License-Identifier: MIT

import WorkingTime

extension EventWords {
    /// What is said about the keeping of the record, and who may see it, and not about the child.
    static let aboutKeeping: EventWords = [
        .accessRestricted, .restrictionLifted, .glassBroken, .glassBreakReviewed, .legalHoldPlaced, .legalHoldLifted,
        .retentionDecided, .subjectAccessRequested, .subjectAccessExtended, .subjectAccessAnswered, .erasureProposed,
        .erasureWithdrawn,
    ]
}

extension ChildFacts {
    /// When the child died, where the record says so: the status `died`, from its date.
    public var diedOn: CivilDate? { statuses.first { $0.kind == StatusSpan.died }?.since }
}

extension StatusSpan {
    /// The status of a child who died, from the date of death.
    public static let died = "died"
}
