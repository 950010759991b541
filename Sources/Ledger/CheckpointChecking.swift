// SPDX-License-Identifier: MIT
import Casework

/// What comparing one checkpoint with a ledger came to.
public enum CheckpointVerdict: Hashable, Sendable {
    /// All entries up to the checkpoint's are those that it vouches for.
    case holds
    /// The ledger ends before the checkpoint.
    case cutShort(endsAt: Position)
    /// An entry was changed, removed or put elsewhere; the first that shows it.
    case altered(first: Position)
    /// The chain holds in itself, but it is not the history that the checkpoint vouches for.
    case madeAnew
    /// The checkpoint is another ledger's.
    case ofAnotherLedger
    /// There were more subjects with a key than there are now.
    case keysAreMissing(there: Int)
}

/// A ledger compared with checkpoints, over the sealed bytes alone: no key is needed.
public struct CheckpointComparison: Sendable {
    /// In the order of the checkpoints.
    public let verdicts: [CheckpointVerdict]
    /// What is wrong with the chain, whatever the checkpoints say.
    public let findings: [Finding]
    public let entryCount: Int
    /// The last entry that stands there.
    public let last: LedgerHead

    public var isSound: Bool { findings.isEmpty && verdicts.allSatisfy { $0 == .holds } }
}

extension Checkpoint {
    /// Goes along the whole chain in `store` and compares it with `checkpoints`.
    ///
    /// Throws `.notFound` where there is no ledger, and whatever keeps the store from being read.
    public static func compare(
        _ checkpoints: [Checkpoint], with store: any LedgerStore, progress: ProgressReport = { _ in }
    ) throws(LedgerFault) -> CheckpointComparison {
        guard let founding = try store.founding() else { throw .notFound("founding") }
        let beginning = Chain.beginning(identity: founding.identity, foundedAt: founding.foundedAt)
        let end = try store.lastPosition()
        var walk = ChainWalk(beginning: beginning)
        var hashes: [Position: Hash] = [.beginning: beginning]
        let sought = Set(checkpoints.map(\.head.position) + [end])
        let links = RowsInParallel(store: store, beginning: beginning)
        try links.goThrough(through: end, { row, link in (row, link) }) { batch in
            for (row, link) in batch {
                walk.step(row, nil, link)
                if sought.contains(row.position), case .entry(let sealed) = row { hashes[row.position] = sealed.hash }
            }
            progress(Double(batch.last?.0.position.number ?? 0) / Double(max(1, end.number)))
        }
        let last = LedgerHead(position: end, hash: hashes[end] ?? beginning)
        walk.end(at: last)
        let keyCount = try store.keys().count
        let verdicts = checkpoints.map { checkpoint -> CheckpointVerdict in
            guard checkpoint.identity == founding.identity, checkpoint.foundedAt == founding.foundedAt else {
                return .ofAnotherLedger
            }
            let place = checkpoint.head.position
            if let first = walk.findings.compactMap(\.position).min(), first <= place { return .altered(first: first) }
            if end < place { return .cutShort(endsAt: end) }
            guard hashes[place] == checkpoint.head.hash else { return .madeAnew }
            return keyCount < checkpoint.subjectCount ? .keysAreMissing(there: keyCount) : .holds
        }
        return CheckpointComparison(
            verdicts: verdicts, findings: walk.findings, entryCount: walk.entryCount, last: last)
    }

    /// A checkpoint of everything in `store`, whose chain is gone along first. Throws `.damaged` where it does not hold.
    public static func make(
        of store: any LedgerStore, at instant: Int64, progress: ProgressReport = { _ in }
    ) throws(LedgerFault) -> Checkpoint {
        guard let founding = try store.founding() else { throw .notFound("founding") }
        let comparison = try compare([], with: store, progress: progress)
        if let finding = comparison.findings.first { throw .damaged(finding.description) }
        return Checkpoint(
            identity: founding.identity, foundedAt: founding.foundedAt, head: comparison.last,
            subjectCount: try store.keys().count, madeAt: instant)
    }
}

extension Ledger {
    /// A checkpoint of what is on disk now, without going along the chain.
    public func checkpoint(at instant: Int64) -> Checkpoint {
        Checkpoint(
            identity: identity, foundedAt: foundedAt, head: head, subjectCount: subjectCount, madeAt: instant)
    }
}
