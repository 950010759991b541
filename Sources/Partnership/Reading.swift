// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging

extension Partnership {
    /// Whole events with their narrative, in the order of `positions`.
    public func whole(_ positions: [Position]) async throws -> [Told] {
        try await ledger.entries(at: positions).map(Told.init)
    }
}

extension Told {
    init(_ recorded: Recorded) {
        guard case .entry(let entry) = recorded, let event = try? StoredForm.event(from: entry.payload) else {
            self = .unreadable(recorded.position)
            return
        }
        self = .event(entry.position, event)
    }
}

/// Reads the record from the ledger into a state.
struct RecordReader {
    let ledger: Ledger
    let log: Logger

    func read() throws -> State {
        var state = State()
        try read(into: &state)
        return state
    }

    /// Takes everything after the state's own position. What can't be read is reported and stops nothing.
    func read(into state: inout State) throws {
        var damaged = 0
        try ledger.replay(from: state.position.next) { batch in
            for recorded in batch {
                if case .entry(let entry) = recorded, let event = try? StoredForm.event(from: entry.payload) {
                    state.apply(event, at: entry.position)
                } else {
                    if case .damaged = recorded { damaged += 1 }
                    state.pass(recorded.position)
                }
            }
        }
        if 0 < damaged {
            log.error("entries cannot be read", metadata: ["count": "\(damaged)"])
        }
    }
}

extension EntryDraft {
    /// An event as it goes into the ledger: under the child's own key, or the partnership's.
    init(_ event: Event) {
        self.init(
            subject: event.child.map { .child(UInt64($0.number)) } ?? .partnership,
            recordedAt: event.recordedAt.secondsSince1970, payload: StoredForm.bytes(of: event)
        )
    }
}
