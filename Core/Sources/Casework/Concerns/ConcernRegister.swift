// SPDX-License-Identifier: MIT

import HashTreeCollections
import WorkingTime

/// The register of places and people of concern: what the partnership has been told, by whom, and how sure it is.
public struct ConcernRegister: Hashable, Sendable {
    /// A place and a person, or two of a kind, that somebody says belong together.
    public struct Link: Hashable, Sendable {
        public let first: Int
        public let second: Int
        public let position: Position
        public let event: Event

        public var confidence: Confidence {
            event.details.word(.confidence).flatMap(Confidence.init(rawValue:)) ?? .possible
        }
    }

    private var entriesByNumber: TreeDictionary<Int, ConcernEntry> = [:]
    public private(set) var links: [Link] = []

    public init() {}

    public subscript(number: Int) -> ConcernEntry? { entriesByNumber[number] }

    /// Every entry, in the order of entering.
    public var entries: [ConcernEntry] { entriesByNumber.values.sorted { $0.number < $1.number } }

    /// The register as it stood by what had been recorded at `instant`.
    public func asKnown(at instant: Instant) -> ConcernRegister {
        var known = ConcernRegister()
        let records = entries.flatMap(\.records).filter { $0.event.recordedAt <= instant }
        let linking = links.filter { $0.event.recordedAt <= instant }
        for record in records.sorted(by: { $0.position < $1.position }) {
            known.take(record.event, at: record.position)
        }
        known.links = linking
        return known
    }

    mutating func take(_ event: Event, at position: Position) {
        if let entry = ConcernEntry(event, at: position) {
            entriesByNumber[entry.number] = entry
            return
        }
        guard event.word.isOfConcern, let number = event.details.number(.concern) else { return }
        if event.word == .entriesOfConcernLinked {
            if let other = event.details.number(.what) {
                links.append(Link(first: number, second: other, position: position, event: event))
            }
            return
        }
        entriesByNumber[number]?.take(event, at: position)
    }
}

extension EventWord {
    /// Whether it is of the register of places and people of concern.
    public var isOfConcern: Bool {
        switch self {
        case .placeOfConcernEntered, .personOfConcernEntered, .entryOfConcernChanged, .entryOfConcernReviewed,
            .entryOfConcernEnded, .entryOfConcernRestricted, .entryOfConcernOpened, .placeRestricted,
            .placeRestrictionEnded, .entriesOfConcernLinked:
            true
        default: false
        }
    }
}
