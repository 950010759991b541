// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// How often the child went missing. Source: ruling 18.
    static let countingPredicates: [PredicateForm] = [
        PredicateForm(
            name: "episodes", takes: "{ kinds: [missing], categories: [absent], atLeast: 3, within: 90 days }",
            means: "The child has had so many episodes up to this one, by their starts in London dates."
        ) { node, faults in faults.episodeCount(node) },
        PredicateForm(
            name: "triggered", takes: "three-in-ninety-days", means: "The trigger has fired for this child."
        ) { node, faults in
            guard let id = faults.text(node, "“triggered”") else { return nil }
            var predicate = Predicate(
                written: "triggered: \(id)",
                holds: { moment in moment.course.firings(id).contains { moment.course.shown($0) <= moment.at } },
                says: { moment in
                    let fired = moment.course.firings(id).last { moment.course.shown($0) <= moment.at }
                    return "“\(id)” \(fired.map { "fired at \(Why.instant($0.at))" } ?? "has fired")"
                }, turns: { course in course.firings(id).map { course.shown($0) } }, key: "triggered: \(id)")
            predicate.trigger = id
            predicate.since = { course in course.firings(id).map { course.shown($0) }.min() }
            return .predicate(predicate)
        },
        PredicateForm(
            name: "longest-episode", takes: "{ atLeast: 72 hours, within: 12 months }",
            means: "An episode of the child's was so long, until the child was back; in the window where one is given."
        ) { node, faults in faults.longestEpisode(node) },
        number(
            "earlier-episodes", "At least so many episodes before this one.", takes: "1", on: .facts,
            holds: { moment, least in
                guard moment.hasEpisode, let start = moment.facts.start ?? moment.course.first else { return false }
                return moment.course.otherStarts.count { $0.start < start } >= least
            },
            says: { _, least in "the child had been away \(Spoken.counted(least, "time")) or more before" }),
    ]
}

extension Faults {
    fileprivate func episodeCount(_ node: PackNode) -> Condition? {
        let known = ["kinds", "categories", "atLeast", "within"]
        guard let fields = Fields(node, "“episodes”", known: known, faults: self) else { return nil }
        let filter = episodeFilter(fields)
        let least = fields.need("atLeast", "“episodes”").flatMap { number($0, "“atLeast”") }
        let window = fields.need("within", "“episodes”").flatMap { countWindow($0) }
        guard let filter, let least, let window else { return nil }
        let wanted = EpisodeCount(filter: filter, window: window)
        let span = fields["within"]?.scalar ?? ""
        return .predicate(
            Predicate(
                written: "episodes: at least \(least) within \(span)", holds: { wanted.count(at: $0) >= least },
                says: { "\(Spoken.counted(wanted.count(at: $0), "episode")) within \(span)" }, turns: nil,
                depends: .facts, key: "episodes \(wanted) \(least)"))
    }

    /// `kinds` and `categories`: either may be left out.
    func episodeFilter(_ fields: Fields) -> EpisodeFilter? {
        let kinds = fields["kinds"].map { words($0, "value of “kinds”", among: PredicateForm.kindWords) }
        let categories = fields["categories"].map { choices($0, "“categories”", of: PoliceCategory.self) }
        if kinds == .some(nil) || categories == .some(nil) { return nil }
        return EpisodeFilter(kinds: (kinds ?? nil) ?? [], categories: (categories ?? nil) ?? [])
    }

    func countWindow(_ node: PackNode) -> CountWindow? {
        let parts = node.scalar?.split(separator: " ") ?? []
        if parts.count == 2, let count = Int(parts[0]), (1...9_999).contains(count) {
            switch parts[1] {
            case "day", "days", "date", "dates": return .dates(count)
            case "month", "months": return .months(min(count, 240))
            default: break
            }
        }
        add(
            node, "“within” is a number of days or months, and here is \(node.kind).", allowed: ["90 days", "3 months"])
        return nil
    }
}

/// Counts a child's episodes up to the one looked at.
struct EpisodeCount: Sendable {
    let filter: EpisodeFilter
    let window: CountWindow

    /// An episode counts once, under the kind and category that it has as known at the moment.
    func count(at moment: Moment) -> Int {
        guard moment.hasEpisode, let start = moment.facts.start, filter.counts(moment.facts) else { return 0 }
        let newest = London.date(of: start)
        let first = window.first(for: newest)
        var count = 1
        for other in moment.course.otherStarts where other.start < start && other.start <= moment.at {
            if first <= other.date, other.date <= newest, filter.counts(other) { count += 1 }
        }
        return count
    }
}

extension Course {
    /// When a firing is seen in this course: a start stated later may lie before anything that was recorded.
    fileprivate func shown(_ firing: Firing) -> Instant { max(firing.at, first ?? firing.at) }
}
