// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The letters that were sent about an episode, as they were sent.
struct SentLetters: Sendable {
    struct Sent: Sendable {
        let position: Position
        let kind: String
        let text: String
        /// "To the child, by post, today 10:20, by Gwen Tasker, panel chair"
        let says: String
    }

    let all: [Sent]

    init(_ call: Call, as seen: Seen? = nil) async throws {
        let telling = Telling(state: call.state, now: call.now)
        let marks = call.episode.history.standing.filter { $0.word == .letterSent }
        all = try await call.told(marks, of: call.child, as: seen).compactMap { told in
            guard case .event(let position, let event) = told else { return nil }
            let to = event.details.word(.to).map { "To \(Choices.spoken($0))" }
            let how = event.details.word(.how).map { Choices.spoken($0) }
            let says = [to, how, Spoken.moment(event.occurredAt, now: call.now), "by \(telling.actor(event.by))"]
            return Sent(
                position: position, kind: event.details.word(.kind) ?? "letter",
                text: event.details.text(.narrative) ?? "", says: says.compactMap(\.self).joined(separator: ", "))
        }
    }
}
