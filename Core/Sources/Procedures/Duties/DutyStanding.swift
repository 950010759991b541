// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Where a duty stands at an instant. Source: ruling "Every duty once owed ends in one of the last six or is still
/// owed or overdue".
public enum DutyState: String, CaseIterable, Hashable, Sendable {
    /// Its clock starts later, at a known instant.
    case notYet
    case owed
    case overdue
    case done
    case doneLate
    /// The need ended before it was due.
    case lapsed
    /// The need ended after it was due, and it was not done.
    case missed
    case waived
    /// An agreement for this child says that it is not due.
    case agreed

    /// Whether somebody still has to act.
    public var isOutstanding: Bool { self == .owed || self == .overdue }
}

/// One duty, or one instance of a recurring duty, as it stands at an instant, with its reasons.
public struct DutyStanding: Hashable, Sendable {
    public let duty: String
    /// 1 for the first instance of a recurring duty, and for a duty that is owed once.
    public let instance: Int
    public let state: DutyState
    /// Who owes it, after fallbacks: nobody allocated, out of hours.
    public let owedBy: Role
    /// What is to be done, as an imperative sentence.
    public let what: String
    /// When its clock started, or will.
    public let from: Instant?
    public let due: Due?
    /// When it was done, lapsed, waived or agreed.
    public let endedAt: Instant?
    /// How much after its due it was done.
    public let lateBy: Elapsed?
    public let source: String
    /// Why it is owed, and how its due was counted, in sentences.
    public let why: [String]
    /// Whether its figure is a local choice that no clause states.
    public let isLocalChoice: Bool
    /// The word of the event that discharges it, for offering the right form.
    public let doneBy: EventWord
    /// The details that the discharging event must carry: `to: iro`.
    public let doneWith: Details
    /// Who is to be told now, because it is nearly due or overdue by as much as the protocol says.
    public let escalatedTo: Role?
    /// The agency of whoever owes it, where the record says: the accepter of a transfer or a hand-over, else the
    /// responsible authority, the host, the home or the school.
    public let agency: AgencyID?

    public init(
        duty: String, instance: Int, state: DutyState, owedBy: Role, what: String, from: Instant?, due: Due?,
        endedAt: Instant?, lateBy: Elapsed?, source: String, why: [String], isLocalChoice: Bool, doneBy: EventWord,
        doneWith: Details, escalatedTo: Role? = nil, agency: AgencyID? = nil
    ) {
        self.duty = duty
        self.instance = instance
        self.state = state
        self.owedBy = owedBy
        self.what = what
        self.from = from
        self.due = due
        self.endedAt = endedAt
        self.lateBy = lateBy
        self.source = source
        self.why = why
        self.isLocalChoice = isLocalChoice
        self.doneBy = doneBy
        self.doneWith = doneWith
        self.escalatedTo = escalatedTo
        self.agency = agency
    }
}
