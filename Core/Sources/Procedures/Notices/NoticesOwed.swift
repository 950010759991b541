// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out who is to be told at an instant that there is something to see: a pure function of the record, the
/// protocols and the instant. Each notice has a key of its own, so that whoever sends them can tell what is new.
///
/// What was shown to somebody stays owed once it was recorded, unless a correction takes it back, so that none is lost
/// while nobody asks. What is chased, passed on, nearly due or overdue is owed only as long as it is still so.
public struct NoticesOwed: Sendable {
    public let instant: Instant

    public init(at instant: Instant) { self.instant = instant }

    /// What happened so long before it was written down is news to nobody, unless the child is still away.
    static let oldest = Elapsed.days(7)

    /// Every notice about one episode. `standings` are its duties as they stand under the same protocols; `others` are
    /// the child's other episodes.
    public func of(
        _ episode: Episode, child: Child, others: [Episode] = [], under packs: GoverningPacks, calendars: Calendars,
        standings: [DutyStanding]
    ) -> [OwedNotice] {
        let scene = Scene(episode: episode, at: instant)
        var notices: [OwedNotice] = []
        for pack in [packs.here, packs.responsible].compactMap({ $0 }) {
            let book = NoticeBook(pack: pack, calendars: calendars)
            for shown in book.shown(of: episode, child: child, others: others, at: instant) {
                guard scene.isOpen || shown.recordedAt - shown.happenedAt <= Self.oldest else { continue }
                for group in shown.notice.to { notices += self.notices(shown, to: group, scene) }
            }
        }
        let escalated = escalated(
            standings, under: packs, child: child.id, episode: episode.id, isUrgent: scene.isOpen)
        notices += escalated.filter { scene.isOpen || scene.writtenAt - $0.earliest <= Self.oldest }
        return notices.eachOnce
    }

    /// The notices about duties that stand on a child's whole record.
    public func of(_ child: ChildID, under packs: GoverningPacks, standings: [DutyStanding]) -> [OwedNotice] {
        escalated(standings, under: packs, child: child, episode: nil, isUrgent: false).eachOnce
    }

    /// The notices about the duties of an area, to who works for it; of the whole partnership where none is named.
    public func of(area: AgencyID?, under pack: ProtocolPack, standings: [DutyStanding]) -> [OwedNotice] {
        standings.compactMap { standing in
            guard let escalation = pack.sections.calendar.first(where: { $0.id == standing.duty })?.escalation else {
                return nil
            }
            let subject = "area-\(area?.name ?? "all")"
            return told(standing, by: escalation, of: area, subject: subject, child: nil, episode: nil, isUrgent: false)
        }.eachOnce
    }

    /// The notices about a briefing that nobody has accepted in time.
    public func of(_ handOver: HandOver, by rule: HandOverRule) -> [OwedNotice] {
        let standing = HandOverStanding(handOver, by: rule, at: instant)
        guard standing.isOverdue else { return [] }
        let number = "\(handOver.number)"
        func notice(
            _ cause: OwedNotice.Cause, _ to: OwedNotice.Addressee, _ word: String, _ says: String, _ earliest: Instant
        ) -> OwedNotice {
            OwedNotice(
                key: "\(cause.rawValue)/\(number)/\(word)", cause: cause, item: number, says: says, source: rule.source,
                to: to, isUrgent: 0 < handOver.childCount, child: nil, episode: nil, event: nil, earliest: earliest,
                latest: nil)
        }
        let second = Elapsed(seconds: 1)
        var notices = [
            notice(
                .briefingWaits, .team(handOver.to), handOver.to.kind.rawValue,
                "A briefing waits for your team to accept it.", standing.due + second)
        ]
        if let to = standing.escalatedTo, let after = rule.escalation.after {
            notices.append(
                notice(
                    .briefingPassedOn, .group(.role(to), of: handOver.to.agency), to.rawValue,
                    "A briefing was not accepted in time: see to it.", standing.due + after + second))
        }
        return notices
    }

    // MARK: What the protocol shows

