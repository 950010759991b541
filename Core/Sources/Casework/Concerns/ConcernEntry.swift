// SPDX-License-Identifier: MIT

import WorkingTime

/// One place or person of concern, as the register has it. It names no child.
public struct ConcernEntry: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case place
        case person
    }

    /// Something recorded about the entry, with its place in the ledger.
    public struct Record: Hashable, Sendable {
        public let position: Position
        public let event: Event
    }

    /// An order, a condition or a rule that holds at a place.
    public struct Restriction: Hashable, Sendable {
        /// `closure-order`, `licence-condition`, `no-placements`, `dispersal`…
        public let kind: String
        public let reason: String
        public let since: Instant
        public let until: Instant?
    }

    /// The ledger's number of the event that entered it.
    public let number: Int
    public let kind: Kind
    /// What is known now, under its keys.
    public private(set) var details: Details
    /// Everything recorded about it, in order.
    public private(set) var records: [Record]
    /// The workers to whom it is kept; nil where every reader of the register may read it.
    public private(set) var names: [String]?
    public private(set) var restriction: Restriction?
    public private(set) var endedAt: Instant?

    init?(_ event: Event, at position: Position) {
        switch event.word {
        case .placeOfConcernEntered: kind = .place
        case .personOfConcernEntered: kind = .person
        default: return nil
        }
        number = Int(position.number)
        details = event.details
        records = [Record(position: position, event: event)]
    }

    public var name: String { details.text(.name) ?? "without a name" }
    public var confidence: Confidence { details.word(.confidence).flatMap(Confidence.init(rawValue:)) ?? .possible }
    /// By when it must be looked at again.
    public var nextReview: Instant? { details.time(.next)?.earliest }
    public var isEnded: Bool { endedAt != nil }

    /// Whether it should have been looked at again by `now`.
    public func isOverdue(at now: Instant) -> Bool { !isEnded && nextReview.map { $0 < now } ?? true }

    /// The restriction that holds at `now`.
    public func restriction(at now: Instant) -> Restriction? {
        restriction.flatMap { ($0.until.map { now < $0 } ?? true) ? $0 : nil }
    }

    mutating func take(_ event: Event, at position: Position) {
        records.append(Record(position: position, event: event))
        switch event.word {
        case .entryOfConcernChanged:
            var newer = event.details
            newer[.concern] = nil
            details = details.replacing(with: newer)
        case .entryOfConcernReviewed:
            for key in [DetailKey.next, .confidence] {
                details[key] = event.details[key] ?? details[key]
            }
        case .entryOfConcernEnded: endedAt = event.occurredAt.earliest
        case .entryOfConcernRestricted: names = event.details.words(.names)
        case .entryOfConcernOpened: names = nil
        case .placeRestricted:
            restriction = Restriction(
                kind: event.details.word(.kind) ?? "other", reason: event.details.text(.reason) ?? "",
                since: event.occurredAt.earliest, until: event.details.time(.until)?.latest)
        case .placeRestrictionEnded: restriction = nil
        default: break
        }
    }
}
