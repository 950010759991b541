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
}

/// A point at which a count was reached: the newest episode, and all that counted with it.
struct Candidate {
    let newest: CountedEpisode
    let at: Instant
    let counted: ArraySlice<CountedEpisode>
    let why: [String]

    func firing(of trigger: Trigger, _ subject: Firing.Subject) -> Firing {
        Firing(
            trigger: trigger.id, subject: subject, at: at, episode: newest.id,
            episodes: counted.flatMap { [$0.id] + $0.also }, makes: trigger.makes, source: trigger.source, why: why)
    }
}

extension TriggerRule {
    /// Every episode whose start brings the count up, of episodes in the order of their starts.
    func candidates(among counted: [CountedEpisode]) -> [Candidate] {
        switch self {
        case .counts(_, let least, let window): reached(counted, least, window)
        case .rising(_, let days, let least): rising(counted, days, least)
        case .ranking: []
        }
    }

    private func reached(_ counted: [CountedEpisode], _ least: Int, _ window: CountWindow) -> [Candidate] {
        guard counted.count >= least else { return [] }
        var found: [Candidate] = []
        var oldest = 0
        for newest in counted.indices {
            let first = window.first(for: counted[newest].date)
            while counted[oldest].date < first { oldest += 1 }
            guard newest - oldest + 1 >= least else { continue }
            let within = counted[oldest...newest]
            let why = "\(sentence(within)) That is within \(window.spoken), counted from \(Spoken.fullDate(first))."
            found.append(
                Candidate(newest: counted[newest], at: counted[newest].start, counted: within, why: [why]))
        }
        return found
    }

    private func rising(_ counted: [CountedEpisode], _ days: Int, _ least: Int) -> [Candidate] {
        guard counted.count >= least else { return [] }
        var found: [Candidate] = []
        var (late, early) = (0, 0)
        for newest in counted.indices {
            let first = counted[newest].date.adding(days: 1 - days)
            while counted[late].date < first { late += 1 }
            while counted[early].date < first.adding(days: -days) { early += 1 }
            let (now, before) = (newest - late + 1, late - early)
            guard now >= least, now > before else { continue }
            let within = counted[late...newest]
            let why =
                "\(sentence(within)) That is \(now) in \(Spoken.counted(days, "day")) from \(Spoken.fullDate(first)), "
                + "after \(before) in the \(days) before."
            found.append(
                Candidate(newest: counted[newest], at: counted[newest].start, counted: within, why: [why]))
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
    func inOrderOfStart() -> [CountedEpisode] { sorted { ($0.start, $0.id) < ($1.start, $1.id) } }
}

extension Episode {
    /// What follows from everything that had happened by `instant`.
    func facts(at instant: Instant) -> EpisodeFacts? {
        if let latest = facts.latest, latest <= instant { return facts }
        return asWas(at: instant)?.facts
    }

    /// When something was recorded that can take away from a count: a correction, or what changes the start, the care
    /// kind or the category afterwards.
    var recountedAt: [Instant] {
        var isClassified = false
        return history.recorded.compactMap { mark in
            switch mark.word {
            case .corrected, .reclassified, .decidedByIncidentManager, .careKindDecided, .accountReceived,
                .accountSettled:
                return mark.recordedAt
            case .classified:
                defer { isClassified = true }
                return isClassified ? mark.recordedAt : nil
            default: return nil
            }
        }
    }
}

extension Child {
    /// When something on the child's own record was put right.
    var correctedAt: [Instant] { history.recorded.filter { $0.word == .corrected }.map(\.recordedAt) }
}
