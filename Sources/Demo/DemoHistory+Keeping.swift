// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures

extension DemoHistory {
    /// Adds the history to the partnership's record, in large durable appends; returns how many events it has.
    @discardableResult
    public func keep(in partnership: Partnership, under book: DutyBook? = nil) async throws -> Int {
        let events = try events(after: partnership.state, under: book)
        var start = 0
        while start < events.count {
            let end = min(start + Self.batchInEvents, events.count)
            try await partnership.keep(Array(events[start..<end]))
            start = end
        }
        return events.count
    }

    private static let batchInEvents = 8_000
}
