// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One act of the invented history, before it is decided.
struct PlannedAct: Sendable {
    /// The invented child, and which of the child's episodes; nil for the child's own record.
    let child: Int
    let episode: Int?
    let word: EventWord
    let occurredAt: UncertainTime
    let recordedAt: Instant
    let actor: Actor
    var details: Details
    /// The kind of entry that it is about: the newest of the child's, when it is decided.
    var naming: EventWord?
    /// A number below nought by which other acts name what this one enters, until the record gives it its own.
    var names: Int?
    /// What it refers to that has no number before it is decided.
    var refers = References()
    /// Made up in hindsight: where things stood otherwise by then, nobody did it.
    var isLeftOutWhereRefused = false

    /// Names and places of this history for numbers that the record gives out.
    struct References: Sendable {
        /// The name under which an entry of a register goes here, where the act enters one.
        var enters: String?
        /// Details that hold an entry's number, with its name here.
        var entries: [DetailKey: String] = [:]
        /// Other invented children who were with the child.
        var company: [Int] = []
        /// Which of the child's episodes a tie was learnt in.
        var inEpisode: Int?
        /// The invented child whose number the act names: of two records that are joined, the one that is shown.
        var kept: Int?
    }
}

/// Writes down what is done for one child, in whatever order it comes to mind.
struct Script: Sendable {
    let child: Int
    /// Which of the child's episodes is being written; nil while it is the child's own record.
    private(set) var episode: Int?
    private var done: [PlannedAct] = []
    private var writing: [PlannedAct] = []

    init(child: Int) {
        self.child = child
    }

    /// Something that happened at `instant` and was written down `minutesLater`.
    mutating func add(
        _ word: EventWord, at instant: Instant, by actor: Actor, minutesLater: Int = 3, _ details: Details = [:]
    ) {
        add(word, at: .at(instant), by: actor, recordedAt: instant + .minutes(minutesLater), details)
    }

    mutating func add(
        _ word: EventWord, at time: UncertainTime, by actor: Actor, recordedAt: Instant, _ details: Details,
        naming: EventWord? = nil,
        refers: PlannedAct.References = PlannedAct.References()
    ) {
        writing.append(
            PlannedAct(
                child: child, episode: episode, word: word, occurredAt: time, recordedAt: recordedAt, actor: actor,
                details: details, naming: naming, refers: refers
            )
        )
    }

    /// Begins the next episode, or goes back to the child's own record.
    mutating func turn(to episode: Int?) {
        done = acts
        writing = []
        self.episode = episode
    }

    /// Everything so far; the acts of each episode in the order in which they were written down.
    var acts: [PlannedAct] {
        let order = writing.indices.sorted { (writing[$0].recordedAt, $0) < (writing[$1].recordedAt, $1) }
        return done + order.map { writing[$0] }
    }
}
