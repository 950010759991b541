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
    /// To ask what was known at the time, pass `asKnown(at:)` of both. `others` are the child's other episodes, which
    /// repeats and agreements look at. Leave out the reasons where many episodes are only counted.
    public func standings(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant, withReasons: Bool = true
    ) -> [DutyStanding] {
        let course = Course(
            episode, child: child, others: others.filter { $0.id != episode.id }, at: instant, calendars: calendars,
            officeHours: pack.officeHours)
        guard course.first != nil else { return [] }
        let reckoning = Reckoning(course, pack: pack, withReasons: withReasons)
        return pack.duties.indices.flatMap { reckoning.standings(of: $0) }
    }
}
