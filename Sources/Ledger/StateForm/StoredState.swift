// SPDX-License-Identifier: MIT
import Casework

/// A state as a snapshot's content: binary and compact, since it is read at each start and by nothing else.
public enum StoredState {
    /// Grows whenever the form changes; a snapshot of another version is ignored.
    public static let version: UInt32 = 3

    /// The state's bytes. The same state always gives the same bytes.
    public static func bytes(of state: State) -> [UInt8] { StateWriter.content(of: state) }

    /// Reads a state's bytes. Never crashes, whatever the bytes.
    public static func read(_ bytes: [UInt8]) throws(StateFormFault) -> State { try StateReader.state(of: bytes) }
}

extension Ledger {
    /// Writes a snapshot of `state`, which must hold this ledger's entries up to its position and no others.
    public func writeSnapshot(of state: State, to path: String) async throws(LedgerFault) {
        let outcome = await offload { () throws(LedgerFault) in
            guard case .entry(let last)? = try self.store.rows(at: [state.position]).first else {
                throw .notFound("entry \(state.position)")
            }
            let head = LedgerHead(position: state.position, hash: last.hash)
            let content = StoredState.bytes(of: state)
            try self.write(Snapshot(head: head, contentVersion: StoredState.version, content: content), to: path)
        }
        try outcome.get()
    }

    /// The newest state that the snapshot at `path` gives, empty where there is none that can be used; the finding
    /// says why not. Replay goes on after the state's position.
    public func readState(at path: String) -> (state: State, finding: Finding?) {
        switch readSnapshot(at: path, contentVersion: StoredState.version) {
        case .none: return (State(), nil)
        case .unusable(let finding): return (State(), finding)
        case .usable(let snapshot):
            do throws(StateFormFault) {
                let state = try StoredState.read(snapshot.content)
                if state.position == snapshot.head.position { return (state, nil) }
                return (State(), Finding(kind: .snapshotUnusable, detail: "of another position"))
            } catch {
                return (State(), Finding(kind: .snapshotUnusable, detail: "content malformed"))
            }
        }
    }
}
