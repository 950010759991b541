// SPDX-License-Identifier: MIT

/// A report in the making that leaves the circle: all its tables are put in first, and nothing is written from them before
/// small counts are hidden in all of them together.
struct PublishedBook {
    let source: ReportSource
    private var publication = Publication()
    private var drafts: [(title: String, parts: [DraftPart])] = []

    /// Words that are ready, or what is written of some tables once they are protected.
    private enum DraftPart {
        case ready(Report.Part)
        case tables([Int], ([ProtectedTable]) -> [Report.Part])
    }

    init(_ source: ReportSource) { self.source = source }

    mutating func section(_ title: String) { drafts.append((title, [])) }

    mutating func say(_ parts: Report.Part...) {
        drafts[drafts.count - 1].parts += parts.map { DraftPart.ready($0) }
    }

    /// Puts a table in. `among` says which episodes `rows` are, by conditions that name a stretch or a group.
    mutating func add(
        _ dimension: Dimension, by split: Dimension? = nil, rows: EpisodeRows, among conditions: [String: String] = [:]
    ) -> Int {
        publication.add(Crosstab(dimension, by: split, of: source.table, rows: rows), among: conditions)
    }

    mutating func add(_ repeats: Repeats, kinds: [AbsenceKind], among conditions: [String: String] = [:]) -> Int {
        publication.add(repeats, kinds: kinds, among: conditions)
    }

    /// Puts in how many of a whole have something, and how many have not.
    mutating func add(
        _ title: String, id: String, parts: [(label: String, count: Count)], whole: Count,
        among conditions: [String: String]
    ) -> Int {
        publication.add(title, id: id, parts: parts, whole: whole, among: conditions)
    }

    mutating func declare(_ condition: String, _ whole: String, isMadeUpOf parts: [String]) {
        publication.declare(condition, whole, isMadeUpOf: parts)
    }

    /// What is written of some of the tables.
    mutating func show(_ tables: Int..., as write: @escaping ([ProtectedTable]) -> [Report.Part]) {
        show(tables, as: write)
    }

    mutating func show(_ tables: [Int], as write: @escaping ([ProtectedTable]) -> [Report.Part]) {
        drafts[drafts.count - 1].parts.append(.tables(tables, write))
    }

    func report(_ kind: ReportKind, rows: EpisodeRows) -> Report {
        let protected = publication.protected()
        let sections = drafts.map { draft in
            Report.Section(
                draft.title,
                draft.parts.flatMap { part -> [Report.Part] in
                    switch part {
                    case .ready(let part): [part]
                    case .tables(let numbers, let write): write(numbers.map { protected.table($0) })
                    }
                })
        }
        var gaps = source.gaps(rows)
        if protected.isWithheld {
            gaps.append("No safe way to show any of these counts was found, so none is shown.")
        }
        return Report(
            kind: kind, area: source.area, period: source.period, madeAt: source.now, sections: sections,
            rule: protected.rule, gaps: gaps)
    }
}

extension Publication {
    /// Adds counts that share out a whole and are no dimension of the table: cases, or with and without.
    ///
    /// Each child is taken to be possibly in several of the parts.
    mutating func add(
        _ title: String, id: String, parts: [(label: String, count: Count)], whole: Count,
        among conditions: [String: String]
    ) -> Int {
        let partition = Partition(name: id, whole: nil, parts: parts.map(\.label), partsChildren: false)
        if !partitions.contains(partition) { partitions.append(partition) }
        func key(_ label: String?) -> CellKey {
            var own = conditions
            own[id] = label
            return CellKey(own)
        }
        var keys: [[CellKey]] = []
        for part in parts {
            cells[key(part.label)] = part.count
            keys.append([key(part.label)])
        }
        cells[key(nil)] = whole
        keys.append([key(nil)])
        tables.append(Table(title: title, bands: parts.map(\.label), columns: [], keys: keys))
        return tables.count - 1
    }
}
