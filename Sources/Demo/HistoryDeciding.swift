// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Decides planned acts one after the other against the state that they make.
struct HistoryDeciding {
    private(set) var events: [Event] = []
    private(set) var state: State
    private(set) var children: [Int: ChildID] = [:]
    private(set) var episodes: [Key: EpisodeID] = [:]
    /// What the record calls what an act entered under a number of the plan's.
    private var numbers: [Int: Int] = [:]
    /// The numbers of what was entered on a register, by its name here.
    private var entries: [String: Int] = [:]

    struct Key: Hashable {
        let child: Int
        let episode: Int
    }

    init(state: State) {
        self.state = state
    }

    /// Sets the partnership up.
    mutating func found(pack: String?, at instant: Instant) throws(Refusal) {
        let administrator = Actor(worker: "june.petty", role: .administrator, agency: Eastmoor.eastmoor)
        take(try Casework.decide(Eastmoor.founding(pack: pack, at: instant), by: administrator, at: instant, in: state))
    }

    mutating func decide(_ acts: [PlannedAct]) throws(Refusal) {
        events.reserveCapacity(events.count + acts.count)
        for planned in acts {
            let act = Act(
                planned.word, subject(of: planned), occurredAt: planned.occurredAt, details: details(of: planned))
            let decided: [Event]
            do throws(Refusal) {
                decided = try Casework.decide([act], by: planned.actor, at: planned.recordedAt, in: state)
            } catch {
                if planned.isLeftOutWhereRefused { continue }
                throw error
            }
            take(decided)
            if let name = planned.names { numbers[name] = Int(state.position.number) }
            if let name = planned.refers.enters { entries[name] = Int(state.position.number) }
            guard let event = decided.last, event.child != nil else { continue }
            children[planned.child] = event.child
            if let number = planned.episode, let episode = event.episode {
                episodes[Key(child: planned.child, episode: number)] = episode
            }
        }
    }

    /// Where the child's newest entry of a word stands.
    private func newest(_ word: EventWord, of child: Int) -> Int? {
        guard let known = children[child].flatMap({ state.child($0) }) else { return nil }
        let marks = known.history.recorded + state.episodes(of: known.id).flatMap(\.history.recorded)
        return marks.filter { $0.word == word }.map(\.position).max().map { Int($0.number) }
    }

    /// The details with the numbers that the record has given out in place of the plan's.
    private func details(of planned: PlannedAct) -> Details {
        var details = planned.details
        if let word = planned.naming { details[.what] = newest(word, of: planned.child).map { .number($0) } }
        for key in [DetailKey.meeting, .line, .what] {
            if let number = planned.details.number(key), let known = numbers[number] { details[key] = .number(known) }
        }
        for (key, name) in planned.refers.entries { details[key] = entries[name].map { .number($0) } }
        let company = planned.refers.company.compactMap { children[$0].map { Int($0.number) } }
        if !company.isEmpty { details[.withChildren] = .numbers(company) }
        if let kept = planned.refers.kept.flatMap({ children[$0] }) { details[.what] = .number(Int(kept.number)) }
        if let number = planned.refers.inEpisode, let known = episodes[Key(child: planned.child, episode: number)] {
            details[.inEpisode] = .number(Int(known.number))
        }
        return details
    }

    /// Records acts that belong together, as one submission.
    mutating func record(_ acts: [Act], by actor: Actor, at instant: Instant) throws(Refusal) {
        take(try Casework.decide(acts, by: actor, at: instant, in: state))
    }

    private func subject(of planned: PlannedAct) -> Act.Subject {
        if planned.word.form.about == .partnership { return .partnership }
        if let number = planned.episode, let known = episodes[Key(child: planned.child, episode: number)] {
            return .episode(known)
        }
        return children[planned.child].map { .child($0) } ?? .newChild
    }

    private mutating func take(_ decided: [Event]) {
        for event in decided { state.apply(event, at: state.position.next) }
        events += decided
    }
}
