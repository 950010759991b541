// SPDX-License-Identifier: MIT

import Casework
import Ledger
import WorkingTime

extension LookBook {
    /// Erases who looked at a child's record, with the child: the key of those looks is destroyed, and the chain stays
    /// verifiable. That somebody looked, and when, stays; who, at whom and for what does not.
    ///
    /// Nothing where nobody ever looked. Backups made before still hold what they held.
    public func erase(_ child: ChildID) async throws(LedgerFault) {
        // From here on nothing is noted under the child's key.
        _ = desk.withLock { $0.erased.insert(child) }
        try await settle()
        try await destroyKey(of: .child(UInt64(child.number)))
        desk.withLock { desk in
            desk.marks.forget(child)
            desk.recent.forget(child)
        }
    }

    /// Erases what was searched for and fitted no child in the months that ended before `date`.
    public func eraseSearches(endedBefore date: CivilDate) async throws(LedgerFault) {
        try await settle()
        let first = London.date(of: Instant(secondsSince1970: ledger.foundedAt))
        let months = (first.year * 12 + first.month)..<(date.year * 12 + date.month)
        for month in months {
            try await destroyKey(of: SubjectID(letter: "S", number: UInt64(month)))
        }
    }

    private func destroyKey(of subject: SubjectID) async throws(LedgerFault) {
        do throws(LedgerFault) {
            try await ledger.erase(subject, at: now.secondsSince1970)
        } catch .notFound {
            return
        }
    }
}
