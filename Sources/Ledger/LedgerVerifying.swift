// SPDX-License-Identifier: MIT

import Casework

/// What `verify` went through and what it found.
public struct Verification: Hashable, Sendable {
    /// The head that was verified; later entries, written meanwhile, were not.
    public let head: LedgerHead
    /// How many entries stand there and were examined.
    public let entryCount: Int
    /// Entries whose subject's key was lawfully destroyed: their chain was checked, their seal could not be.
    public let erasedCount: Int
    public let findings: [Finding]

    public var isSound: Bool { findings.isEmpty }
}

extension Ledger {
    /// Recomputes the chain, opens every seal, and examines keys, head and the store itself.
    ///
    /// Blocks the calling thread; entries may be appended meanwhile. Throws only when the store cannot be read at all.
    public func verify() throws(LedgerFault) -> Verification {
        var findings = try store.examine()
        let sealed = try consistentHead(&findings)
        let keys = try verifyKeys(&findings)
        var walk = ChainWalk(beginning: beginning)
        var next = Position.first
        while next <= sealed.head.position {
            let fetched = try store.rows(from: next, limit: Self.readLimitInRows)
            let rows = fetched.filter { $0.position <= sealed.head.position }
            for row in rows {
                walk.step(row, ring.openForVerifying(row, with: keys))
            }
            guard rows.count == Self.readLimitInRows, let last = rows.last else { break }
            next = last.position.next
        }
        walk.end(at: sealed.head)
        return Verification(
            head: sealed.head,
            entryCount: walk.entryCount,
            erasedCount: walk.erasedCount,
            findings: findings + walk.findings
        )
    }

    private func consistentHead(_ findings: inout [Finding]) throws(LedgerFault) -> SealedHead {
        let last = try store.lastPosition()
        let sealed = try store.head()
        if ring.derived.seal(sealed.head) != sealed {
            findings.append(Finding(kind: .headSealBroken, detail: "head \(sealed.head.position)"))
        }
        // The head is read after the last row, and both grow only: rows beyond the head were not appended by us.
        if sealed.head.position < last {
            findings.append(
                Finding(position: sealed.head.position.next, kind: .headWrong, detail: "entries go on to \(last)")
            )
        }
        return sealed
    }

    private func verifyKeys(_ findings: inout [Finding]) throws(LedgerFault) -> [SubjectID: SubjectKey] {
        var keys: [SubjectID: SubjectKey] = [:]
        for wrapped in try store.keys() {
            let key = SubjectKey(wrapped, identity: identity, derived: ring.derived)
            keys[wrapped.subject] = key
            if case .broken = key {
                findings.append(Finding(kind: .keyBroken, detail: "subject \(wrapped.subject)"))
            } else if try store.positions(of: wrapped.subject).isEmpty {
                findings.append(Finding(kind: .keyUnused, detail: "subject \(wrapped.subject)"))
            }
        }
        return keys
    }
}

extension KeyRing {
    /// Opens with exactly the keys on disk; a key made since then is asked of the store.
    fileprivate func openForVerifying(_ row: StoredRow, with keys: [SubjectID: SubjectKey]) -> Recorded {
        switch row {
        case .unreadable(let position, _): return .damaged(position, .unreadable)
        case .entry(let sealed):
            if keys[sealed.header.subject] != nil { return open(sealed, with: keys) }
            guard let wrapped = try? store.key(of: sealed.header.subject) else {
                return .damaged(sealed.header.position, .keyMissing)
            }
            let key = SubjectKey(wrapped, identity: identity, derived: derived)
            return open(sealed, with: [sealed.header.subject: key])
        }
    }
}
