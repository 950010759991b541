// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Decides planned acts one after the other against the state that they make.
struct HistoryDeciding {
    private(set) var events: [Event] = []
    private(set) var state: State
    private var children: [Int: ChildID] = [:]
    private(set) var episodes: [Key: EpisodeID] = [:]

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
                planned.word, subject(of: planned), occurredAt: planned.occurredAt, details: planned.details)
            let decided = try Casework.decide([act], by: planned.actor, at: planned.recordedAt, in: state)
            take(decided)
            guard let event = decided.last else { continue }
            children[planned.child] = event.child
            if let number = planned.episode, let episode = event.episode {
                episodes[Key(child: planned.child, episode: number)] = episode
            }
        }
    }

    /// Records acts that belong together, as one submission.
    mutating func record(_ acts: [Act], by actor: Actor, at instant: Instant) throws(Refusal) {
        take(try Casework.decide(acts, by: actor, at: instant, in: state))
    }

    private func subject(of planned: PlannedAct) -> Act.Subject {
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
