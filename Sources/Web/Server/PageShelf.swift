// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The pages that are kept, and those that are being written.
struct PageShelf {
    /// One page of one record for one ten seconds.
    struct Slot: Hashable, Sendable {
        let key: PageMemory.Key
        let position: Position
        let tenSeconds: Int64

        /// The same page for the ten seconds that come.
        var next: Slot { Slot(key: key, position: position, tenSeconds: tenSeconds + 1) }
        var start: Instant { Instant(secondsSince1970: tenSeconds * 10) }
    }

    private struct Kept {
        let position: Position
        let tenSeconds: Int64
        let page: RememberedPage
    }

    /// Those written last, and those from before them: the second go when the first are too many. Under each key there
    /// are two at most, for the ten seconds that run and for those that come.
    private var newer: [PageMemory.Key: [Kept]] = [:]
    private var older: [PageMemory.Key: [Kept]] = [:]
    private var newerBytes = 0
    /// What is being written, for all who wait for it.
    var underWay: [Slot: Task<RememberedPage, any Error>] = [:]
    /// Grows when everything is forgotten, so that nothing from before is kept after it.
    private(set) var run = 0

    /// The page, where it was written for this record and these ten seconds and still holds.
    func page(_ slot: Slot, at now: Instant) -> RememberedPage? {
        for kept in newer[slot.key] ?? older[slot.key] ?? []
        where kept.position == slot.position && kept.tenSeconds == slot.tenSeconds && kept.page.holds(at: now) {
            return kept.page
        }
        return nil
    }

    /// Whether the page is there already, or is being written.
    func has(_ slot: Slot) -> Bool { underWay[slot] != nil || page(slot, at: slot.start) != nil }

    mutating func keep(_ page: RememberedPage, at slot: Slot, mostBytes: Int) {
        if mostBytes / 2 <= newerBytes { (older, newer, newerBytes) = (newer, [:], 0) }
        let before = newer[slot.key] ?? older[slot.key] ?? []
        // Of another record none is given out any more, and of the ten seconds before last none either.
        let useful = before.filter {
            $0.position == slot.position && $0.tenSeconds != slot.tenSeconds && slot.tenSeconds - 1 <= $0.tenSeconds
        }
        let kept = [Kept(position: slot.position, tenSeconds: slot.tenSeconds, page: page)] + useful.prefix(1)
        newerBytes += Self.bytes(kept) - Self.bytes(newer[slot.key] ?? [])
        newer[slot.key] = kept
    }

    mutating func forgetAll() {
        (newer, older, newerBytes) = ([:], [:], 0)
        run += 1
    }

    /// About how much is kept.
    var keptBytes: Int { newerBytes + older.values.reduce(0) { $0 + Self.bytes($1) } }

    private static func bytes(_ kept: [Kept]) -> Int { kept.reduce(0) { $0 + $1.page.body.readableBytes } }
}
