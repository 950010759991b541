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

    /// Whether it was seen to, in time or not, or set aside: not where the need merely ended.
    var isSettled: Bool {
        switch self {
        case .done, .doneLate, .waived, .agreed: true
        default: false
        }
    }
}

/// One duty, or one instance of a recurring duty, as it stands at an instant, with its reasons.
public struct DutyStanding: Sendable {
    private let says: DutyWording
    /// 1 for the first instance of a recurring duty, and for a duty that is owed once.
    public let instance: Int
    /// When its clock started, or will.
    public let from: Instant?
    public let due: Due?
    /// When it was done, lapsed, waived or agreed.
    public let endedAt: Instant?
    /// How much after its due it was done.
    public let lateBy: Elapsed?
    /// Why it is owed, and how its due was counted, in sentences. Empty where reasons were not asked for.
    public let why: [String]
    public let state: DutyState
    /// Who owes it, after fallbacks: nobody allocated, out of hours.
    public let owedBy: Role
    /// Who is to be told now, because it is nearly due or overdue by as much as the protocol says.
    public let escalatedTo: Role?
    /// The agency of whoever owes it, where the record says: the accepter of a transfer or a hand-over, else the
    /// responsible authority, the host, the home or the school.
    public let agency: AgencyID?

    public var duty: String { says.duty }
    /// What is to be done, as an imperative sentence.
    public var what: String { says.what }
    public var source: String { says.source }
    /// Whether its figure is a local choice that no clause states.
    public var isLocalChoice: Bool { says.isLocalChoice }
    /// The word of the event that discharges it, for offering the right form.
    public var doneBy: EventWord { says.doneBy }
    /// The details that the discharging event must carry: `to: iro`.
    public var doneWith: Details { says.doneWith }

    /// The duty's place in the pack that it is one of.
    var place: Int { says.place }

    init(
        _ says: DutyWording, instance: Int, state: DutyState, owedBy: Role, from: Instant?, due: Due?,
        endedAt: Instant?, lateBy: Elapsed?, why: [String], escalatedTo: Role?, agency: AgencyID?
    ) {
        self.says = says
        self.instance = instance
        self.from = from
        self.due = due
        self.endedAt = endedAt
        self.lateBy = lateBy
        self.why = why
        self.state = state
        self.owedBy = owedBy
        self.escalatedTo = escalatedTo
        self.agency = agency
    }

    public init(
        duty: String, instance: Int, state: DutyState, owedBy: Role, what: String, from: Instant?, due: Due?,
        endedAt: Instant?, lateBy: Elapsed?, source: String, why: [String], isLocalChoice: Bool, doneBy: EventWord,
        doneWith: Details, escalatedTo: Role? = nil, agency: AgencyID? = nil
    ) {
        let says = DutyWording(
            duty: duty, what: what, source: source, isLocalChoice: isLocalChoice, doneBy: doneBy, doneWith: doneWith)
        self.init(
            says, instance: instance, state: state, owedBy: owedBy, from: from, due: due, endedAt: endedAt,
            lateBy: lateBy, why: why, escalatedTo: escalatedTo, agency: agency)
    }
}

/// What is the same of a duty wherever it stands; held once for all of its standings.
final class DutyWording: Sendable {
    let duty: String
    let what: String
    let source: String
    let isLocalChoice: Bool
    let doneBy: EventWord
    let doneWith: Details
    /// The duty's place in its protocol, where it is one of a pack's.
    let place: Int

    init(
        duty: String, what: String, source: String, isLocalChoice: Bool, doneBy: EventWord, doneWith: Details,
        place: Int = 0
    ) {
        self.place = place
        (self.duty, self.what, self.source) = (duty, what, source)
        (self.isLocalChoice, self.doneBy, self.doneWith) = (isLocalChoice, doneBy, doneWith)
    }
}

extension DutyStanding: Hashable {
    public static func == (first: DutyStanding, second: DutyStanding) -> Bool {
        (first.says === second.says || first.isNamed(like: second)) && first.instance == second.instance
            && first.state == second.state && first.owedBy == second.owedBy && first.from == second.from
            && first.due == second.due && first.endedAt == second.endedAt && first.lateBy == second.lateBy
            && first.escalatedTo == second.escalatedTo && first.agency == second.agency
            && first.why == second.why
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(duty)
        hasher.combine(instance)
        hasher.combine(state)
        hasher.combine(due)
    }

    /// Whether both say the same of the duty itself, also where they are of two packs.
    private func isNamed(like other: DutyStanding) -> Bool {
        duty == other.duty && what == other.what && source == other.source && isLocalChoice == other.isLocalChoice
            && doneBy == other.doneBy && doneWith == other.doneWith
    }
}
