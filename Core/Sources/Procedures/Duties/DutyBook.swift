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
        reckon(episode, child: child, episodes: others, at: instant, withReasons: withReasons)?.standings() ?? []
    }

    /// The same without reasons, and from when until when it all stays so if nothing is recorded.
    public func outlook(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant
    ) -> DutyOutlook {
        let course = course(of: episode, child: child, episodes: others, at: instant)
        let standings = course.first == nil ? [] : Reckoning(course, pack: pack, withReasons: false).standings()
        for other in others { if let start = other.facts.start { course.steady.changes(at: start) } }
        return DutyOutlook(standings: standings, course)
    }

    private func reckon(
        _ episode: Episode, child: Child, episodes: [Episode], at instant: Instant, withReasons: Bool
    ) -> Reckoning? {
        let course = course(of: episode, child: child, episodes: episodes, at: instant)
        return course.first == nil ? nil : Reckoning(course, pack: pack, withReasons: withReasons)
    }

    private func course(of episode: Episode, child: Child, episodes: [Episode], at instant: Instant) -> Course {
        Course(
            episode, child: child, others: episodes, at: instant, calendars: calendars, officeHours: pack.officeHours)
    }
}

/// Where the duties of an episode stand at an instant, and how long they do.
public struct DutyOutlook: Sendable {
    public let standings: [DutyStanding]
    /// The last change by the instant asked about; nil where nothing had happened yet.
    public let from: Instant?
    /// The first instant after it at which something changes by itself, the office opening or closing aside; nil
    /// where nothing ever will.
    public let until: Instant?
    /// Whether it also changes when the office next opens or closes: who owes something, or whether it is owed.
    public let asksOffice: Bool

    init(standings: [DutyStanding], _ course: Course) {
        self.standings = standings
        from = course.steady.from
        until = course.steady.until
        asksOffice = course.asksOfficeNow
    }
}
