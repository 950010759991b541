// SPDX-License-Identifier: MIT

import Casework
import Synchronization

/// Those who wait for the record to grow: pages that update themselves.
final class Followers: Sendable {
    private let waiting = Mutex<(next: Int, streams: [Int: AsyncStream<Position>.Continuation])>((0, [:]))

    func follow() -> AsyncStream<Position> {
        // Only the newest position matters to somebody who has fallen behind.
        let (stream, continuation) = AsyncStream.makeStream(of: Position.self, bufferingPolicy: .bufferingNewest(1))
        let number = waiting.withLock { waiting in
            waiting.next += 1
            waiting.streams[waiting.next] = continuation
            return waiting.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.waiting.withLock { $0.streams[number] = nil }
        }
        return stream
    }

    func tell(_ position: Position) {
        let streams = waiting.withLock { Array($0.streams.values) }
        for stream in streams { stream.yield(position) }
    }
}
