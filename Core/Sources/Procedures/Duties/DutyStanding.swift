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
    let rule: DutyRule
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

    public var duty: String { rule.duty.id }
    /// What is to be done, as an imperative sentence.
    public var what: String { rule.duty.what }
    public var source: String { rule.duty.source }
    /// Whether its figure is a local choice that no clause states.
    public var isLocalChoice: Bool { rule.duty.isLocalChoice }
    /// The word of the event that discharges it, for offering the right form.
    public var doneBy: EventWord { rule.doneBy }
    /// The details that the discharging event must carry: `to: iro`.
    public var doneWith: Details { rule.doneWith }
}

extension DutyStanding: Hashable {
    public static func == (first: DutyStanding, second: DutyStanding) -> Bool {
        (first.rule === second.rule || first.isNamed(like: second)) && first.instance == second.instance
            && first.state == second.state && first.owedBy == second.owedBy && first.from == second.from
            && first.due == second.due && first.endedAt == second.endedAt && first.lateBy == second.lateBy
            && first.escalatedTo == second.escalatedTo && first.why == second.why
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
