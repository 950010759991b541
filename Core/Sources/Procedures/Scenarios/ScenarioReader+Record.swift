// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioReader {
    private static let opening: Set<EventWord> = [.reported, .checksStarted, .absenceNoted, .leaveAuthorised]
    private static let ending: Set<EventWord> = [.returned, .attended, .closed, .caseClosed]

    /// Gives every event of an episode its episode, in the order in which things happened.
    func placeInEpisodes() {
        var open: [ChildID: EpisodeID] = [:]
        var newest: [ChildID: EpisodeID] = [:]
        let order = drafts.indices.sorted { first, second in
            (drafts[first].at.earliest, first) < (drafts[second].at.earliest, second)
        }
        for place in order where drafts[place].corrects == nil && drafts[place].word.form.about == .episode {
            let draft = drafts[place]
            guard let child = draft.child else { continue }
            let episode: EpisodeID
            if let key = draft.episodeKey {
                episode = named(key)
            } else if let current = open[child] {
                episode = current
            } else if draft.word.standsAlone, newest[child] == nil {
                continue
            } else if Self.opening.contains(draft.word) || newest[child] == nil {
                highestEpisode += 1
                episode = EpisodeID(number: highestEpisode)
            } else {
                episode = newest[child] ?? EpisodeID(number: highestEpisode)
            }
            drafts[place].episode = episode
            newest[child] = episode
            // What follows a return belongs to the same episode and doesn't open it again.
            open[child] = isOver(episode, at: draft.at.earliest) ? nil : episode
        }
        for place in drafts.indices {
            guard let target = drafts[place].corrects else { continue }
            drafts[place].episode = drafts.first { $0.number == target }?.episode
        }
    }

    private func isOver(_ episode: EpisodeID, at instant: Instant) -> Bool {
        drafts.contains { other in
            other.episode == episode && Self.ending.contains(other.word) && !isWithdrawn(other)
                && other.at.earliest <= instant
        }
    }

    private func isWithdrawn(_ draft: EventDraft) -> Bool {
        drafts.contains { $0.corrects == draft.number && $0.details.flag(.withdrawn) }
    }

    private func named(_ key: String) -> EpisodeID {
        if let known = episodes[key] { return known }
        highestEpisode += 1
        let id = EpisodeID(number: highestEpisode)
        episodes[key] = id
        return id
    }

    /// Every event in the order in which it was recorded: the children first, a day before anything else.
    func record() -> [Event] {
        let first = drafts.map { min($0.at.earliest, $0.recordedAt) }.min() ?? Instant(secondsSince1970: 1_420_070_400)
        let before = first - .days(1)
        var events = setUps.map { setUp in
            Event(
                setUp.word, child: setUp.child, occurredAt: .at(before), recordedAt: before,
                by: Actor(role: setUp.role), details: setUp.details)
        }
        var places: [Int: Int] = [:]
        let order = drafts.indices.sorted { (drafts[$0].recordedAt, $0) < (drafts[$1].recordedAt, $1) }
        for place in order {
            var draft = drafts[place]
            if let corrects = draft.corrects {
                guard let target = places[corrects] else {
                    faults.add(draft.node, "The correction is recorded before the event that it corrects.")
                    continue
                }
                draft.details[.what] = .number(target)
            } else {
                places[draft.number] = events.count + 1
            }
            events.append(
                Event(
                    draft.word, child: draft.child, episode: draft.episode, occurredAt: draft.at,
                    recordedAt: draft.recordedAt, by: Actor(role: draft.role), details: draft.details))
        }
        checkEpisodes()
        return events
    }

    /// An episode belongs to one child.
    private func checkEpisodes() {
        var owners: [EpisodeID: ChildID] = [:]
        for draft in drafts {
            guard let episode = draft.episode, let child = draft.child else { continue }
            if let owner = owners[episode], owner != child {
                faults.add(draft.node, "Episode “\(draft.episodeKey ?? "")” is another child's.")
            }
            owners[episode] = owners[episode] ?? child
        }
    }
}
