// SPDX-License-Identifier: MIT

extension AbsenceFigures {
    static let repeatBands = ["1–2", "3–5", "6–8", "9–19", "20 and more"]

    /// Children by how many episodes they had, for each kind apart and for all kinds together.
    public var repeats: Figure {
        let bands = AbsenceFigures.repeatBands
        var byKind = Array(repeating: Array(repeating: Count(), count: kinds.count), count: bands.count)
        var all = Array(repeating: Count(), count: bands.count)
        forEachChild { rows in
            add(rows.count, to: &all)
            for (kind, place) in zip(kinds, kinds.indices) {
                let number = rows.count { $0.kind == kind }
                if number > 0 { byKind[AbsenceFigures.repeatBand(number)][place].add(number) }
            }
        }
        return Figure(
            id: "repeats", title: "How often",
            definition:
                "Children by the number of their episodes. Under each kind only episodes of that kind count, so a "
                + "child may stand in one band for missing, another for away, and a higher one for both together.",
            kinds: kinds,
            bands: bands.indices.map { Figure.Band(label: bands[$0], byKind: byKind[$0], all: all[$0]) },
            valueMissing: Figure.Band(
                label: "Not known", byKind: Array(repeating: Count(), count: kinds.count), all: Count()),
            sharesAreOfChildren: true)
    }

    /// Of all children in the table: how many had one episode, and how many more than three.
    public var persistence: (children: Int, withOne: Int, withMoreThanThree: Int) {
        var result = (children: 0, withOne: 0, withMoreThanThree: 0)
        forEachChild { rows in
            result.children += 1
            if rows.count == 1 { result.withOne += 1 }
            if rows.count > 3 { result.withMoreThanThree += 1 }
        }
        return result
    }

    public var ages: Figure {
        figure(
            "age", "Age at start",
            "Whole years on the start date. A child with episodes at two ages counts in both bands.",
            bands: ["Under 1", "1–4", "5–9", "10–15", "16 and over"]
        ) { row in
            switch row.age {
            case nil: nil
            case 0?: 0
            case let age? where age <= 4: 1
            case let age? where age <= 9: 2
            case let age? where age <= 15: 3
            default: 4
            }
        }
    }

    public var sexes: Figure {
        figure("sex", "Sex", "As recorded for the child.", bands: Sex.allCases.map(\.rawValue)) { row in
            row.sex.flatMap { Sex.allCases.firstIndex(of: $0) }
        }
    }

    public var ethnicities: Figure {
        figure(
            "ethnicity", "Ethnic group",
            "The broad groups of the national statistics. Refused and not yet obtained count as not known.",
            bands: EthnicGroup.allCases.map(\.rawValue)
        ) { row in row.ethnicity.flatMap { EthnicGroup.allCases.firstIndex(of: $0) } }
    }

    public var placements: Figure {
        figure(
            "placement", "Placement at the start",
            "The placement of the latest episode of care that began on or before the start and had not ended before it.",
            bands: PlacementKind.allCases.map(\.rawValue)
        ) { row in row.placement.flatMap { PlacementKind.allCases.firstIndex(of: $0) } }
    }

    public var area: Figure {
        figure(
            "area", "Placed in or out of the authority’s area",
            "The location that the return gives for that placement. Most returns as CSV do not carry it.",
            bands: ["In the area", "Out of the area"]
        ) { row in row.isOutOfArea.map { $0 ? 1 : 0 } }
    }

    public var risks: Figure {
        let grades = Set(rows.compactMap(\.risk)).sorted()
        let shown = Array(grades.prefix(12))
        return figure(
            "risk", "Risk as graded", "The grade as the source words it.", bands: shown
        ) { row in row.risk.flatMap { shown.firstIndex(of: $0) } }
    }

    /// Calls with the rows of each child in turn.
    func forEachChild(_ body: (ArraySlice<AbsenceRow>) -> Void) {
        var start = rows.startIndex
        while start < rows.endIndex {
            let child = rows[start].child
            let end = rows[start...].firstIndex { $0.child != child } ?? rows.endIndex
            body(rows[start..<end])
            start = end
        }
    }

    private func add(_ number: Int, to bands: inout [Count]) {
        bands[AbsenceFigures.repeatBand(number)].add(number)
    }

    static func repeatBand(_ number: Int) -> Int {
        switch number {
        case ...2: 0
        case 3...5: 1
        case 6...8: 2
        case 9...19: 3
        default: 4
        }
    }
}

extension Count {
    /// One more child, with this many episodes.
    fileprivate mutating func add(_ episodes: Int) {
        self.episodes += episodes
        children += 1
    }
}
