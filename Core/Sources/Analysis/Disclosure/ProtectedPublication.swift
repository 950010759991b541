// SPDX-License-Identifier: MIT

/// The tables of a report with everything hidden from which a small count could be worked out.
public struct ProtectedPublication: Sendable {
    public let threshold: Int
    private let publication: Publication
    private let hiddenKeys: Set<CellKey>
    /// For each hidden cell other numbers that fit everything shown: what proves that it cannot be worked out.
    let witnesses: [WitnessSearch.Witness]
    let knowledge: Knowledge
    /// Whether no safe way to show anything was found. Then nothing is shown at all.
    public let isWithheld: Bool

    /// The rule, for the page.
    public var rule: String { ProtectedPublication.rule(threshold) }

    public static func rule(_ threshold: Int) -> String {
        "Counts of fewer than \(threshold) children are not shown, nor the episodes of so few. So that no such count can be "
            + "worked out from totals, shares or another table of this report, some larger counts are not shown either; both "
            + "are marked in the same way. Where a table would hide a number that matters more, or most of itself, it has "
            + "broader groups or is left out. None is shown as 0. A share, a rate, a difference or a median is shown only "
            + "where all counts that it is made of are. Every report on the same months hides the same."
    }

    /// Where `hidesMore` is false only the small counts are hidden, which is not enough: for showing that it isn't.
    init(_ publication: Publication, hidesMore: Bool = true) {
        (self.publication, threshold) = (publication, publication.threshold)
        let knowledge = Knowledge(publication)
        self.knowledge = knowledge
        var hiding = Hiding(knowledge: knowledge, threshold: threshold)
        isWithheld = hidesMore && !hiding.hide()
        witnesses = hiding.witnesses
        hiddenKeys = Set(hiding.hidden.map { knowledge.keys[$0] })
    }

    /// The same tables and more: what `earlier` shows stays shown, and what it hides stays hidden. Withheld where that cannot
    /// be.
    init(_ publication: Publication, after earlier: ProtectedPublication) {
        (self.publication, threshold) = (publication, publication.threshold)
        let knowledge = Knowledge(publication)
        self.knowledge = knowledge
        let before = Set(earlier.knowledge.keys)
        let kept = knowledge.keys.indices.filter { before.contains(knowledge.keys[$0]) }
        var hiding = Hiding(
            knowledge: knowledge, threshold: threshold,
            hiddenBefore: Set(kept.filter { earlier.hiddenKeys.contains(knowledge.keys[$0]) }),
            shownBefore: Set(kept.filter { !earlier.hiddenKeys.contains(knowledge.keys[$0]) }),
            witnessesBefore: earlier.witnesses(in: knowledge))
        isWithheld = earlier.isWithheld || !hiding.hide()
        witnesses = hiding.witnesses
        hiddenKeys = Set(hiding.hidden.map { knowledge.keys[$0] })
    }

    /// What was found to prove these, where it still holds among more tables.
    private func witnesses(in later: Knowledge) -> [WitnessSearch.Witness] {
        let places = Dictionary(uniqueKeysWithValues: later.keys.enumerated().map { ($0.element, $0.offset) })
        return witnesses.compactMap { witness in
            var changes: [Int: Knowledge.Pair] = [:]
            for (cell, change) in witness.changes {
                guard let place = places[knowledge.keys[cell]] else { return nil }
                changes[place] = change
            }
            return later.holds(changes) ? WitnessSearch.Witness(changes: changes, hides: []) : nil
        }
    }

    /// Whether at least half of the cells of a table that hold anything are shown, its totals apart.
    func showsHalf(of number: Int) -> Bool {
        let table = publication.tables[number]
        let rows = table.keys.count > 1 ? table.keys.dropLast() : table.keys[...]
        let keys = rows.flatMap { $0.count > 1 ? $0.dropLast() : $0[...] }
        let held = keys.filter { publication.cells[$0].map { $0.episodes > 0 } ?? false }
        return 2 * held.count { hiddenKeys.contains($0) } <= held.count
    }

    public var tableCount: Int { publication.tables.count }

    /// The table that was added as this number.
    public func table(_ number: Int) -> ProtectedTable {
        let table = publication.tables[number]
        return ProtectedTable(
            title: table.title, bands: table.bands, columns: table.columns,
            cells: table.keys.map { row in row.map { shown($0) } })
    }

    /// How many cells of all tables are not shown, and out of how many.
    public var hiddenCount: (hidden: Int, all: Int) { (hiddenKeys.count, knowledge.keys.count) }

    private func shown(_ key: CellKey) -> Count? {
        isWithheld || hiddenKeys.contains(key) ? nil : publication.cells[key]
    }
}

/// One table as it may be shown.
public struct ProtectedTable: Sendable {
    public let title: String
    /// With what is not known last, where it is counted apart.
    public let bands: [String]
    public let columns: [String]
    fileprivate(set) var cells: [[Count?]]

    init(title: String, bands: [String], columns: [String], cells: [[Count?]]) {
        (self.title, self.bands, self.columns, self.cells) = (title, bands, columns, cells)
    }

    /// What a cell counts; nil where it is not shown. Nil for band or column stands for all.
    public func count(_ band: Int?, _ column: Int? = nil) -> Count? {
        cells[band ?? bands.count][columns.isEmpty ? 0 : column ?? columns.count]
    }

    /// The share of a cell's episodes in those of all bands of its column; nil where either is not shown, or none.
    public func shareOfEpisodes(_ band: Int, _ column: Int? = nil) -> Proportion? {
        guard let part = count(band, column), let whole = count(nil, column), whole.episodes > 0 else { return nil }
        return Proportion(part.episodes, of: whole.episodes)
    }

    /// The same of children, who may stand in several bands.
    public func shareOfChildren(_ band: Int, _ column: Int? = nil) -> Proportion? {
        guard let part = count(band, column), let whole = count(nil, column), whole.children > 0 else { return nil }
        return Proportion(part.children, of: whole.children)
    }

    /// A median or a centile may be shown where the cell it describes is, and enough children are behind it that it is
    /// nobody's own.
    public func shows(_ summary: QuantitySummary, of band: Int?, _ column: Int? = nil, threshold: Int = 5) -> Bool {
        guard let count = count(band, column) else { return false }
        return count.children >= threshold && summary.known >= 2 * threshold
    }
}

extension Publication {
    /// The tables as they may be shown.
    public func protected() -> ProtectedPublication { ProtectedPublication(self) }
}
