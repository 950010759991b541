// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Ledger

extension LookBook {
    /// Takes in the looks that stand in the ledger since it was last looked, this process's own and those of others.
    ///
    /// Does nothing where no other process writes: then memory has every look as soon as it is noted. Blocks the calling
    /// thread.
    public func catchUp() throws(LedgerFault) {
        guard ledger.isShared else { return }
        if try ledger.refreshKeys() { forgetErased() }
        try following.withLock { _ throws(LedgerFault) in
            if let head = try ledger.headElsewhere() { _ = ledger.adopt(head) }
            let head = ledger.head.position
            let from = desk.withLock { $0.followed }
            guard from < head else { return }
            var looks: [RecordedLook] = []
            do {
                try ledger.replay(from: from.next, through: head, as: { RecordedLook($0) }) { looks += $0 }
            } catch {
                throw error as? LedgerFault ?? .damaged("looks")
            }
            desk.withLock { [looks] desk in
                for case .look(let placed) in looks where !desk.isErased(placed.look.child) {
                    desk.marks.take(placed.look, at: placed.position)
                }
                desk.followed = head
            }
        }
    }

    /// Forgets those whom another process erased.
    private func forgetErased() {
        let children = ledger.erasedSubjects.filter { $0.letter == "C" }
            .map { ChildID(number: UInt32(truncatingIfNeeded: $0.number)) }
        desk.withLock { desk in
            for child in children where desk.erased.insert(child).inserted {
                desk.marks.forget(child)
                desk.recent.forget(child)
            }
        }
    }

    /// The same, away from the threads on which pages are made. Where it fails, memory is as old as the log says.
    func catchUpAside() async {
        guard ledger.isShared else { return }
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { [self] in
                do throws(LedgerFault) {
                    try catchUp()
                } catch {
                    log.error("looks of other processes cannot be read", metadata: ["fault": "\(error.code)"])
                }
                continuation.resume()
            }
        }
    }
}
