// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What the record knows of one episode beyond what every source has. Nil stands for: the record does not say.
public struct EpisodeDetails: Hashable, Sendable {
    /// What police held the child as last.
    public var police: PoliceCategory?
    public var grade: RiskGrade?
    /// How exactly the start is known.
    public var precision: StartPrecision?
    /// Whether the start lies in a term, weekends of it included, or in a school holiday.
    public var isInTerm: Bool?
    /// Whether the child was looked after at the start.
    public var isFromCare: Bool?
    public var careGroup: CareGroup?
    public var legalStatus: String?
    /// The authority responsible for the child, as recorded now.
    public var authority: String?
    /// The authority in whose area the child was placed.
    public var host: String?
    /// The home, school or other place on the register from which the child went missing.
    public var establishment: String?
    /// Where the child lived at the start.
    public var district: String?
    public var sector: String?
    public var foundDistrict: String?
    /// What kind of place the child was found at, where that place is on the register of concern.
    public var foundPlace: String?
    /// Districts in which the child was seen while away.
    public var seenDistricts: [String] = []
    /// How far from the placement, and from home, the child was found, in tenths of a mile as the crow flies.
    public var milesTenthsFromPlacement: Int?
    public var milesTenthsFromHome: Int?
    public var safeAndWell: SafeAndWellOutcome?
    public var steps = InterviewSteps()
    public var triage: Triage.Colour?
    public var triageWithAbsences: Triage.Colour?
    /// How many of the things that the protocol wants in a report there are.
    public var reportItemsAsked: Int?
    public var reportItemsHeld: Int?
    public var notices: [NoticeGiven] = []
    public var isOnAgenda = false
    public var lettersSent = 0
    public var feedbackReceived = 0
    public var feedbackAnswered = 0
    public var push: [String] = []
    public var pull: [String] = []
    public var harm: [String] = []
    /// Kinds of the findings that an interview brought out.
    public var themes: [String] = []
    /// Risks that stood on the record when the episode began.
    public var risks: [String] = []
    /// What put the child on a panel's agenda.
    public var agendaTriggers: [String] = []
    /// Numbers of other children who went along, were seen or were found with the child, as entries name them.
    public var companions: [UInt32] = []

    public init() {}
}

/// Somebody who was told of the episode, and how long it took them to say that they have seen it.
public struct NoticeGiven: Hashable, Sendable {
    public let to: String
    public let minutesToAcknowledge: Int?

    public init(to: String, minutesToAcknowledge: Int?) {
        (self.to, self.minutesToAcknowledge) = (to, minutesToAcknowledge)
    }
}

/// How exactly the start of an episode is known.
public enum StartPrecision: String, CaseIterable, Hashable, Sendable {
    case exact = "To the minute"
    case about = "About"
    case between = "Between two times"
    case dateOnly = "The date only"
}

/// Under which care a child was at the start of an episode: the first that held, in this order. Source: BF, annual report.
public enum CareGroup: String, CaseIterable, Hashable, Sendable {
    case lookedAfter = "Looked after"
    case protectionPlan = "Child protection plan"
    case inNeed = "Child in need"
    case careLeaver = "Care leaver"
    case none = "None of these on the record"
}

/// What became of the safe and well check that police owe on return. Source: SG ¶29–30.
public enum SafeAndWellOutcome: String, CaseIterable, Hashable, Sendable {
    case held = "Held"
    case notHeld = "Not held, with the reason"
    case nothing = "Nothing recorded"
}

/// The steps of a return interview, as far as the record has them. Source: SG ¶31–37.
public struct InterviewSteps: Hashable, Sendable {
    /// Whether an interview is owed: the child is back, and was missing or away.
    public var isOwed = false
    public var isContacted = false
    public var isOffered = false
    public var isAccepted = false
    public var isDeclined = false
    public var notOffered: NotOffered?
    /// Minutes from the return to the first step of its kind.
    public var minutesToContact: Int?
    public var minutesToOffer: Int?
    public var minutesToHold: Int?
    /// The agency that was to hold it.
    public var provider: String?
    public var findings = 0
    public var findingsWithAction = 0
    public var findingsLeft = 0
    /// Whether the child was referred to social care after an interview was held; nil where none was.
    public var isReferredInNeed: Bool?

    public init() {}
}
