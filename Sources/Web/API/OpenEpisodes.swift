// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import WorkingTime

/// `/api/v1/open-episodes`: which children are away now, under the same access table as the board.
enum OpenEpisodes {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let shown = call.state.unclosed.compactMap { id -> (ChildID, Answer)? in
            guard let episode = call.state.episode(id), episode.facts.isOpen,
                let child = call.child(episode.child, seeing: .outline)
            else { return nil }
            return (child.id, answer(episode, child, call))
        }
        // Each child's looks are noted as those of a board are.
        try await call.shows(shown.map(\.0))
        return .json(Answers(asOf: TimeText.write(call.now), episodes: shown.map(\.1)))
    }

    /// What is not for the reader is left out.
    private static func answer(_ episode: Episode, _ child: Child, _ call: Call) -> Answer {
        let sees = { (part: RecordPart) in call.access.maySee(part, of: child.id) }
        let (facts, seesEpisode) = (episode.facts, sees(.episode))
        return Answer(
            episode: episode.id.number, child: child.id.number, name: sees(.identity) ? child.facts.name : nil,
            since: facts.start.map(TimeText.write),
            category: seesEpisode ? facts.category.rawValue : nil,
            grade: seesEpisode ? facts.grade?.rawValue : nil, isLocated: seesEpisode ? facts.stage == .located : nil,
            from: sees(.location) ? facts.from : nil)
    }

    private struct Answers: Encodable {
        let asOf: String
        let episodes: [Answer]
    }

    private struct Answer: Encodable {
        let episode, child: UInt32
        let name, since, category, grade: String?
        let isLocated: Bool?
        let from: String?
    }
}
