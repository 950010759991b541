// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out whom a protocol shows what, once something is recorded: a pure function of the history, the pack and the
/// instant. Being shown it is not being told: that stays a duty (ruling 28).
public struct NoticeBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars

    public init(pack: ProtocolPack, calendars: Calendars) {
        self.pack = pack
        self.calendars = calendars
    }

    /// A notice that an event made.
    public struct Shown: Sendable {
        public let notice: Notice
        /// The event's place in the ledger.
        public let event: Position
        /// When it happened, and from when it could be shown.
        public let happenedAt: Instant
        public let recordedAt: Instant
    }

    /// Every notice that events of the episode, or of the child's own record since it began, had made by `instant`, in the
    /// order in which they were recorded. A notice's condition is looked at as things were when the event happened.
    public func shown(
        of episode: Episode, child: Child, others: [Episode] = [], at instant: Instant
    ) -> [Shown] {
        guard !pack.sections.notices.isEmpty else { return [] }
        let course = Course(
            episode, child: child, others: others, at: instant, calendars: calendars, officeHours: pack.officeHours)
        guard let began = course.first else { return [] }
        let marks = (course.marks + course.childMarks.filter { began <= $0.clockTime })
            .filter { $0.recordedAt <= instant }.sorted { ($0.recordedAt, $0.position) < ($1.recordedAt, $1.position) }
        return marks.flatMap { mark in
            pack.sections.notices.filter { notice in
                notice.on.accepts(mark) && notice.when?.holds(in: course.moment(at: mark.clockTime)) ?? true
            }.map {
                Shown(notice: $0, event: mark.position, happenedAt: mark.clockTime, recordedAt: mark.recordedAt)
            }
        }
    }
}
