// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import WorkingTime

/// One episode as a program may see it. It rests on the state alone, so that a tag made of it says whether anything that
/// the program sees is otherwise, and nothing of what it doesn't.
struct EpisodeAnswer {
    let episode: Episode
    let child: Child
    let access: Access
    private let seen: Seen

    init(_ episode: Episode, _ child: Child, _ access: Access) {
        (self.episode, self.child) = (episode, child)
        seen = Seen(access, of: child.id)
        self.access = seen.access
    }

    /// The stage is told to whoever sees the outline; the rest by its part.
    var facts: [APIValue.Member] {
        let facts = episode.facts
        var told = APIObject()
        told.number("episode", episode.id.number)
        told.number("child", child.id.number)
        told.text("stage", facts.stage.rawValue)
        if seen.sees(.identity) { told.text("name", child.facts.name) }
        told.time("since", facts.start)
        told.time("returnedAt", facts.returnedAt)
        if seen.sees(.episode) {
            told.time("closedAt", facts.closedAt)
            told.text("category", facts.category.rawValue)
            told.text("grade", facts.grade?.rawValue)
            told.text("careKind", facts.careKind.rawValue)
            told.flag("isLocated", facts.stage == .located)
            told.time("reportedAt", facts.reportedAt)
            told.time("locatedAt", facts.locatedAt)
            told.time("nextReview", facts.nextReview)
        }
        if seen.sees(.location) { told.text("from", facts.from) }
        return told.members
    }

    /// What stands in the episode's history as far as it is seen.
    var marks: [Mark] { episode.history.recorded.filter { seen.shows($0.word) } }

    var mayRecord: [EventWord] {
        EventWord.allCases.filter { $0.form.about == .episode && access.mayRecord($0, on: child.id) }
    }

    var tag: String {
        let positions = marks.map { String($0.position.number) }.joined(separator: " ")
        let hash = SHA256.hash(data: Data((APIValue.object(facts).written + positions).utf8))
        return "\"" + hash.prefix(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\""
    }
}

extension APICall {
    /// Refuses where the program has seen another state than this.
    func checkSeen(_ id: EpisodeID, in state: State) throws(Problem) {
        guard let ifMatch, ifMatch != "*" else { return }
        guard let episode = state.episode(id), let child = state.child(episode.child) else { throw .notHere }
        let access = Access(client.account.actor, in: state, at: call.now)
        guard EpisodeAnswer(episode, child, access).tag == ifMatch else {
            throw Problem(
                .changedMeanwhile, "Something that you see of the episode was recorded since.",
                "Read it again, and decide on what it says now.")
        }
    }

    /// An entry as far as the program may read it.
    static func told(_ position: Position, _ event: Event) -> APIValue {
        .made { told in
            told.number("entry", position.number)
            told.text("word", event.word.rawValue)
            told.text("occurredAt", TimeText.write(event.occurredAt))
            told.time("recordedAt", event.recordedAt)
            told.text("role", event.by.role.rawValue)
            told.add("details", DetailsForm.write(event.details))
        }
    }
}
