// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out every duty of an episode, and of a child's whole record: a pure function of the history, the pack and the instant.
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
    /// repeats and agreements look at. Leave out the reasons where many episodes are only counted.
    public func standings(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant, withReasons: Bool = true
    ) -> [DutyStanding] {
        let others = others.filter { $0.id != episode.id }
        let firings = pack.asksTriggersInEpisodes ? childFirings(of: child, others + [episode], at: instant) : nil
        let course = Course(
            episode, child: child, others: others, at: instant, calendars: calendars, officeHours: pack.officeHours,
            firings: { firings?.firings(of: $0) ?? [] })
        guard course.first != nil else { return [] }
        let reckoning = Reckoning(course, pack: pack, withReasons: withReasons)
        return pack.duties.indices.flatMap { reckoning.standings(of: $0) }
    }

    private func childFirings(
        of child: Child, _ episodes: [Episode], given: [Firing] = [], at instant: Instant
    ) -> ChildFirings {
        ChildFirings(
            of: child, episodes: episodes, given: given, pack: pack, calendars: calendars, dealing: dealing, at: instant
        )
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
            let reckoning = Reckoning(firings.course, pack: pack, withReasons: withReasons)
            return pack.duties.indices.flatMap { reckoning.standings(of: $0) }
        }
    }
}
