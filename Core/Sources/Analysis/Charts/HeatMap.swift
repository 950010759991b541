// SPDX-License-Identifier: MIT

/// Two dimensions as a field of squares, darker where there is more, with the number in each: hours by weekdays, months by
/// weekdays.
public struct HeatMap: Sendable {
    let id: String
    public let title: String
    let rows: [String]
    let columns: [String]
    let counts: [[Count]]
    let unknown: Int

    /// The bands down the side, the split across. What is not known of either is said, and not drawn.
    public init(id: String, title: String, crosstab: Crosstab) {
        (self.id, self.title) = (id, title)
        (rows, columns) = (crosstab.bands, crosstab.columns)
        counts = crosstab.bands.indices.map { row in crosstab.columns.indices.map { crosstab.count(row, $0) } }
        unknown = crosstab.total.episodes - counts.joined().reduce(0) { $0 + $1.episodes }
    }

    /// The months of a series, a row a collection year from April on: `series` has a band for each month, named `2017-04`.
    public init(id: String, title: String, months series: Crosstab) {
        (self.id, self.title) = (id, title)
        columns = (0..<12).map { MonthName.short[($0 + 3) % 12] }
        var years: [Int: [Count]] = [:]
        for (place, label) in series.bands.enumerated() {
            guard let year = Int(label.prefix(4)), let month = Int(label.suffix(2)) else { continue }
            let first = month < 4 ? year - 1 : year
            years[first, default: Array(repeating: Count(), count: 12)][(month + 8) % 12] = series.count(place)
        }
        let order = years.keys.sorted()
        rows = order.map { "\($0)/\(($0 + 1) % 100 < 10 ? "0" : "")\(($0 + 1) % 100)" }
        counts = order.map { years[$0] ?? [] }
        unknown = series.unknown.episodes
    }

    private let width = 700.0
    private let rowHeight = 24.0
    private let left = 74.0
    private let top = 22.0

    /// The tones, from none to most, and what is written on each.
    static let tones: [(fill: String, ink: String)] = [
        ("#ffffff", Ink.quiet), ("#dbe8f2", Ink.text), ("#a9cbe2", Ink.text), ("#5e9bc2", Ink.text),
        ("#1f5f89", "#ffffff"),
        ("#0a2c44", "#ffffff"),
    ]

    public var svg: HTML {
        let cell = (width - left - 4) / Double(max(columns.count, 1))
        let highest = counts.joined().map(\.episodes).max() ?? 0
        var parts: [HTML] = []
        for (column, label) in columns.enumerated() {
            parts.append(Draw.text(label, left + cell * (Double(column) + 0.5), 15, .middle, size: 12, ink: Ink.quiet))
        }
        for (row, label) in rows.enumerated() {
            let y = top + rowHeight * Double(row)
            parts.append(Draw.text(Self.said(label), left - 7, y + 16, .end, size: 12))
            for column in columns.indices {
                parts.append(square(counts[row][column].episodes, highest, left + cell * Double(column), y, cell))
            }
        }
        return ChartFrame(
            id: "chart-\(id)", title: title, description: description(highest), width: Int(width),
            height: Int(top + rowHeight * Double(rows.count)) + 6
        ).drawn(parts.joined())
    }

    private func square(_ count: Int, _ highest: Int, _ x: Double, _ y: Double, _ size: Double) -> HTML {
        let tone = Self.tones[Self.tone(count, highest)]
        let number =
            count == 0 ? HTML() : Draw.text(count.grouped, x + size / 2, y + 16, .middle, size: 11, ink: tone.ink)
        return """
            <rect x="\(Draw.at(x))" y="\(Draw.at(y))" width="\(Draw.at(size))" height="\(Draw.at(rowHeight))" \
            fill="\(tone.fill)" stroke="\(Ink.rule)" stroke-width="1"/>\(number)
            """
    }

    /// None by itself; the rest in five equal steps up to the highest.
    static func tone(_ count: Int, _ highest: Int) -> Int {
        count == 0 ? 0 : min(5, 1 + (count - 1) * 5 / max(highest, 1))
    }

    /// "Apr 2017" for "2017-04".
    private static func said(_ label: String) -> String {
        guard label.count == 7, let month = Int(label.suffix(2)), (1...12).contains(month) else { return label }
        return "\(MonthName.short[month - 1]) \(label.prefix(4))"
    }

    private func description(_ highest: Int) -> String {
        let most = rows.indices.flatMap { row in columns.indices.map { (row, $0) } }
            .filter { counts[$0.0][$0.1].episodes == highest && highest > 0 }
            .prefix(3).map { "\(rows[$0.0]), \(columns[$0.1])" }
        let place = most.isEmpty ? "None." : "Most, \(highest.grouped): \(most.joined(separator: "; "))."
        return place + (unknown > 0 ? " \(unknown.grouped) are not drawn: their time is not known." : "")
    }

    /// The same as a table, with the rows' totals.
    public var table: ReportTable {
        ReportTable(
            id: id, title: title, groups: [ReportTable.Group("", columns + ["All"])],
            rows: rows.enumerated().map { row, label in
                let own = counts[row].map(\.episodes)
                return ReportTable.Row(
                    Self.said(label), own.map { $0 == 0 ? .none : .count($0) } + [.count(own.reduce(0, +))])
            },
            definition: unknown > 0
                ? "\(unknown.grouped) episodes are in no cell: the day or the hour of their start is not known." : nil)
    }
}
