// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out every duty of an episode: a pure function of the history, the pack and the instant.
public struct DutyBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars

    public init(pack: ProtocolPack, calendars: Calendars) {
        self.pack = pack
        self.calendars = calendars
    }

    /// Where each duty of the episode stands at `instant`, by all that is in `episode` and `child`.
    ///
    /// To ask what was known at the time, pass `asKnown(at:)` of both.
    public func standings(of episode: Episode, child: Child, at instant: Instant) -> [DutyStanding] {
        []
    }
}
