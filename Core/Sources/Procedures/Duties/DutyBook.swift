// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out every duty of an episode, and of a child's whole record: a pure function of the history, the pack and the
/// instant.
public struct DutyBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars
    let dealing: Dealing

    public init(pack: ProtocolPack, calendars: Calendars, dealing: Dealing = .asRecorded) {
        self.dealing = dealing
        self.pack = pack
        self.calendars = calendars
    }

    /// Where each duty of the episode stands at `instant`, by all that is in `episode` and `child`. Duties of the child's
    /// whole record are left out: ``childStandings(of:episodes:areaFirings:at:withReasons:)`` has them.
    ///
    /// To ask what was known at the time, pass `asKnown(at:)` of both. `others` are the child's other episodes, which
    /// repeats and agreements look at; the one itself may be among them. Leave out the reasons where many episodes are
    /// only counted.
    public func standings(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant, withReasons: Bool = true
    ) -> [DutyStanding] {
        let (course, firings) = course(of: episode, child: child, episodes: others, at: instant)
        guard course.first != nil else { return [] }
        return withExtendedLifetime(firings) {
            Reckoning(course, pack: pack, withReasons: withReasons).standings()
        }
    }

    /// The same without reasons, and from when until when it all stays so if nothing is recorded.
    public func outlook(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant
    ) -> DutyOutlook {
        let (course, firings) = course(of: episode, child: child, episodes: others, at: instant)
        guard course.first != nil else { return DutyOutlook(standings: [], course) }
        return withExtendedLifetime(firings) {
            let standings = Reckoning(course, pack: pack, withReasons: false).standings()
            noteOthers(others, firings, in: course)
            return DutyOutlook(standings: standings, course)
        }
    }

    /// Where each duty that stands on the child's whole record is at `instant`: owed also where there is no episode.
    ///
    /// `episodes` are all of the child's. `areaFirings` are the firings over all children among which the child's
    /// rankings are; without them what a ranking made is not listed.
    public func childStandings(
        of child: Child, episodes: [Episode], areaFirings: [Firing] = [], at instant: Instant, withReasons: Bool = true
    ) -> [DutyStanding] {
        guard pack.hasChildDuties else { return [] }
        let firings = childFirings(of: child, episodes, given: areaFirings, at: instant)
        return withExtendedLifetime(firings) {
            guard firings.course.first != nil else { return [] }
            return Reckoning(firings.course, pack: pack, withReasons: withReasons).standings()
        }
    }

    /// The same with from when until when it all stays so if nothing is recorded.
    public func childOutlook(
        of child: Child, episodes: [Episode], areaFirings: [Firing] = [], at instant: Instant
    ) -> DutyOutlook {
        let firings = childFirings(of: child, episodes, given: areaFirings, at: instant)
        return withExtendedLifetime(firings) {
            guard pack.hasChildDuties, firings.course.first != nil else {
                return DutyOutlook(standings: [], firings.course)
            }
            let standings = Reckoning(firings.course, pack: pack, withReasons: true).standings()
            return DutyOutlook(standings: standings, firings.course)
        }
    }

    /// What the child's other episodes and the triggers that were looked at change, and when.
    func noteOthers(_ others: [Episode], _ firings: ChildFirings?, in course: Course) {
        for place in others.indices {
            if let start = others[place].facts.start { course.steady.changes(at: start) }
        }
        if let firings { course.steady.join(firings.course.steady) }
    }

    func course(
        of episode: Episode, child: Child, episodes: [Episode], at instant: Instant
    ) -> (Course, ChildFirings?) {
        let parts = CourseParts(episode, child: child, others: episodes, at: instant)
        return course(parts, of: episode, child: child, episodes: episodes)
    }

    func course(
        _ parts: CourseParts, of episode: Episode, child: Child, episodes: [Episode]
    ) -> (Course, ChildFirings?) {
        guard pack.asksTriggersInEpisodes else {
            return (Course(parts, calendars: calendars, officeHours: pack.officeHours), nil)
        }
        let firings = childFirings(of: child, episodes.filter { $0.id != episode.id } + [episode], at: parts.now)
        let course = Course(
            parts, calendars: calendars, officeHours: pack.officeHours, firings: { firings.firings(of: $0) })
        return (course, firings)
    }

    private func childFirings(
        of child: Child, _ episodes: [Episode], given: [Firing] = [], at instant: Instant
    ) -> ChildFirings {
        ChildFirings(
            of: child, episodes: episodes, given: given, pack: pack, calendars: calendars, dealing: dealing, at: instant
        )
    }
}
