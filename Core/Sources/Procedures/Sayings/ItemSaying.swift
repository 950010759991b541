// SPDX-License-Identifier: MIT

/// One item of a pack as people read it: a duty, a guardrail, a question, a meeting…
public struct ItemSaying: Hashable, Sendable {
    public let kind: ItemKind
    /// The id in the pack; for what a pack has one of, such as its office hours, the name of the section.
    public let id: String
    /// What it is, in a few words or one sentence.
    public let title: String
    /// What there is to know about it, in the order in which it is read.
    public let aspects: [AspectSaying]

    public init(kind: ItemKind, id: String, title: String, aspects: [AspectSaying]) {
        self.kind = kind
        self.id = id
        self.title = title
        self.aspects = aspects
    }

    /// What one aspect says; nil where the item has none of it.
    public func says(_ aspect: Aspect) -> String? { self.aspect(aspect)?.text }

    func aspect(_ aspect: Aspect) -> AspectSaying? { aspects.first { $0.aspect == aspect } }
}

/// One thing to know about an item: "Due" with "72 hours after the child returned".
public struct AspectSaying: Hashable, Sendable {
    public let aspect: Aspect
    /// As it stands after a label: no full stop where it is no sentence.
    public let text: String
    /// The same in parts that may come and go one by one: what a condition asks for, the points of an agenda.
    public let parts: [String]

    public init(_ aspect: Aspect, _ text: String, parts: [String]? = nil) {
        self.aspect = aspect
        self.text = text
        self.parts = parts ?? [text]
    }
}

/// What kind of thing an item of a pack is.
public enum ItemKind: String, CaseIterable, Hashable, Sendable {
    case setting, duty, guardrail, trigger, triage, question
    case reportItem = "report-item"
    case meeting, letter, notice
    case calendarItem = "calendar-item"
    case contact, information, checklist, crosswalk
    case handOver = "hand-over"

    /// "duty", "report item"
    public var name: String { rawValue.replacing("-", with: " ") }

    /// The heading over all of a kind: "Duties".
    public var heading: String {
        switch self {
        case .setting: "What the protocol goes by"
        case .duty: "Duties"
        case .guardrail: "What needs authority, and what may not be done"
        case .trigger: "What a number of episodes sets off"
        case .triage: "How often and how serious: green, amber, red"
        case .question: "What is asked about the risk"
        case .reportItem: "What a report has to hold"
        case .meeting: "Meetings and panels"
        case .letter: "Letters"
        case .notice: "Who is shown what at once"
        case .calendarItem: "Duties of the area, by the calendar"
        case .contact: "Whom to contact"
        case .information: "Information to hand out"
        case .checklist: "Checklists"
        case .crosswalk: "Words that changed"
        case .handOver: "From one shift to the next"
        }
    }
}

/// What an ``AspectSaying`` is about; the raw value is its label.
public enum Aspect: String, CaseIterable, Hashable, Sendable {
    case owes = "Who owes it"
    case what = "What"
    case needed = "Needed while"
    case begins = "Begins only"
    case due = "Due"
    case sooner = "Sooner"
    case again = "Again"
    case done = "Done when"
    case counts = "What counts"
    case lapses = "Ends without being done when"
    case waivable = "May be waived by"
    case agreeable = "May be agreed away by"
    case escalates = "If it is not done"
    case standsAgainst = "Stands in the way when"
    case applies = "Applies"
    case allowed = "May be done all the same by"
    case wayOn = "What to do instead"
    case fires = "Fires when"
    case makes = "Makes"
    case green = "Green"
    case amber = "Amber"
    case red = "Red"
    case factors = "Factors"
    case lacking = "Where information is lacking"
    case chair = "Chaired by"
    case invites = "Invited"
    case agenda = "Agenda"
    case outcomes = "Possible outcomes"
    case to = "To"
    case shown = "Shown as soon as"
    case from = "From"
    case text = "Text"
    case askedOf = "Asked of"
    case heldBy = "Held by"
    case bears = "Bears on risk"
    case items = "Items"
    case every = "How often"
    case value = "Value"
    case about = "About"
    case localChoice = "Local choice"
    case note = "Note"
    case source = "Source"

    /// The label as it stands in front of the text.
    public var label: String { rawValue }
}
