// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging

extension Partnership {
    /// Whole events with their narrative, in the order of `positions`.
    public func whole(_ positions: [Position]) async throws -> [RecordedEvent] {
        try await ledger.events(at: positions)
    }
}

/// Reads the record from the ledger into a state.
public struct RecordReader {
    let ledger: Ledger
    let log: Logger

    public init(ledger: Ledger, log: Logger) { (self.ledger, self.log) = (ledger, log) }

    /// The whole record, from a snapshot where there is one that can be used, and from the entries after it.
    public func read(snapshot path: String?) throws -> State {
        var (state, finding) = path.map { ledger.readState(at: $0) } ?? (State(), nil)
        if let finding {
            log.warning("the snapshot is not used", metadata: ["why": "\(finding.kind)"])
        }
        try read(into: &state)
        return state
    }

    /// Takes everything after the state's own position, through `last` where it is given. What can't be read is reported
    /// and stops nothing.
    func read(into state: inout State, through last: Position? = nil) throws {
        var damaged = 0
        try ledger.replayEvents(from: state.position.next, through: last) { batch in
            for recorded in batch {
                switch recorded {
                case .event(let event, let position): state.apply(event, at: position)
                case .erased(let header): state.pass(header.position)
                case .damaged(let position, _), .unreadable(let position, _):
                    damaged += 1
                    state.pass(position)
                }
            }
        }
        if 0 < damaged {
            log.error("entries cannot be read", metadata: ["count": "\(damaged)"])
        }
    }
}
