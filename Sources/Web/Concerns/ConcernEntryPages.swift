// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/concerns/{concern}`: one place or person of concern.
enum ConcernEntryPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard let number = call.parameters["concern"].flatMap({ Int($0) }), let entry = call.state.concerns[number],
            call.access.mayRead(entry)
        else { throw PageFault.notFound }
        let lines = call.network.lines(of: .entry(number))
        let notices = HarbouringNotice.all(about: number, in: call)
        try await call.shows(Set(lines.flatMap { [$0.first, $0.second] }.compactMap(\.child) + notices.map(\.child)))
        let view = ConcernEntryView(call: call, entry: entry, lines: lines, notices: notices)
        return .page(call.page(entry.name, view.html, in: .concerns))
    }
}

/// A warning notice about one child, as far as that child's record tells of it.
struct HarbouringNotice: Hashable {
    let child: ChildID
    let askedAt: UncertainTime?
    let servedAt: UncertainTime?
    let by: String?
    let until: UncertainTime?
    let endedAt: UncertainTime?

    /// Those about an entry, of the children whom the visitor may see tied to it.
    static func all(about number: Int, in call: Call) -> [HarbouringNotice] {
        guard let entry = call.state.concerns[number] else { return [] }
        return call.state.children.values.compactMap { HarbouringNotice(of: $0, about: number) }
            .filter { call.access.maySeeTie(of: $0.child, to: entry) }
            .sorted { $0.child < $1.child }
    }

    private init?(of child: Child, about number: Int) {
        guard child.history.holds(.harbouringNoticeAsked) || child.history.holds(.harbouringNoticeServed) else {
            return nil
        }
        let marks = child.history.standing.filter { $0.details.number(.concern) == number }
        let asked = marks.last { $0.word == .harbouringNoticeAsked }
        let served = marks.last { $0.word == .harbouringNoticeServed }
        guard let newest = served ?? asked else { return nil }
        let ended = marks.last { $0.word == .harbouringNoticeEnded && newest.position < $0.position }
        self.child = child.id
        (askedAt, servedAt, endedAt) = (asked?.occurredAt, served?.occurredAt, ended?.occurredAt)
        by = (served ?? asked).flatMap { $0.details.word(.agency) ?? $0.by.spoken }
        until = served?.details.time(.until)
    }
}
