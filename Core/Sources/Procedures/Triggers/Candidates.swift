// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// An episode that counts for a trigger; or an occasion on which several children were away together.
struct CountedEpisode {
    let id: EpisodeID
    let child: ChildID
    let start: Instant
    let date: CivilDate
    /// The episodes of those who were away with the child.
    var also: [EpisodeID] = []

    init?(_ id: EpisodeID, of child: ChildID, _ facts: EpisodeFacts, upTo instant: Instant) {
        guard let start = facts.start, start <= instant else { return nil }
        self.init(id: id, child: child, start: start)
    }

    init(id: EpisodeID, child: ChildID, start: Instant, also: [EpisodeID] = []) {
        self.id = id
        self.child = child
        self.start = start
        self.also = also
        date = London.date(of: start)
    }

    fileprivate func isBefore(_ other: CountedEpisode) -> Bool { (start, id) < (other.start, other.id) }
}

/// A point at which a count was reached: the newest episode, and all that counted with it.
struct Candidate {
    let newest: CountedEpisode
    let at: Instant
    let counted: ArraySlice<CountedEpisode>
    /// Why the count was reached, in sentences: written only for those at which a trigger fires.
    let why: () -> [String]

    func key(of trigger: Trigger, _ subject: Firing.Subject) -> Firing.Key {
        Firing.Key(trigger: trigger.id, subject: subject, episode: newest.id)
    }

    func firing(of trigger: Trigger, _ subject: Firing.Subject, withReasons: Bool = true) -> Firing {
        Firing(
            trigger: trigger.id, subject: subject, at: at, episode: newest.id,
            episodes: counted.flatMap { [$0.id] + $0.also }, makes: trigger.makes, source: trigger.source,
            why: withReasons ? why() : [])
    }
}

extension TriggerRule {
    /// Every episode whose start brings the count up, of episodes in the order of their starts; from one of them on.
    func candidates(among counted: [CountedEpisode], from: Int = 0) -> [Candidate] {
        switch self {
        case .counts(_, let least, let window): reached(counted, from, least, window)
        case .rising(_, let days, let least): rising(counted, from, days, least)
        case .ranking: []
        }
    }

    private func reached(
        _ counted: [CountedEpisode], _ from: Int, _ least: Int, _ window: CountWindow
    ) -> [Candidate] {
        guard counted.count >= least, from < counted.count else { return [] }
        var found: [Candidate] = []
        var oldest = counted.firstPlace(on: window.first(for: counted[from].date))
        for newest in from..<counted.count {
            let first = window.first(for: counted[newest].date)
            while counted[oldest].date < first { oldest += 1 }
            guard newest - oldest + 1 >= least else { continue }
            let within = counted[oldest...newest]
            found.append(
                Candidate(newest: counted[newest], at: counted[newest].start, counted: within) {
                    ["\(sentence(within)) That is within \(window.spoken), counted from \(Spoken.fullDate(first))."]
                })
        }
        return found
    }

    private func rising(_ counted: [CountedEpisode], _ from: Int, _ days: Int, _ least: Int) -> [Candidate] {
        guard counted.count >= least, from < counted.count else { return [] }
        var found: [Candidate] = []
        var late = counted.firstPlace(on: counted[from].date.adding(days: 1 - days))
        var early = counted.firstPlace(on: counted[from].date.adding(days: 1 - 2 * days))
        for newest in from..<counted.count {
            let first = counted[newest].date.adding(days: 1 - days)
            while counted[late].date < first { late += 1 }
            while counted[early].date < first.adding(days: -days) { early += 1 }
            let (now, before) = (newest - late + 1, late - early)
            guard now >= least, now > before else { continue }
            let within = counted[late...newest]
            found.append(
                Candidate(newest: counted[newest], at: counted[newest].start, counted: within) {
                    [
                        "\(sentence(within)) That is \(now) in \(Spoken.counted(days, "day")) from "
                            + "\(Spoken.fullDate(first)), after \(before) in the \(days) before."
                    ]
                })
        }
        return found
    }

    /// "3 missing episodes: 5 June 2015, …"
    func sentence(_ counted: ArraySlice<CountedEpisode>) -> String {
        let dates = counted.map { Spoken.fullDate($0.date) }.joined(separator: ", ")
        return "\(Spoken.counted(counted.count, filter.spoken)), which started on \(dates)."
    }
}

extension [CountedEpisode] {
    /// In the order in which they started.
    func inOrderOfStart() -> [CountedEpisode] { sorted { $0.isBefore($1) } }

    /// The place of the first that started on a date or later, of episodes in the order of their starts.
    func firstPlace(on date: CivilDate) -> Int { place { $0.date < date } }

    /// The place at which an episode stands among others in the order of their starts, or would.
    func place(of episode: CountedEpisode) -> Int { place { $0.isBefore(episode) } }

    private func place(_ isBefore: (CountedEpisode) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Episode {
    /// What follows from everything that had happened by `instant`.
    func facts(at instant: Instant) -> EpisodeFacts? {
        if let latest = facts.latest, latest <= instant { return facts }
        // Most of the others were still to come.
        let recorded = history.recorded
        if recorded.indices.allSatisfy({ instant < recorded[$0].clockTime && recorded[$0].word != .corrected }) {
            return nil
        }
        let standing = history.standing
        guard let first = standing.first, first.clockTime <= instant else { return nil }
        var known = EpisodeFacts(lookedAfter: facts.lookedAfter)
        for place in standing.indices {
            if instant < standing[place].clockTime { break }
            known.take(standing[place])
        }
        return known
    }

    /// When something was recorded that can take away from a count: a correction, or what changes the start, the care
    /// kind or the category afterwards.
    var recountedAt: [Instant] {
        var (found, isClassified): ([Instant], Bool) = ([], false)
        let recorded = history.recorded
        for place in recorded.indices {
            switch recorded[place].word {
            case .corrected, .reclassified, .decidedByIncidentManager, .careKindDecided, .accountReceived,
                .accountSettled:
                found.append(recorded[place].recordedAt)
            case .classified:
                if isClassified { found.append(recorded[place].recordedAt) }
                isClassified = true
            default: break
            }
        }
        return found
    }
}

extension Child {
    /// When something on the child's own record was put right.
    var correctedAt: [Instant] { history.recorded.filter { $0.word == .corrected }.map(\.recordedAt) }
}
