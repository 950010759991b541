// SPDX-License-Identifier: MIT

import WorkingTime

/// The seven circumstances in which a missing pupil is referred at once, whatever else is known.
/// Source: BI, children missing education.
public enum ImmediateCircumstance: String, CaseIterable, Hashable, Sendable {
    case crimeVictim = "crime-victim"
    case protectionPlan = "child-protection-plan"
    case section47 = "section-47"
    case lookedAfter = "looked-after"
    case personPosingRisk = "person-posing-risk"
    case frequentMoves = "frequent-moves"
    case seriousAttendance = "serious-attendance"

    /// As it is asked of whoever knows the pupil.
    public var question: String {
        switch self {
        case .crimeVictim: "Could the child be the victim of a crime?"
        case .protectionPlan: "Is there a child protection plan?"
        case .section47: "Is social care making section 47 enquiries?"
        case .lookedAfter: "Is the child looked after?"
        case .personPosingRisk: "Is somebody who is a risk to children in the household, or in touch with it?"
        case .frequentMoves: "Has the family moved often?"
        case .seriousAttendance: "Has attendance been a serious matter before?"
        }
    }

    /// Whether a yes is noted as a risk on the child's record; the others are statuses that social care records.
    public var isNotedAsRisk: Bool {
        switch self {
        case .crimeVictim, .personPosingRisk, .frequentMoves, .seriousAttendance: true
        case .protectionPlan, .section47, .lookedAfter: false
        }
    }

    /// Whether the child's record says on a date that it holds.
    public func holds(of facts: ChildFacts, on date: CivilDate) -> Bool {
        switch self {
        case .lookedAfter: facts.isLookedAfter(on: date)
        case .protectionPlan, .section47: facts.has(status: rawValue, on: date)
        case .crimeVictim, .personPosingRisk, .frequentMoves, .seriousAttendance:
            facts.standingRisks.contains { $0.kind == rawValue }
        }
    }
}
