// SPDX-License-Identifier: MIT

import Casework
import Ledger
import WorkingTime

/// One text that somebody wrote for the child to read: what stands of their interview, or an answer to them.
struct WrittenForChild: Sendable {
    let position: Position
    let isAnswer: Bool
    let at: UncertainTime
    let text: String
    /// The first name of whoever wrote it, where the record knows it.
    let from: String?

    /// Everything that stands, the newest first. Nothing else is read.
    static func all(_ id: ChildID, _ call: Call) async throws -> [WrittenForChild] {
        guard let child = call.state.child(id) else { return [] }
        let marks =
            child.history.standing.filter { $0.word == .childAnswered }
            + child.episodes.flatMap { episode in
                call.state.episode(episode)?.history.standing.filter { $0.word == .interviewWrittenForChild } ?? []
            }
        let read = try await call.site.partnership.whole(marks.map(\.position).sorted())
        return read.reversed().compactMap { recorded in
            guard case .event(let event, let position) = recorded, let text = event.details.text(.narrative) else {
                return nil
            }
            let name = event.by.worker.flatMap { call.state.workers[$0]?.name.split(separator: " ").first }
            return WrittenForChild(
                position: position, isAnswer: event.word == .childAnswered, at: event.occurredAt, text: text,
                from: name.map(String.init))
        }
    }
}
