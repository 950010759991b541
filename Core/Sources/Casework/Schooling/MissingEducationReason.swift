// SPDX-License-Identifier: MIT

/// Why a child misses education, as far as it is known: the primary reasons of the department's termly return, which
/// counts each child under one. Source: children missing education return, autumn 2025 collection.
public enum MissingEducationReason: String, CaseIterable, Hashable, Sendable {
    case movedAbroad = "moved-abroad"
    case movedAuthority = "moved-authority"
    case attendanceOrder = "attendance-order"
    case didNotApply = "did-not-apply"
    case notPreferredSchool = "not-preferred-school"
    case noSuitablePlace = "no-suitable-place"
    case mentalHealth = "mental-health"
    case arrivedFromAbroad = "arrived-from-abroad"
    case arrivedFromAuthority = "arrived-from-authority"
    case notRecorded = "not-recorded"
    case placeNotAccepted = "place-not-accepted"
    case other
    case parentsDecision = "parents-decision"
    case physicalHealth = "physical-health"
    case applicationAwaitsOutcome = "application-awaits-outcome"
    case dissatisfiedWithSupport = "dissatisfied-with-support"
    case dissatisfiedWithSchool = "dissatisfied-with-school"
    case unknown
    case unsuitableHomeEducation = "unsuitable-home-education"
    case waitingToStart = "waiting-to-start"

    /// As the return has it, letter by letter.
    public var returned: String {
        switch self {
        case .movedAbroad: "Believed to have moved to another country"
        case .movedAuthority: "Believed to have moved to another local authority"
        case .attendanceOrder: "Challenging school attendance order"
        case .didNotApply: "Did not apply for school place at compulsory school age"
        case .notPreferredSchool: "Did not get school preference"
        case .noSuitablePlace: "Difficulty accessing suitable school place"
        case .mentalHealth: "Mental health"
        case .arrivedFromAbroad: "Moved in from another country"
        case .arrivedFromAuthority: "Moved in from another local authority"
        case .notRecorded: "Not recorded"
        case .placeNotAccepted: "Offered school place but not yet accepted"
        case .other: "Other"
        case .parentsDecision: "Parental decision not to register at school"
        case .physicalHealth: "Physical health"
        case .applicationAwaitsOutcome: "School application awaiting outcome"
        case .dissatisfiedWithSupport: "School dissatisfaction SEND"
        case .dissatisfiedWithSchool: "School dissatisfaction general"
        case .unknown: "Unknown"
        case .unsuitableHomeEducation: "Unsuitable elective home education"
        case .waitingToStart: "Waiting school start"
        }
    }
}
