// SPDX-License-Identifier: MIT

/// One source of law or procedure with a row for each of its clauses: `docs/clauses/SHORT.yaml`.
public struct ClauseSource: Sendable {
    /// The word by which packs cite it.
    public let short: String
    public let title: String
    /// In the order of the source.
    public let rows: [ClauseRow]
    /// Headings of the source that hold no clause: a name, a cover line.
    public let apart: [String]
    let file: String
}

/// What becomes of one clause: what carries it out, why nothing can, or what is still to be built.
public struct ClauseRow: Sendable {
    /// As packs cite it after the source's short name: `¶31`, `looked-after children`.
    public let clause: String
    /// The headings of the source under which it is the first row.
    public let headings: [String]
    /// What it asks, in our words.
    public let about: String
    public let carriers: [ClauseCarrier]
    /// Why software cannot carry it out, or need not.
    public let whyNot: String?
    /// What is not built yet.
    public let planned: String?
    let line: Int

    /// How far it is carried out.
    public enum Standing: String, CaseIterable, Sendable {
        case carriedOut, inPart, planned, notForSoftware
    }

    public var standing: Standing {
        if carriers.isEmpty { return planned == nil ? .notForSoftware : .planned }
        return planned == nil ? .carriedOut : .inPart
    }
}

/// Something that carries a clause out: an item of a pack, or something in the program.
public struct ClauseCarrier: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case duty, trigger, guardrail, meeting, letter, notice, calendar, contact, information, checklist, question,
            reportItem, triage, setting
        case event, page, measure, refusal, access, command

        /// The key of a pack under which its items stand; nil for what is no item of a pack.
        var section: String? {
            switch self {
            case .duty: "duties"
            case .trigger: "triggers"
            case .guardrail: "guardrails"
            case .meeting: "meetings"
            case .letter: "letters"
            case .notice: "notices"
            case .calendar: "calendar"
            case .contact: "contacts"
            case .information: "information"
            case .checklist: "checklists"
            case .question: "questions"
            case .reportItem: "reportItems"
            case .triage: "triage"
            case .setting, .event, .page, .measure, .refusal, .access, .command: nil
            }
        }

        /// Whether it stands in a pack, rather than in the program.
        var isOfPack: Bool { section != nil || self == .setting }

        var spoken: String {
            switch self {
            case .reportItem: "report item"
            case .calendar: "area duty"
            case .access: "access to"
            default: rawValue
            }
        }
    }

    public let kind: Kind
    public let name: String
    /// The one pack that is meant; nil for any that has it.
    public let pack: String?
    let line: Int
}
