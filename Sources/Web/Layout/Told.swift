// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Partnership

/// One entry of the record as it is read for showing: whole, or not to be had.
enum Told: Hashable, Sendable {
    case event(Position, Event)
    /// Damaged, or of a kind that this version doesn't know.
    case unreadable(Position)
    /// Lawfully erased at the end of its retention.
    case erased(Position)

    init(_ recorded: RecordedEvent) {
        switch recorded {
        case .event(let event, let position): self = .event(position, event)
        case .damaged(let position, _), .unreadable(let position, _): self = .unreadable(position)
        case .erased(let header): self = .erased(header.position)
        }
    }

    var position: Position {
        switch self {
        case .event(let position, _), .unreadable(let position), .erased(let position): position
        }
    }
}

extension Told {
    /// The other children who are named as having been with a child.
    static func others(in told: [Told]) -> Set<ChildID> {
        var others: Set<ChildID> = []
        for case .event(_, let event) in told {
            guard case .numbers(let numbers) = event.details[.withChildren] else { continue }
            others.formUnion(numbers.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) })
        }
        return others
    }
}
