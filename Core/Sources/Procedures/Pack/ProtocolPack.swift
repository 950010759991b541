// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How one area responds when a child goes missing: its local protocol as a value.
///
/// Loaded from a YAML file by the shell, checked whole, and never changed once in force.
public struct ProtocolPack: Sendable {
    public let id: String
    public let title: String
    /// The pack this one starts from.
    public let extends: String?
    public let inForceFrom: CivilDate?
    /// The first date on which it is no longer in force.
    public let inForceTo: CivilDate?
    /// Short names of the source documents, with their titles.
    public let sources: [String: String]
    public let vocabulary: PoliceVocabulary
    /// What the call handler asks.
    public let questions: [RiskQuestion]
    /// What a report has to hold at least.
    public let reportItems: [ReportItem]
    public let guardrails: [Guardrail]
    public let duties: [Duty]
    /// What is counted over episodes, and what it makes.
    public let triggers: [Trigger]
    /// How return interviews are sorted by urgency, where the protocol says.
    public let triage: Triage?
    public let officeHours: OfficeHours
    /// Who owes what a role owes where nobody is allocated to it, in hours and out of hours.
    public let fallbacks: [Role: Fallback]
    /// What `immediately` and `as-soon-as-possible` are taken as.
    public let figures: [String: DueLength]
    /// Whom the pack is about: looked at when a need begins, so that what is owed already stays owed.
    public let covers: Condition?
    /// What this pack took out of the one it starts from, and why.
    public let removed: [Removal]
    /// Meetings, letters, notices, duties of the area, contacts, information, checklists, crosswalk.
    public let sections: PackSections
    /// Whether any duty stands on a child's whole record.
    public let hasChildDuties: Bool
    /// Whether a duty of an episode asks whether a trigger fired.
    let asksTriggersInEpisodes: Bool
    /// The duties made ready to be worked out.
    let plan: DutyPlan
    let triggerPlan: TriggerPlan

    public init(
        id: String, title: String, extends: String?, inForceFrom: CivilDate?, inForceTo: CivilDate?,
        sources: [String: String], vocabulary: PoliceVocabulary, questions: [RiskQuestion],
        reportItems: [ReportItem], guardrails: [Guardrail] = [], duties: [Duty], triggers: [Trigger] = [],
        triage: Triage? = nil, officeHours: OfficeHours, fallbacks: [Role: Fallback],
        figures: [String: DueLength] = [:], covers: Condition? = nil, removed: [Removal] = [],
        sections: PackSections = PackSections()
    ) {
        self.id = id
        self.title = title
        self.extends = extends
        self.inForceFrom = inForceFrom
        self.inForceTo = inForceTo
        self.sources = sources
        self.vocabulary = vocabulary
        self.questions = questions
        self.reportItems = reportItems
        self.guardrails = guardrails
        self.duties = duties
        self.triggers = triggers
        self.triage = triage
        self.officeHours = officeHours
        self.fallbacks = fallbacks
        self.figures = figures
        self.covers = covers
        self.removed = removed
        self.sections = sections
        asksTriggersInEpisodes = duties.contains { !$0.isAboutChild && !$0.asksTriggers.isEmpty }
        hasChildDuties = duties.contains(where: \.isAboutChild)
        plan = DutyPlan(duties, covers: covers, fallbacks: fallbacks)
        triggerPlan = TriggerPlan(triggers, plan, officeHours)
    }

    public func duty(_ id: String) -> Duty? { plan.index[id].map { duties[$0] } }

    public func trigger(_ id: String) -> Trigger? { triggers.first { $0.id == id } }
}

/// Something that a pack took out of the pack it starts from.
public struct Removal: Hashable, Sendable {
    public let id: String
    /// The key of the section that held it: `duties`, `letters`…
    public let section: String
    public let reason: String
}

/// A question that the call handler asks about the risk to the child.
public struct RiskQuestion: Hashable, Sendable {
    public let id: String
    public let asks: String
    /// Whether the answer bears on risk; the others find facts.
    public let isRiskBased: Bool
    public let source: String

    public init(id: String, asks: String, isRiskBased: Bool, source: String) {
        self.id = id
        self.asks = asks
        self.isRiskBased = isRiskBased
        self.source = source
    }
}

/// One thing that a report has to hold.
public struct ReportItem: Hashable, Sendable {
    public let id: String
    public let says: String
    /// Whether it is asked of looked-after children only.
    public let lookedAfterOnly: Bool
    /// Any of these details, on the report or the child's record, holds it.
    public let heldBy: [DetailKey]
    /// Whether all of the details are needed.
    public let needsAll: Bool
    /// Or any of these events of the episode.
    public let heldByEvents: [EventWord]
    public let source: String

    public init(
        id: String, says: String, lookedAfterOnly: Bool, heldBy: [DetailKey], needsAll: Bool = false,
        heldByEvents: [EventWord] = [], source: String
    ) {
        self.id = id
        self.says = says
        self.lookedAfterOnly = lookedAfterOnly
        self.heldBy = heldBy
        self.needsAll = needsAll
        self.heldByEvents = heldByEvents
        self.source = source
    }
}

/// Who owes what a role owes where nobody is allocated to it.
public struct Fallback: Hashable, Sendable {
    public let inOfficeHours: Role
    public let outOfOfficeHours: Role
    /// Whether out of office hours it falls to the other role also where somebody is allocated.
    public let isForAllOutOfHours: Bool

    public init(inOfficeHours: Role, outOfOfficeHours: Role, isForAllOutOfHours: Bool = false) {
        self.inOfficeHours = inOfficeHours
        self.outOfOfficeHours = outOfOfficeHours
        self.isForAllOutOfHours = isForAllOutOfHours
    }
}
