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
        number(
            "earlier-episodes", "At least so many episodes before this one.", takes: "1", on: .facts,
            holds: { moment, least in
                guard let start = moment.facts.start ?? moment.course.first else { return false }
                return moment.course.countOthers { $0.start.map { $0 < start } ?? false } >= least
            },
            says: { _, least in "the child had been away \(Spoken.counted(least, "time")) or more before" }),
    ]
}

/// How far back episodes count from the newest.
enum CountWindow: Sendable {
    /// So many dates, the newest episode's among them.
    case dates(Int)
    /// After the same day so many months before.
    case months(Int)

    /// The first date that counts for a newest episode on `newest`.
    func first(for newest: CivilDate) -> CivilDate {
        switch self {
        case .dates(let count): return newest.adding(days: 1 - count)
        case .months(let count):
            let (year, month, day) = newest.parts
            let months = year * 12 + month - 1 - count
            let (earlierYear, earlierMonth) = (months / 12, months % 12 + 1)
            // The 31st of a month before a shorter one is its last day.
            let lastDay = CivilDate.daysInMonth(earlierMonth, of: earlierYear)
            let same = CivilDate(year: earlierYear, month: earlierMonth, day: min(day, lastDay))
            return same?.next ?? newest
        }
    }
}

extension Faults {
    fileprivate func episodeCount(_ node: PackNode) -> Condition? {
        let known = ["kinds", "categories", "atLeast", "within"]
        guard let fields = Fields(node, "“episodes”", known: known, faults: self) else { return nil }
        let kinds = fields["kinds"].map { words($0, "“kinds”", among: PredicateForm.kindWords) }
        let categories = fields["categories"].map { choices($0, "“categories”", of: PoliceCategory.self) }
        let least = fields.need("atLeast", "“episodes”").flatMap { number($0, "“atLeast”") }
        let window = fields.need("within", "“episodes”").flatMap { countWindow($0) }
        if kinds == .some(nil) || categories == .some(nil) { return nil }
        guard let least, let window else { return nil }
        let wanted = EpisodeCount(
            kinds: (kinds ?? nil) ?? [], categories: (categories ?? nil) ?? [], window: window)
        let span = fields["within"]?.scalar ?? ""
        return .predicate(
            Predicate(
                written: "episodes: at least \(least) within \(span)", holds: { wanted.count(at: $0) >= least },
                says: { "\(Spoken.counted(wanted.count(at: $0), "episode")) within \(span)" }, turns: nil,
                key: "episodes \(wanted) \(least)"))
    }

    private func countWindow(_ node: PackNode) -> CountWindow? {
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
    let kinds: [String]
    let categories: [PoliceCategory]
    let window: CountWindow

    /// An episode counts once, under the kind and category that it has as known at the moment.
    func count(at moment: Moment) -> Int {
        guard let start = moment.facts.start, counts(moment.facts) else { return 0 }
        let newest = London.date(of: start)
        let first = window.first(for: newest)
        let others = moment.course.countOthers { other in
            guard let otherStart = other.start, otherStart < start, otherStart <= moment.at else { return false }
            let date = London.date(of: otherStart)
            return first <= date && date <= newest && counts(other)
        }
        return others + 1
    }

    private func counts(_ facts: borrowing EpisodeFacts) -> Bool {
        if kinds.isEmpty && categories.isEmpty { return true }
        return facts.careKind.isNamed(among: kinds) || categories.contains(facts.category)
    }
}
