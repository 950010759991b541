// SPDX-License-Identifier: MIT

import Casework
import Partnership
import WorkingTime

extension APICall {
    /// When it happened, as the program says; now where it says nothing.
    var occurredAt: UncertainTime {
        body["occurredAt"]?.text.flatMap { try? TimeText.uncertain($0) } ?? .at(call.now)
    }

    /// What police hold the child as: the first decision, or another in its place.
    func classify() async throws -> APIAnswer {
        let episode = call.episode.id
        let details = DetailsForm.read(body["details"])
        let receipt = try await record { state in
            let isFirst = state.episode(episode)?.facts.category == .unclassified
            return Act(
                isFirst ? .classified : .reclassified, .episode(episode), occurredAt: occurredAt, details: details)
        }
        return recorded(receipt)
    }

    func recordReturn() async throws -> APIAnswer {
        var details = DetailsForm.read(body["details"])
        details[.digest] = .word(digest)
        return try await recordKnown(.returned, details)
    }

    /// A program's own version of the episode stands beside the others, as it was told.
    func recordAccount() async throws -> APIAnswer {
        var details = DetailsForm.read(body["details"])
        if details[.agency] == nil { details[.agency] = client.agency.map { .word($0.name) } }
        details[.digest] = .word(digest)
        return try await recordKnown(.accountReceived, details)
    }

    func recordAcknowledgement() async throws -> APIAnswer {
        var details = DetailsForm.read(body["details"])
        if details[.agency] == nil { details[.agency] = client.agency.map { .word($0.name) } }
        return try await recordKnown(.acknowledged, details)
    }

    func recordEntry() async throws -> APIAnswer {
        guard let word = body["word"]?.text.flatMap(EventWord.init(rawValue:)) else { throw Problem.notHere }
        return try await recordKnown(word, DetailsForm.read(body["details"]))
    }

    /// Records on the path's episode; where the same was recorded before and only its answer was lost, tells that again.
    private func recordKnown(_ word: EventWord, _ details: Details) async throws -> APIAnswer {
        let episode = call.episode.id
        do {
            return recorded(
                try await record { _ in Act(word, .episode(episode), occurredAt: occurredAt, details: details) })
        } catch Refusal.alreadyRecorded {
            guard let known = recordedBefore(in: [call.episode]) else { throw Refusal.alreadyRecorded }
            return known
        }
    }

    /// Records one act by what is decided so far: nothing where the program has seen another state.
    func record(_ plan: @Sendable (State) throws -> Act) async throws -> Receipt {
        let episode = call.subject.episode?.id
        return try await call.site.partnership.submit(by: client.account.actor) { state in
            if let episode { try checkSeen(episode, in: state) }
            return [try plan(state)]
        }
    }

    func recorded(_ receipt: Receipt) -> APIAnswer {
        answer(receipt.child ?? ChildID(number: 0), receipt.episode, receipt.last)
    }

    private func answer(_ child: ChildID, _ episode: EpisodeID?, _ last: Position) -> APIAnswer {
        let value = APIValue.made { told in
            told.number("child", child.number)
            told.number("episode", episode?.number)
            told.number("entry", last.number)
        }
        return APIAnswer(value, place: episode.map { "/api/v1/episodes/\($0.number)" })
    }

    /// What a request with the same key recorded, whose answer was lost when a server ended.
    func recordedBefore(in episodes: some Sequence<Episode>) -> APIAnswer? {
        for episode in episodes {
            let mark = episode.history.recorded.last { $0.details.word(.digest) == digest }
            if let mark { return answer(episode.child, episode.id, mark.position) }
        }
        return nil
    }
}
