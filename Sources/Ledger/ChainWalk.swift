// SPDX-License-Identifier: MIT

import Casework

/// Goes along the chain entry by entry and notes where it does not hold.
struct ChainWalk {
    private(set) var findings: [Finding] = []
    private(set) var entryCount = 0
    private(set) var erasedCount = 0
    private var next = Position.first
    /// What the next entry's hash may be built on: the hash that stands at the last entry, and the one it should
    /// have had. With both, one altered entry is one finding. Empty after an entry that cannot be read.
    private var previous: [Hash]

    init(beginning: Hash) {
        previous = [beginning]
    }

    /// `opened` is nothing where only the chain is looked at, without keys; an entry that can't be read is a finding all
    /// the same. `link` is what was worked out beforehand, on another core.
    mutating func step(_ row: StoredRow, _ opened: Recorded?, _ link: ChainLink? = nil) {
        while next < row.position { miss() }
        next = row.position.next
        entryCount += 1
        if case .damaged(let position, let damage) = opened {
            findings.append(Finding(position: position, kind: .entryDamaged, detail: damage.rawValue))
        }
        if case .erased = opened { erasedCount += 1 }
        guard case .entry(let entry) = row else {
            if opened == nil {
                findings.append(
                    Finding(position: row.position, kind: .entryDamaged, detail: Damage.unreadable.rawValue))
            }
            previous = []
            return
        }
        let computed = previous.map { before in
            if let link, link.before == before { return link.hash }
            return Chain.hash(after: before, entry.header, sealed: entry.sealed)
        }
        if computed.isEmpty || computed.contains(entry.hash) {
            previous = [entry.hash]
        } else {
            findings.append(Finding(position: row.position, kind: .chainBroken, detail: "hash differs"))
            previous = [entry.hash] + computed
        }
    }

    mutating func end(at head: LedgerHead) {
        while next <= head.position { miss() }
        if !previous.isEmpty, !previous.contains(head.hash) {
            findings.append(Finding(position: head.position, kind: .headWrong, detail: "head's hash differs"))
        }
    }

    private mutating func miss() {
        findings.append(Finding(position: next, kind: .entryDamaged, detail: Damage.missing.rawValue))
        previous = []
        next = next.next
    }
}

/// The hash that an entry has after a certain other.
struct ChainLink: Sendable {
    let before: Hash
    let hash: Hash
}
