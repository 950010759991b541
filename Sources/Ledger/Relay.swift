// SPDX-License-Identifier: MIT
import Dispatch
import Synchronization

/// Hands batches from one thread to another, a few at a time, in order.
final class Relay<Batch: Sendable>: Sendable {
    private struct Line: Sendable {
        var waiting: [Batch] = []
        var isGivenUp = false
    }

    private let line = Mutex(Line())
    private let filled = DispatchSemaphore(value: 0)
    // Begins at nothing: a semaphore that ends below its beginning is a bug to libdispatch.
    private let free = DispatchSemaphore(value: 0)

    init(holding limit: Int) {
        for _ in 0..<limit { free.signal() }
    }

    /// Waits for room. False when the taker has given up.
    func give(_ batch: Batch) -> Bool {
        free.wait()
        let isWanted = line.withLock { line in
            if !line.isGivenUp { line.waiting.append(batch) }
            return !line.isGivenUp
        }
        filled.signal()
        return isWanted
    }

    /// Waits for the next batch.
    func take() -> Batch {
        filled.wait()
        let batch = line.withLock { $0.waiting.removeFirst() }
        free.signal()
        return batch
    }

    /// Says that no more is wanted, so that the giver does not wait for ever.
    func giveUp() {
        line.withLock { $0.isGivenUp = true }
        free.signal()
    }
}
