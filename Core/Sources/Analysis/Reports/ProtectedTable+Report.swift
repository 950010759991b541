// SPDX-License-Identifier: MIT

extension ProtectedTable {
    /// What a cell counts, as two cells of a report.
    func pair(_ band: Int?, _ column: Int? = nil) -> [ReportCell] {
        let count = count(band, column)
        return [ReportCell(count: count?.episodes), ReportCell(count: count?.children)]
    }

    /// Whether there is anything in a band: what is hidden is never none.
    func isEmpty(_ band: Int?, _ column: Int? = nil) -> Bool {
        count(band, column).map { $0.episodes == 0 && $0.children == 0 } ?? false
    }

    /// The bands as rows, episodes and children, with the share of the episodes; those that hold nothing are left out where
    /// `skipsEmpty`, and what is not known always where there is none.
    func reportTable(
        id: String, titled: String? = nil, definition: String? = nil, counted: String = "Episodes",
        skipsEmpty: Bool = false, hasShare: Bool = true, total: String = "All"
    ) -> ReportTable {
        var rows: [ReportTable.Row] = []
        for (band, label) in bands.enumerated() {
            let isUnknown = label == Publication.notKnown
            if isEmpty(band), skipsEmpty || isUnknown { continue }
            let share = hasShare ? [isEmpty(nil) ? ReportCell.none : ReportCell(share: shareOfEpisodes(band))] : []
            rows.append(ReportTable.Row(label, pair(band) + share, isUnknown ? .unknown : .plain))
        }
        rows.append(ReportTable.Row(total, pair(nil) + (hasShare ? [.none] : []), .total))
        return ReportTable(
            id: id, title: titled ?? title,
            groups: [ReportTable.Group("", [counted, "Children"] + (hasShare ? ["Share"] : []))], rows: rows,
            definition: definition)
    }

    /// Bands down the side and columns across, episodes and children of each, then all.
    func reportTable(id: String, titled: String, across wanted: [String], definition: String? = nil) -> ReportTable {
        let places = wanted.compactMap { columns.firstIndex(of: $0) }
        var rows: [ReportTable.Row] = []
        for (band, label) in bands.enumerated() where !isEmpty(band) {
            let cells = places.flatMap { pair(band, $0) } + pair(band)
            rows.append(ReportTable.Row(label, cells, label == Publication.notKnown ? .unknown : .plain))
        }
        rows.append(ReportTable.Row("All", places.flatMap { pair(nil, $0) } + pair(nil), .total))
        let heads = ["Episodes", "Children"]
        return ReportTable(
            id: id, title: titled,
            groups: places.map { ReportTable.Group(columns[$0], heads) } + [ReportTable.Group("All", heads)],
            rows: rows,
            definition: definition)
    }
}
