// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LookBook {
    /// One entry of the list of unusual looks, with the reviewer's note where it is in order.
    public struct Listed: Hashable, Sendable {
        public let item: UnusualLook
        public let dismissal: PlacedLook?
    }

    /// What is unusual among the looks in `span`, the newest first. What is usual is worked out from the weeks before, as
    /// far as they are in memory.
    public func unusual(_ finder: UnusualLooks, in span: Range<Instant>) async -> [Listed] {
        let marks = await marks()
        let before = span.lowerBound - .days(finder.daysBefore)
        return finder.items(among: marks.within(before..<span.upperBound), in: span).map { item in
            let dismissal = marks.dismissals[item.id].flatMap { item.isDismissed(by: [$0]) ? $0 : nil }
            return Listed(item: item, dismissal: dismissal)
        }
    }
}
