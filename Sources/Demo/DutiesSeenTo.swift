// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What people of the invented partnership did about their duties in the living present, so that the board shows a
/// night as it is worked, with little overdue, and not a story in which nobody acted.
struct DutiesSeenTo {
    let book: DutyBook
    let now: Instant

    /// Duties that stay undone, so that there is something to see: by the child's place in the present.
    private static let left: [Int: Set<String>] = [
        0: ["notify-iro"], 1: ["nrm-referral", "consult-trafficking-centre"], 2: ["answer-transfer"],
        8: ["update-placement-plan"], 10: ["return-interview"],
        18: ["move-from-police-protection", "end-police-protection", "house-homeless-young-person"],
    ]

    /// Of so many children, one for whom nobody saw to what belongs to no one episode.
    private static let oneLeftOf = 12

    /// The acts that discharge what would be overdue or missed by now, each some way into its time.
    func acts(of state: State, episodes: [HistoryDeciding.Key: EpisodeID], firstIndex: Int) -> [PlannedAct] {
        let ordered = episodes.sorted { $0.value < $1.value }
        let children = Dictionary(grouping: ordered, by: \.key.child).sorted { $0.key < $1.key }
        let byHand = LivingPresent.toldByHand
        return ordered.filter { firstIndex <= $0.key.child && !byHand.contains($0.key.child - firstIndex) }.flatMap {
            key, id in
            acts(of: state, key, id, leaving: Self.left[key.child - firstIndex] ?? [])
        }
            + children.filter { $0.key % Self.oneLeftOf != 5 && !byHand.contains($0.key - firstIndex) }.flatMap {
                childActs(of: state, $0.value)
            }
    }

    /// What was owed for the child beside any one episode, written down with the newest episode by then.
    private func childActs(
        of state: State, _ episodes: [(key: HistoryDeciding.Key, value: EpisodeID)]
    ) -> [PlannedAct] {
        guard let child = episodes.first.flatMap({ state.episode($0.value) }).flatMap({ state.child($0.child) }) else {
            return []
        }
        let standings = book.childStandings(of: child, episodes: state.episodes(of: child.id), at: now)
        return standings.filter { $0.state == .overdue || $0.state == .missed }.compactMap { standing in
            guard let place = episodes.first, let act = act(for: standing, of: child, place.key, episode: nil) else {
                return nil
            }
            if act.word.form.about == .child { return act }
            let begun = episodes.last { _, id in
                state.episode(id)?.history.recorded.first.map { $0.recordedAt < act.recordedAt } ?? false
            }
            guard let (key, id) = begun else { return act.word.standsAlone ? act : nil }
            guard Self.canBe(act, in: id, of: state) else { return nil }
            return self.act(for: standing, of: child, key, episode: key.episode)
        }
    }

    private func acts(
        of state: State, _ key: HistoryDeciding.Key, _ id: EpisodeID, leaving left: Set<String>
    ) -> [PlannedAct] {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return [] }
        let standings = book.standings(of: episode, child: child, others: state.episodes(of: child.id), at: now)
        return standings.filter { $0.state == .overdue || $0.state == .missed }.compactMap { standing in
            guard !left.contains(standing.duty),
                let act = act(for: standing, of: child, key, episode: key.episode)
            else { return nil }
            return Self.canBe(act, in: id, of: state) ? act : nil
        }
    }

    /// Some duties can no longer be done in hindsight: looking for a child who is back.
    private static func canBe(_ planned: PlannedAct, in episode: EpisodeID, of state: State) -> Bool {
        let act = Act(planned.word, .episode(episode), occurredAt: planned.occurredAt, details: planned.details)
        return (try? decide([act], by: planned.actor, at: planned.recordedAt, in: state)) != nil
    }

    private func act(
        for standing: DutyStanding, of child: Child, _ key: HistoryDeciding.Key, episode: Int?
    ) -> PlannedAct? {
        guard let from = standing.from, let due = standing.due?.lastInstant, from <= now else { return nil }
        let time = min(
            from + Elapsed(seconds: (due - from).seconds * Self.share(of: standing) / 100), now - .minutes(3))
        guard from <= time, let details = details(for: standing) else { return nil }
        return PlannedAct(
            child: key.child, episode: episode, word: standing.doneBy, occurredAt: .at(time),
            recordedAt: min(time + .minutes(2), now), actor: actor(for: standing.owedBy, of: child), details: details)
    }

    /// How far into a duty's time it was done, in hundredths: people don't do everything at once.
    private static func share(of standing: DutyStanding) -> Int64 {
        25 + Int64(standing.duty.utf8.reduce(standing.instance * 7) { ($0 * 31 + Int($1)) % 61 })
    }

    private func actor(for role: Role, of child: Child) -> Actor {
        let home = child.facts.placement(on: London.date(of: now))?.place.map { AgencyID($0) }
        let agency = role.isCarer ? home : role.isSocialCare ? child.facts.responsible : nil
        return Staff.all(role, of: agency).first?.actor ?? Actor(role: role, agency: agency)
    }

    /// What the discharging event says; nil where this cannot be made up.
    private func details(for standing: DutyStanding) -> Details? {
        var details = standing.doneWith
        for key in standing.doneBy.form.requires where details[key] == nil {
            guard let value = Self.made(key, for: standing.duty) else { return nil }
            details[key] = value
        }
        if standing.doneBy.form.carries(.result), details[.result] == nil {
            details[.result] = .text("Done; nothing new that bears on where the child is.")
        }
        return details
    }

    private static func made(_ key: DetailKey, for duty: String) -> DetailValue? {
        switch key {
        case .action:
            .text(
                duty == "agree-immediate-strategy"
                    ? "Officers visit two addresses tonight; the home rings friends; social worker rings the family at nine."
                    : "As the protocol asks; told to all who need to know.")
        case .rationale, .reason: .text("Looked at together by phone; see the log.")
        case .found: .text("Friend's address: not there")
        case .owner: .word("duty-inspector")
        case .outcome: .word("remains-appropriate")
        case .result: .text("Nothing that changes the plan.")
        case .kind: .word("strategy-meeting")
        case .to: .word("police")
        default: nil
        }
    }
}
