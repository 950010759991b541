// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization

/// Shares work that is nothing but work out over the machine's cores.
enum InParallel {
    /// What `work` makes of each piece of `0..<count`, in order.
    static func pieces<Part: Sendable>(of count: Int, _ work: @Sendable (Range<Int>) -> Part) -> [Part] {
        let pieces = min(max(1, count), 64)
        let parts = Mutex<[Int: Part]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let part = work(count * piece / pieces..<count * (piece + 1) / pieces)
            parts.withLock { $0[piece] = part }
        }
        return parts.withLock { parts in (0..<pieces).compactMap { parts[$0] } }
    }
}
