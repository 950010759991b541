// SPDX-License-Identifier: MIT

import HashTreeCollections
import WorkingTime

/// Places that take a child in at any hour, with when each was last found suitable. Source: SG ¶40, ¶43.
public struct EmergencyPlaces: Hashable, Sendable {
    private var placesByNumber: TreeDictionary<Int, EmergencyPlace> = [:]

    public init() {}

    public subscript(number: Int) -> EmergencyPlace? { placesByNumber[number] }

    /// Every place, in the order of entering.
    public var all: [EmergencyPlace] { placesByNumber.values.sorted { $0.number < $1.number } }

    mutating func take(_ event: Event, at position: Position) {
        if event.word == .emergencyPlaceEntered {
            let number = Int(position.number)
            placesByNumber[number] = EmergencyPlace(number: number, details: event.details)
        } else if let number = event.details.number(.shelter) {
            placesByNumber[number]?.take(event)
        }
    }
}

/// One place that takes a child in at any hour.
public struct EmergencyPlace: Hashable, Sendable {
    /// The ledger's number of the event that entered it.
    public let number: Int
    public private(set) var details: Details
    /// When it was last looked at, and what was found: `suitable`, `not-suitable`…
    public private(set) var checkedAt: Instant?
    public private(set) var outcome: String?
    public private(set) var endedAt: Instant?

    init(number: Int, details: Details) { (self.number, self.details) = (number, details) }

    public var name: String { details.text(.name) ?? "without a name" }
    public var kind: String { details.word(.kind) ?? "other" }
    public var nextCheck: Instant? { details.time(.next)?.earliest }

    /// Whether a child may be taken there now: it still takes children, and nobody found it unsuitable.
    public var isOpen: Bool { endedAt == nil && outcome != "not-suitable" && kind != "bed-and-breakfast" }

    /// Whether it should have been checked again by `now`.
    public func isOverdue(at now: Instant) -> Bool { endedAt == nil && nextCheck.map { $0 < now } ?? true }

    mutating func take(_ event: Event) {
        switch event.word {
        case .emergencyPlaceChanged:
            var newer = event.details
            newer[.shelter] = nil
            details = details.replacing(with: newer)
        case .emergencyPlaceChecked:
            checkedAt = event.occurredAt.earliest
            outcome = event.details.word(.outcome)
            details[.next] = event.details[.next]
        case .emergencyPlaceEnded: endedAt = event.occurredAt.earliest
        default: break
        }
    }
}
