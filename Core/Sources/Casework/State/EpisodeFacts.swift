// SPDX-License-Identifier: MIT

import WorkingTime

/// What follows from an episode's history: its start, kind, category, grade, and how far it has come.
///
/// Taken mark by mark in the order in which things happened.
public struct EpisodeFacts: Hashable, Sendable {
    /// Whether the child was looked after when the episode began.
    public let lookedAfter: Bool
    /// When first checks began, where they did.
    public private(set) var checksStartedAt: Instant?
    public private(set) var reportedAt: Instant?
    /// The earliest `missingSince` that any account states, or the one that somebody settled on.
    public private(set) var missingSince: UncertainTime?
    /// Where the child went missing from: a home's or school's short name.
    public private(set) var from: String?
    public private(set) var careKind: CareKind
    /// Whether the care kind follows from the child having been located and not yet being back (ruling 3).
    private var isKindByLocating = false
    public private(set) var category: PoliceCategory = .unclassified
    public private(set) var grade: RiskGrade?
    public private(set) var nextReview: Instant?
    public private(set) var locatedAt: Instant?
    public private(set) var returnedAt: Instant?
    public private(set) var closedAt: Instant?
    /// The newest happening so far.
    public private(set) var latest: Instant?
    private var startIsSettled = false
    private var fromIsSettled = false
    /// Whether it began as a pupil's absence, or as leave from school: a case of the school and of those who look for
    /// pupils. A child may have one open and be missing from home or care besides.
    public private(set) var isSchoolCase = false

    /// An episode before anything has happened in it.
    public init(lookedAfter: Bool) {
        self.lookedAfter = lookedAfter
        careKind = lookedAfter ? .missingFromCare : .missingFromHome
    }

    /// When the episode started: `missingSince` where stated, else when it was reported. Nil while there have only
    /// been first checks. Reclassification never moves it.
    @inlinable public var start: Instant? {
        guard let reportedAt else { return nil }
        return missingSince?.earliest ?? reportedAt
    }

    /// The care kind under which the episode is counted: that a child who was missing has been located, and was not
    /// back at once, does not make it less of a missing episode (rulings 3 and 18).
    public var countedKind: CareKind { isKindByLocating ? .missingFromCare : careKind }

    /// How far the episode has come.
    @inlinable public var stage: Stage {
        if closedAt != nil { return .closed }
        if returnedAt != nil { return .returned }
        if locatedAt != nil { return .located }
        return reportedAt == nil ? .checking : .away
    }

    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// First checks are under way; nobody has reported yet.
        case checking
        /// Reported, whereabouts not known or not confirmed.
        case away
        /// Whereabouts established and confirmed, not yet back.
        case located
        case returned
        case closed
    }

    /// Whether the child is not back yet.
    @inlinable public var isOpen: Bool { returnedAt == nil && closedAt == nil }

    /// The words that change anything but ``latest``.
    public static let words: EventWords = [
        .checksStarted, .reported, .accountReceived, .accountSettled, .absenceNoted, .careKindDecided, .classified,
        .reclassified, .decidedByIncidentManager, .riskGraded, .reviewAgreed, .reviewed, .located, .returned,
        .attended, .closed, .caseClosed, .leaveAuthorised,
    ]

    /// Takes the next mark, in the order in which things happened. Corrections are applied before, by ``History``.
    public mutating func take(_ mark: Mark) {
        let time = mark.clockTime
        latest = max(latest ?? time, time)
        switch mark.word {
        case .checksStarted:
            checksStartedAt = checksStartedAt ?? time
            takeStart(mark)
        case .reported, .accountReceived:
            if mark.word == .reported { reportedAt = reportedAt ?? time }
            takeStart(mark)
            // What another agency calls it is kept as told; whoever cares for the child decides.
            let kind = mark.word == .reported ? mark.details.word(.kind).flatMap(CareKind.init(rawValue:)) : nil
            if let kind { decide(kind) }
        case .accountSettled:
            if let settled = mark.details.time(.missingSince) { (missingSince, startIsSettled) = (settled, true) }
            if let settled = mark.details.word(.from) { (from, fromIsSettled) = (settled, true) }
        case .absenceNoted:
            if reportedAt == nil, checksStartedAt == nil { isSchoolCase = true }
            // What the school notes of a child who was reported missing does not make them less missing.
            if isSchoolCase { decide(.missingFromEducation) }
            reportedAt = reportedAt ?? time
        case .leaveAuthorised: if reportedAt == nil, checksStartedAt == nil { isSchoolCase = true }
        case .careKindDecided:
            if let kind = mark.details.word(.as).flatMap(CareKind.init(rawValue:)) { decide(kind) }
        case .classified, .reclassified, .decidedByIncidentManager, .riskGraded, .reviewAgreed, .reviewed:
            takeDecision(mark)
        case .located:
            locatedAt = locatedAt ?? time
            if lookedAfter && careKind == .missingFromCare {
                (careKind, isKindByLocating) = (.awayWithoutAuthorisation, true)
            }
        case .returned: returnedAt = returnedAt ?? time
        case .attended:
            // A child who is missing and comes to school is found, and not yet back where they live.
            if isSchoolCase || careKind == .missingFromEducation { returnedAt = returnedAt ?? time }
        case .closed, .caseClosed: closedAt = closedAt ?? time
        default: break
        }
    }

    private mutating func decide(_ kind: CareKind) { (careKind, isKindByLocating) = (kind, false) }

    private mutating func takeStart(_ mark: Mark) {
        if let stated = mark.details.time(.missingSince), !startIsSettled {
            if missingSince.map({ stated.earliest < $0.earliest }) ?? true { missingSince = stated }
        }
        if from == nil && !fromIsSettled { from = mark.details.word(.from) }
    }

    private mutating func takeDecision(_ mark: Mark) {
        switch mark.word {
        case .riskGraded: grade = mark.details.word(.as).flatMap(RiskGrade.init(rawValue:)) ?? grade
        case .reviewAgreed, .reviewed: nextReview = mark.details.time(.next)?.earliest ?? nextReview
        default:
            guard let decided = mark.details.word(.as).flatMap(PoliceCategory.init(rawValue:)) else { return }
            category = decided
            // Later vocabularies decide the category by grading.
            if let graded = RiskGrade(rawValue: decided.rawValue) { grade = graded }
        }
    }
}
