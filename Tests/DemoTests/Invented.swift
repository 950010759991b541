// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Demo

/// One history, made once for all tests: making it takes longer than looking at it.
enum Invented {
    static let now = Instant(secondsSince1970: 1_795_212_000)
    static let events: [Event] = {
        do {
            return try DemoHistory(seed: 1, now: now, pack: "birmingham-2015").events(after: State())
        } catch {
            preconditionFailure("the history holds something impossible: \(error)")
        }
    }()
    static let state: State = {
        var state = State()
        for event in events { state.apply(event, at: state.position.next) }
        return state
    }()

    /// Episodes that ended before the living present, with their facts.
    static let past: [Episode] = state.episodes.values.filter { $0.facts.stage == .closed }

    static func hours(_ episode: Episode) -> Double? {
        guard let start = episode.facts.start, let end = episode.facts.returnedAt else { return nil }
        return Double((end - start).seconds) / 3_600
    }

    static func isMissing(_ episode: Episode) -> Bool { episode.facts.category == .missing }

    static func mark(_ word: EventWord, in episode: Episode) -> Mark? {
        episode.history.recorded.first { $0.word == word }
    }
}
