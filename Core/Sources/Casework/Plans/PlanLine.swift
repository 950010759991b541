// SPDX-License-Identifier: MIT

import WorkingTime

/// One line of a plan that is about no child: of the area's own, or about a place or person of concern.
public struct PlanLine: Hashable, Sendable {
    /// Which plan it is of.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case area = "area-plan"
        case disruption = "disruption-plan"

        public var spoken: String { rawValue.replacingHyphens }
    }

    /// The heads of the sources: Prevent, Protect, Prepare, Pursue; and Provide where it takes the last two's place.
    /// Source: H; K; BF.
    public enum Goal: String, CaseIterable, Hashable, Sendable {
        case prevent, protect, prepare, pursue, provide
    }

    /// How a line stands.
    public enum Progress: String, CaseIterable, Hashable, Sendable {
        case notStarted = "not-started"
        case underWay = "under-way"
        case done

        public var spoken: String { rawValue.replacingHyphens }
    }

    /// One thing that was written of the line: when, by whom, and which of its details.
    public struct Entry: Hashable, Sendable {
        public let position: Position
        public let word: EventWord
        public let at: Instant
        public let by: Actor
        public let details: Details
    }

    /// The place in the ledger at which it was written.
    public let number: Int
    public let kind: Kind
    /// The entry of the register of places or people of concern that it is about, by its number.
    public let concern: Int?
    /// What stands in it now, under the keys of the words that write it.
    public private(set) var details: Details
    public private(set) var entries: [Entry]
    /// Why it was taken out of the plan, where it was.
    public private(set) var endReason: String?

    public var goal: Goal { details.word(.goal).flatMap(Goal.init(rawValue:)) ?? .prevent }
    public var progress: Progress { details.word(.outcome).flatMap(Progress.init(rawValue:)) ?? .notStarted }
    /// What is to be done.
    public var what: String { details.text(.action) ?? "" }
    /// How it is done.
    public var how: String? { details.text(.description) }
    /// Who does it: a worker's short name, a role, an agency, or as they wrote it.
    public var owner: String? { details.word(.owner) }
    public var due: UncertainTime? { details.time(.due) }
    /// How it stands, in words.
    public var standing: String? { details.text(.result) }
    /// What shows it.
    public var evidence: String? { details.text(.evidence) }
    public var isEnded: Bool { endReason != nil }

    /// Whether it should have been done by `instant`, and is not.
    public func isOverdue(at instant: Instant) -> Bool {
        guard !isEnded, progress != .done, let due else { return false }
        return due.latest < instant
    }

    init?(_ event: Event, at position: Position) {
        guard let kind = event.details.word(.kind).flatMap(Kind.init(rawValue:)) else { return nil }
        number = Int(position.number)
        self.kind = kind
        concern = event.details.number(.what)
        details = event.details
        entries = []
        note(event, at: position)
    }

    mutating func take(_ event: Event, at position: Position) {
        note(event, at: position)
        if event.word == .planLineEnded {
            endReason = event.details.text(.reason) ?? ""
        } else {
            var newer = event.details
            for key in [DetailKey.line, .reason, .narrative, .reference] { newer[key] = nil }
            details = details.replacing(with: newer)
        }
    }

    private mutating func note(_ event: Event, at position: Position) {
        entries.append(
            Entry(position: position, word: event.word, at: event.recordedAt, by: event.by, details: event.details))
    }
}