    private func notices(_ shown: NoticeBook.Shown, to group: RoleGroup, _ scene: Scene) -> [OwedNotice] {
        let notice = shown.notice
        let isUrgent = notice.isUrgent ?? (scene.isOpen && !scene.isOfReturn(shown.event))
        // Of several groups that haven't answered, somebody else hears once.
        func owed(_ cause: OwedNotice.Cause, _ to: RoleGroup, from earliest: Instant) -> OwedNotice {
            OwedNotice(
                key: "\(cause.rawValue)/\(notice.id)/\(shown.event.number)/\(to.word)", cause: cause, item: notice.id,
                says: notice.says, source: notice.source, to: .group(to, of: nil), isUrgent: isUrgent,
                child: scene.episode.child, episode: scene.episode.id, event: shown.event,
                earliest: earliest, latest: nil)
        }
        var notices = [owed(.shown, group, from: shown.recordedAt)]
        guard let asked = notice.acknowledgement, scene.answer(to: shown.event, by: group) == nil,
            !scene.isOvertaken(shown)
        else { return notices }
        let due = shown.recordedAt + asked.within
        if due < instant { notices.append(owed(.chased, group, from: due + Elapsed(seconds: 1))) }
        if let escalation = asked.escalation, let told = escalation.told(of: due, isOverdue: due < instant, at: instant)
        {
            notices.append(owed(.passedOn, .role(escalation.to), from: told.from))
        }
        return notices
    }

    // MARK: What is passed on when a duty is not done

    private func escalated(
        _ standings: [DutyStanding], under packs: GoverningPacks, child: ChildID, episode: EpisodeID?, isUrgent: Bool
    ) -> [OwedNotice] {
        standings.filter { $0.state.isOutstanding && $0.escalatedTo != nil }.flatMap { standing in
            let duties = [packs.here.duty(standing.duty), packs.responsible?.duty(standing.duty)]
            let subject = episode.map { "episode-\($0.number)" } ?? "child-\(child.number)"
            return duties.compactMap { $0?.escalation }.compactMap { escalation in
                told(
                    standing, by: escalation, of: nil, subject: subject, child: child, episode: episode,
                    isUrgent: isUrgent)
            }
        }
    }

    private func told(
        _ standing: DutyStanding, by escalation: Escalation, of agency: AgencyID?, subject: String, child: ChildID?,
        episode: EpisodeID?, isUrgent: Bool
    ) -> OwedNotice? {
        guard standing.state.isOutstanding, let due = standing.due?.lastInstant,
            let told = escalation.told(of: due, isOverdue: standing.state == .overdue, at: instant)
        else { return nil }
        let to = escalation.to
        // A due that is moved is another cause; how instances are numbered may change, so the number says nothing.
        return OwedNotice(
            key: "\(told.cause.rawValue)/\(subject)/\(standing.duty)/\(due.secondsSince1970)/\(to.rawValue)",
            cause: told.cause, item: standing.duty, says: standing.what, source: standing.source,
            to: .group(.role(to), of: agency), isUrgent: isUrgent, child: child, episode: episode, event: nil,
            earliest: told.from, latest: told.cause == .dueSoon ? due : nil)
    }

    /// What an episode says about its notices.
    private struct Scene {
        let episode: Episode
        let isOpen: Bool
        /// When the episode came into the record.
        let writtenAt: Instant
        private let marks: [Mark]

        init(episode: Episode, at instant: Instant) {
            self.episode = episode
            isOpen = episode.facts.isOpen
            writtenAt = episode.history.recorded.first?.recordedAt ?? instant
            marks = episode.history.standing.filter { $0.recordedAt <= instant }
        }

        /// When somebody of those who were shown it said that they have seen it.
        func answer(to event: Position, by group: RoleGroup) -> Instant? {
            marks.first { mark in
                mark.word == .acknowledged && mark.details.number(.what).map(Int64.init) == event.number
                    && group.includes(mark.by)
            }?.recordedAt
        }

        /// Whether the event is that the child was found or came back: then nothing presses through the night.
        func isOfReturn(_ event: Position) -> Bool {
            marks.contains { $0.position == event && ($0.word == .located || $0.word == .returned) }
        }

        /// Whether the child has come back since, so that nobody is asked any more for what was said before.
        func isOvertaken(_ shown: NoticeBook.Shown) -> Bool {
            episode.facts.returnedAt.map { shown.happenedAt < $0 } ?? false
        }
    }
}

extension Escalation {
    /// Since when and as what they are told of something that is still to be done; nil where they aren't yet.
    fileprivate func told(
        of due: Instant, isOverdue: Bool, at instant: Instant
    ) -> (cause: OwedNotice.Cause, from: Instant)? {
        if isOverdue, let after { return isTold(after: due, at: instant) ? (.overdue, due + after + .second) : nil }
        guard !isOverdue, let before, due - before <= instant else { return nil }
        return (.dueSoon, due - before)
    }
}

extension Elapsed {
    fileprivate static let second = Elapsed(seconds: 1)
}

extension [OwedNotice] {
    /// Two protocols that share a notice or a duty tell of it once.
    fileprivate var eachOnce: [OwedNotice] {
        var known: Set<String> = []
        return filter { known.insert($0.key).inserted }
    }
}
