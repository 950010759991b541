// SPDX-License-Identifier: MIT

import WorkingTime

/// What is near when a young person turns eighteen: an open episode, plans and a panel's place do not end by
/// themselves. Source: SG ¶65; RF, turning eighteen.
public struct Eighteen: Hashable, Sendable {
    public let birthday: CivilDate
    /// Days until then; 0 on the day, negative after it.
    public let daysLeft: Int
    public let hasOpenEpisode: Bool
    /// Whether the child was put on a panel's agenda in the last half year.
    public let isOnAgenda: Bool
    /// Whether the young person is, or will be, a care leaver.
    public let isCareLeaver: Bool

    /// Nil unless the eighteenth birthday is at most half a year away, or past with an episode open.
    public init?(_ child: Child, episodes: [Episode], on date: CivilDate) {
        guard let born = child.facts.born else { return nil }
        let (birth, parts) = (born.parts, born.parts)
        // Who is born on 29 February comes of age on 1 March.
        guard
            let birthday = CivilDate(year: birth.year + 18, month: parts.month, day: parts.day)
                ?? CivilDate(year: birth.year + 18, month: 3, day: 1)
        else { return nil }
        let isOpen = episodes.contains { $0.facts.isOpen }
        let left = date.days(until: birthday)
        guard left <= 183, 0 <= left || isOpen else { return nil }
        self.birthday = birthday
        daysLeft = left
        hasOpenEpisode = isOpen
        let halfAYearAgo = London.startOfDay(date.adding(days: -183))
        func isRecent(_ mark: Mark) -> Bool { mark.word == .placedOnAgenda && halfAYearAgo <= mark.clockTime }
        isOnAgenda =
            child.history.standing.contains(where: isRecent)
            || episodes.contains { $0.history.holds(.placedOnAgenda) && $0.history.standing.contains(where: isRecent) }
        isCareLeaver = child.facts.has(status: "care-leaver", on: date) || child.facts.isLookedAfter(on: date)
    }
}
