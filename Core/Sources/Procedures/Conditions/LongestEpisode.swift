// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Faults {
    /// A length alone, or with the window in which such an episode must have started.
    func longestEpisode(_ node: PackNode) -> Condition? {
        let isAlone = node.scalar != nil
        let fields =
            isAlone ? nil : Fields(node, "“longest-episode”", known: ["atLeast", "within"], faults: self)
        guard isAlone || fields != nil else { return nil }
        let lengthNode = isAlone ? node : fields?.need("atLeast", "“longest-episode”")
        let window = fields?["within"].map { countWindow($0) }
        guard let lengthNode, let length = elapsed(lengthNode, "“longest-episode”"), window != .some(nil) else {
            return nil
        }
        let asked = LongEpisode(length: length, window: window ?? nil)
        let span = asked.window.map { " in the last \($0.spoken)" } ?? ""
        let written = "\(lengthNode.scalar ?? "")\(span)"
        return .predicate(
            Predicate(
                written: "longest-episode: \(written)", holds: { asked.holds(in: $0) },
                says: { _ in "the child was away for \(lengthNode.scalar ?? "so long") or longer\(span)" },
                turns: { asked.turns(in: $0) }))
    }
}

/// Whether any episode of the child's was so long.
private struct LongEpisode: Sendable {
    let length: Elapsed
    let window: CountWindow?

    func holds(in moment: Moment) -> Bool {
        let first = window?.first(for: moment.date)
        return moment.course.everyEpisode(at: moment).contains { facts in
            guard let start = facts.start, start + length <= moment.at else { return false }
            if let first, London.date(of: start) < first { return false }
            let back = [facts.returnedAt, facts.closedAt].compactMap { $0 }.min()
            return back.map { start + length <= $0 } ?? true
        }
    }

    func turns(in course: Course) -> [Instant] {
        let starts = course.facts.compactMap(\.start) + course.others.compactMap(\.facts.start)
        return Set(starts).flatMap { start -> [Instant] in
            guard let window else { return [start + length] }
            // It falls out of the window at a midnight: the first day for which the window begins after it.
            var day = London.date(of: start).adding(days: window.fewestDays)
            while window.first(for: day) <= London.date(of: start) { day = day.next }
            return [start + length, London.startOfDay(day)]
        }
    }
}

extension Course {
    /// What is known of this episode at a moment, and of the child's others.
    fileprivate func everyEpisode(at moment: Moment) -> [EpisodeFacts] {
        others.map(\.facts) + (life == nil ? [moment.facts] : [])
    }
}
