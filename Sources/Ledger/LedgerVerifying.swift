// SPDX-License-Identifier: MIT

import Casework

/// What `verify` went through and what it found.
public struct Verification: Hashable, Sendable {
    /// The head that was verified; later entries, written meanwhile, were not. Nothing when the ledger cannot be opened.
    public let head: LedgerHead?
    /// How many entries stand there and were examined.
    public let entryCount: Int
    /// Entries whose subject's key was lawfully destroyed: their chain was checked, their seal could not be.
    public let erasedCount: Int
    /// Whether the file was compared byte for byte.
    public let file: FileComparison
    public let findings: [Finding]

    public var isSound: Bool { findings.isEmpty }

    public init(
        head: LedgerHead?, entryCount: Int, erasedCount: Int, file: FileComparison, findings: [Finding]
    ) {
        (self.head, self.entryCount, self.erasedCount) = (head, entryCount, erasedCount)
        (self.file, self.findings) = (file, findings)
    }
}

extension Ledger {
    /// How much of the whole time each part takes, roughly.
    private enum Share {
        static let file = 0.15
        static let store = 0.35
    }

    /// Compares the file with its seal, recomputes the chain, opens every seal, and examines keys, head and the store.
    ///
    /// Blocks the calling thread; entries may be appended meanwhile. Throws only when the store cannot be read at all.
    public func verify(progress: @escaping ProgressReport = { _ in }) throws(LedgerFault) -> Verification {
        let file = try store.compareFile { progress($0 * Share.file) }
        progress(Share.file)
        var findings = file.findings
        findings += try store.examine()
        progress(Share.store)
        let head = try consistentHead(&findings)
        let keys = try readableKeys(&findings)
        var walk = ChainWalk(beginning: beginning)
        var subjects: Set<SubjectID> = []
        let last: Position
        if let head { last = head.position } else { last = try store.lastPosition() }
        try openAll(through: last, with: keys) { batch in
            for examined in batch {
                walk.step(examined.row, examined.opened, examined.link)
                if case .entry(let sealed) = examined.row { subjects.insert(sealed.header.subject) }
            }
            guard let reached = batch.last?.row.position.number else { return }
            progress(Share.store + (1 - Share.store) * Double(reached) / Double(max(1, last.number)))
        }
        if let head { walk.end(at: head) }
        for subject in keys.keys.sorted(by: { $0.rawValue < $1.rawValue }) where !subjects.contains(subject) {
            // A key that came with an entry after the head that is being verified is no finding.
            if try store.positions(of: subject).isEmpty {
                findings.append(Finding(kind: .keyUnused, detail: "subject \(subject)"))
            }
        }
        return Verification(
            head: head, entryCount: walk.entryCount, erasedCount: walk.erasedCount, file: file,
            findings: findings + walk.findings)
    }

    /// Nothing where the head cannot be read.
    private func consistentHead(_ findings: inout [Finding]) throws(LedgerFault) -> LedgerHead? {
        let last = try store.lastPosition()
        let sealed: SealedHead
        do throws(LedgerFault) {
            sealed = try store.head()
        } catch .damaged(let reason) {
            findings.append(Finding(kind: .headWrong, detail: reason))
            return nil
        }
        if ring.derived.seal(sealed.head) != sealed {
            findings.append(Finding(kind: .headSealBroken, detail: "head \(sealed.head.position)"))
        }
        // The head is read after the last row, and both grow only: rows beyond the head were not appended by us.
        if sealed.head.position < last {
            findings.append(
                Finding(position: sealed.head.position.next, kind: .headWrong, detail: "entries go on to \(last)")
            )
        }
        return sealed.head
    }

    /// The keys on disk; those that do not unwrap are findings.
    private func readableKeys(_ findings: inout [Finding]) throws(LedgerFault) -> [SubjectID: SubjectKey] {
        var keys: [SubjectID: SubjectKey] = [:]
        for wrapped in try store.keys() {
            let key = SubjectKey(wrapped, identity: identity, derived: ring.derived)
            keys[wrapped.subject] = key
            if case .broken = key {
                findings.append(Finding(kind: .keyBroken, detail: "subject \(wrapped.subject)"))
            }
        }
        return keys
    }
}
