// SPDX-License-Identifier: MIT
import Casework

/// What stands at one position, read as an event.
public enum RecordedEvent: Hashable, Sendable {
    case event(Event, at: Position)
    /// The subject's key was lawfully destroyed.
    case erased(EntryHeader)
    case damaged(Position, Damage)
    /// The seal opens, but what is under it is no event that this version knows.
    case unreadable(Position, StoredFormFault)

    /// Reads an opened entry's payload.
    public init(_ recorded: Recorded) {
        switch recorded {
        case .entry(let entry):
            do throws(StoredFormFault) {
                self = .event(try StoredEvent.read(entry.payload).event, at: entry.position)
            } catch {
                self = .unreadable(entry.position, error)
            }
        case .erased(let header): self = .erased(header)
        case .damaged(let position, let damage): self = .damaged(position, damage)
        }
    }
}

extension Ledger {
    /// Reads all events from `position` on, in order, a batch at a time, opened and decoded on all cores.
    ///
    /// Blocks the calling thread, on which `body` runs.
    public func replayEvents(
        from position: Position = .first,
        through last: Position? = nil,
        _ body: ([RecordedEvent]) throws -> Void
    ) throws {
        try replay(from: position, through: last, as: { RecordedEvent($0) }, body)
    }

    /// The events at `positions`, in that order: for showing narrative that the state does not hold.
    public func events(at positions: [Position]) async throws(LedgerFault) -> [RecordedEvent] {
        try await entries(at: positions).map { RecordedEvent($0) }
    }
}
