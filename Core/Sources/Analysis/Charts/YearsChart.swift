// SPDX-License-Identifier: MIT

import WorkingTime

/// One child's absences: a row a year, a place for each day, missing as red squares, away and absent as blue diamonds,
/// each with a bar for its length.
///
/// The marks differ in shape and in tone, so that a copy in grey says the same.
public struct YearsChart: Sendable {
    /// One absence of the child's.
    public struct Absence: Hashable, Sendable {
        public let kind: AbsenceKind
        public let began: CivilDate
        /// The day on which it was over; nil while it is not.
        public let ended: CivilDate?

        /// An end before the beginning is taken as the same day.
        public init(kind: AbsenceKind, began: CivilDate, ended: CivilDate?) {
            (self.kind, self.began) = (kind, began)
            self.ended = ended.map { max($0, began) }
        }
    }

    /// For which paper or screen it is drawn: text keeps its size, and the days come closer.
    public enum Form: Sendable {
        case wide, narrow

        var width: Double { self == .wide ? 960 : 344 }
        var left: Double { self == .wide ? 62 : 40 }
        var size: Double { self == .wide ? 6 : 5 }
    }

    let id: String
    let absences: [Absence]
    let today: CivilDate
    let form: Form
    let years: [Int]
    /// Absences in years for which there was no room.
    public let notDrawn: Int

    /// Draws the newest `limit` years up to `today`, those without an absence too; nil where there is no absence.
    public init?(_ absences: [Absence], today: CivilDate, id: String, form: Form = .wide, limit: Int = 12) {
        let sorted = absences.filter { $0.began <= today }.sorted { $0.began < $1.began }
        guard let earliest = sorted.first else { return nil }
        let first = max(earliest.began.year, today.year - limit + 1)
        years = Array(first...max(first, today.year))
        notDrawn = sorted.count { ($0.ended ?? today).year < first }
        (self.absences, self.today, self.id, self.form) = (sorted, today, id, form)
    }

    /// The kinds that occur, in their order: what a legend has to explain.
    public var kinds: [AbsenceKind] { AbsenceKind.allCases.filter { kind in absences.contains { $0.kind == kind } } }

    private let rowHeight = 30.0
    private let top = 24.0
    private var right: Double { form.width - 12 }

    /// The chart as SVG.
    public var svg: HTML {
        let height = top + rowHeight * Double(years.count) + 6
        var parts = months(height)
        for (row, year) in years.enumerated() { parts += line(year, middle(of: row)) }
        for absence in absences { parts += drawn(absence) }
        return ChartFrame(
            id: "chart-\(id)", title: "Absences, a row a year", description: said,
            width: Int(form.width), height: Int(height)
        ).drawn(parts.joined())
    }

    private var said: String {
        let counts = kinds.map { kind in "\(absences.count { $0.kind == kind }) \(kind.name)" }
        let open = absences.last.map { $0.ended == nil ? " The newest is not over." : "" } ?? ""
        return "\(counts.joined(separator: ", ")), from \(absences.first?.began.year ?? 0) to \(today.year)."
            + "\(open) The table has each of them."
    }

    private func middle(of row: Int) -> Double { top + rowHeight * (Double(row) + 0.5) }

    private func x(_ day: CivilDate) -> Double {
        let first = CivilDate(year: day.year, month: 1, day: 1) ?? day
        return form.left + (right - form.left) * Double(first.days(until: day)) / 366
    }

    private func months(_ height: Double) -> [HTML] {
        let names = form == .wide ? MonthName.short : MonthName.short.map { String($0.prefix(1)) }
        return (1...12).flatMap { month -> [HTML] in
            guard let day = CivilDate(year: years[0], month: month, day: 1) else { return [] }
            return [
                Draw.line(x(day), top - 4, x(day), height - 6, ink: Ink.rule),
                Draw.text(names[month - 1], x(day) + 3, 15, size: 12, ink: Ink.quiet),
            ]
        }
    }

    private func line(_ year: Int, _ y: Double) -> [HTML] {
        [
            Draw.line(form.left, y, right, y, ink: "#e3e8ec"),
            Draw.text(String(year), form.left - 8, y + 4.5, .end, size: 13),
        ]
    }

    /// The bar goes on in the next row where an absence lasts over a new year; the mark stands where it began.
    private func drawn(_ absence: Absence) -> [HTML] {
        let style = KindStyle.of(absence.kind)
        let last = min(absence.ended ?? today, today)
        var parts: [HTML] = []
        for (row, year) in years.enumerated() where absence.began.year <= year && year <= last.year {
            guard let newYear = CivilDate(year: year, month: 1, day: 1),
                let newYearsEve = CivilDate(year: year, month: 12, day: 31)
            else { continue }
            let (from, to) = (max(absence.began, newYear), min(last, newYearsEve))
            if from < to || absence.began < from {
                parts.append(
                    Draw.line(
                        x(from), middle(of: row), max(x(to), x(from) + 2), middle(of: row), ink: style.line, width: 4))
            }
            if absence.ended == nil, year == last.year { parts.append(open(x(to), middle(of: row), style)) }
        }
        if let row = years.firstIndex(of: absence.began.year) {
            parts.append(KindMark.drawn(style, at: x(absence.began), middle(of: row), size: form.size))
        }
        return parts
    }

    /// An arrow: not over yet.
    private func open(_ x: Double, _ y: Double, _ style: KindStyle) -> HTML {
        let tip = x + form.size * 3
        return Draw.line(x, y, tip, y, ink: style.line, width: 2)
            + """
            <path d="M\(Draw.at(tip)) \(Draw.at(y - 5))L\(Draw.at(tip + 6)) \(Draw.at(y))L\(Draw.at(tip)) \
            \(Draw.at(y + 5))Z" fill="\(style.line)"/>
            """
    }
}

enum MonthName {
    static let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
