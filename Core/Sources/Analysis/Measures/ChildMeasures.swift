// SPDX-License-Identifier: MIT

/// How many episodes of each kind every child had: what measures of children rather than episodes start from.
public struct ChildMeasures: Sendable {
    /// One child, with how many episodes of each kind.
    public struct Line: Hashable, Sendable {
        public let child: Int32
        public let missing: Int
        public let away: Int
        public let absent: Int
        /// Of all kinds, also of those that say none.
        public let all: Int
    }

    /// In the order of the children's numbers.
    public let lines: [Line]

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        let owners = rows.map(table.children) { $0 }
        let kinds = rows.map(table[.kind]) { $0 }
        var lines: [Line] = []
        var counts = [0, 0, 0, 0]
        for row in owners.indices {
            counts[Int(kinds[row] & 3)] += 1
            guard row + 1 == owners.count || owners[row] != owners[row + 1] else { continue }
            lines.append(
                Line(
                    child: owners[row], missing: counts[0], away: counts[1], absent: counts[2],
                    all: counts.reduce(0, +)))
            counts = [0, 0, 0, 0]
        }
        self.lines = lines
    }

    public static let topID = "top-children"
    public static let topDefinition =
        "The children with most episodes, each with how many of each kind; the list ends only where two children differ, so "
        + "it may be longer than asked. It names children, and is for who may see them."

    /// The children with most episodes, at least `limit` where there are as many; ties are not cut.
    public func top(_ limit: Int) -> [Line] {
        let sorted = lines.sorted { ($1.all, $0.child) < ($0.all, $1.child) }
        guard 0 < limit, limit < sorted.count else { return limit < 1 ? [] : sorted }
        let last = sorted[limit - 1].all
        return sorted.filter { $0.all >= last }
    }

    // MARK: Absences beside missing episodes

    /// Children by how often they were missing, with the absences that they had besides.
    public struct AbsenceBand: Hashable, Sendable {
        public let label: String
        public let children: Int
        public let absences: Int
        /// Nil where there is no child.
        public var meanAbsences: Double? { children == 0 ? nil : Double(absences) / Double(children) }
    }

    public static let absencesID = "absences-by-missing"
    public static let absencesDefinition =
        "Children who were missing at least once, by how often, with the mean number of absences that police recorded of "
        + "the same children in the same period. Source: TCS."

    public var absencesByMissing: [AbsenceBand] {
        let bands: [(String, ClosedRange<Int>)] = [
            ("1–2", 1...2), ("3–5", 3...5), ("6–10", 6...10), ("11–20", 11...20), ("21–30", 21...30),
            ("Over 30", 31...Int.max),
        ]
        return bands.map { label, range in
            let own = lines.filter { range.contains($0.missing) }
            return AbsenceBand(label: label, children: own.count, absences: own.reduce(0) { $0 + $1.absent })
        }
    }

    // MARK: Other lists

    /// How many of the children stand on another list too: of those open to youth justice, say.
    public struct Match: Hashable, Sendable {
        public let onBoth: Int
        public let onlyHere: Int
        public let onlyThere: Int
    }

    public static let matchID = "cross-match"
    public static let matchDefinition =
        "Children with an episode who also stand on another list, and those on one of the two alone. Source: BI."

    public func match(with others: Set<Int32>) -> Match {
        let onBoth = lines.count { others.contains($0.child) }
        return Match(onBoth: onBoth, onlyHere: lines.count - onBoth, onlyThere: others.count - onBoth)
    }
}

/// What episodes cost by unit costs that somebody states: no cost is ours.
public struct CostFigure: Hashable, Sendable {
    public static let id = "cost"
    public static let title = "Cost"
    public static let definition =
        "Episodes of each kind times a unit cost that the reader states, in whole pounds. It is an estimate of that "
        + "statement and nothing else. Source: BI, terms of reference."

    public let poundsByKind: [AbsenceKind: Int]
    public var pounds: Int { poundsByKind.values.reduce(0, +) }

    public init(of table: EpisodeTable, rows: EpisodeRows, unitPounds: [AbsenceKind: Int]) {
        let counted = Crosstab(.kind, of: table, rows: rows)
        poundsByKind = unitPounds.reduce(into: [:]) { costs, unit in
            costs[unit.key] = counted.count(unit.key.rawValue).episodes * unit.value
        }
    }
}
