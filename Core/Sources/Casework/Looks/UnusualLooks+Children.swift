// SPDX-License-Identifier: MIT

import WorkingTime

extension UnusualLooks {
    /// Looks at a child for whom nobody had anything to do, by somebody who is not theirs: one entry a date.
    func withNothingGoingOn(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        let meant = opened.filter { span.contains($0.look.at) && lacksBusiness($0.look) }
        return Dictionary(grouping: meant) { DayOfChild(child: $0.look.child, date: Self.date($0)) }
            .map { day, looks in
                let quiet = day.child.flatMap { quietDays(of: $0, before: looks[0].look.at) }
                return item(.nothingGoingOn(quietDays: quiet), looks, child: day.child, date: day.date)
            }
    }

    /// The same child again and again, by somebody who has nothing to do with them but that their role may see them.
    func againFromOutside(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        let outside = opened.filter { isOutside($0.look) }
        return Dictionary(grouping: outside) { $0.look.child }.compactMap { child, looks in
            let ends = looks.indices.reversed().filter { span.contains(looks[$0].look.at) }
            for end in ends {
                let start = looks[end].look.at - .days(figures.againWithinDays)
                let window = Array(looks[...end].drop { $0.look.at <= start })
                let days = Set(window.map(Self.date)).count
                if figures.againLooks <= window.count, figures.againOnDays <= days {
                    return item(.againFromOutside(count: window.count, days: days), window, child: child)
                }
            }
            return nil
        }
    }

    /// Looks at a child with whom the worker shares a surname.
    func sameSurname(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        Dictionary(grouping: opened.filter { span.contains($0.look.at) }) { $0.look.child }
            .compactMap { id, looks in
                guard let child = id.flatMap({ state.child($0) }), let worker = looks[0].look.by.worker,
                    let name = people[worker]?.name ?? state.workers[worker]?.name,
                    !Surnames.of(name).isDisjoint(with: Surnames.of(child))
                else { return nil }
                return item(.sameSurname, looks, child: id)
            }
    }

    /// Whole days since anything had been recorded about the child; nil where nothing had.
    func quietDays(of id: ChildID, before instant: Instant) -> Int? {
        let latest = recordings(of: id).filter { $0 <= instant }.max()
        return latest.map { Int((instant - $0).seconds / 86_400) }
    }

    /// Whether the child had no open episode, nothing recorded lately or the day after, and the worker is not theirs.
    private func lacksBusiness(_ look: Look) -> Bool {
        guard let id = look.child, state.child(id) != nil, !hasOpenEpisode(id, at: look.at), !isTheirs(look) else {
            return false
        }
        let quiet = (look.at - .days(figures.quietDays))...(look.at + .days(1))
        return !recordings(of: id).contains { quiet.contains($0) }
    }

    private func isOutside(_ look: Look) -> Bool {
        guard let id = look.child, state.child(id) != nil, !hasOpenEpisode(id, at: look.at) else { return false }
        return !isTheirs(look) && !isResponsible(look, for: id)
    }

    /// Whether they look after, teach or interview the child, entered them into the record, or were allocated to them.
    private func isTheirs(_ look: Look) -> Bool {
        guard let id = look.child, let child = state.child(id) else { return false }
        let close: Relationships = [
            .runsThePlacement, .caresFor, .teaches, .holdsInterviewReferral, .registeredTheChild, .allocated,
        ]
        let allocated = child.facts.allocations.contains { allocation in
            allocation.worker == look.by.worker && allocation.since <= look.at
                && (allocation.endedAt.map { look.at <= $0 + .days(figures.quietDays) } ?? true)
        }
        return allocated || isAny(of: close, look, to: id)
    }

    private func isResponsible(_ look: Look, for id: ChildID) -> Bool {
        isAny(of: [.responsibleAuthority, .hostAuthority], look, to: id)
    }

    private func isAny(of relationships: Relationships, _ look: Look, to id: ChildID) -> Bool {
        !Access(look.by, in: state, at: look.at).relationships(to: id).isDisjoint(with: relationships)
    }

    private func hasOpenEpisode(_ id: ChildID, at instant: Instant) -> Bool {
        state.episodes(of: id).contains { episode in
            guard let begun = episode.history.recorded.first?.recordedAt, begun <= instant else { return false }
            return episode.facts.closedAt.map { instant < $0 } ?? true
        }
    }

    /// When anything was recorded about the child.
    private func recordings(of id: ChildID) -> [Instant] {
        let own = state.child(id)?.history.recorded.map(\.recordedAt) ?? []
        return own + state.episodes(of: id).flatMap { $0.history.recorded.map(\.recordedAt) }
    }
}

private struct DayOfChild: Hashable {
    let child: ChildID?
    let date: CivilDate
}
