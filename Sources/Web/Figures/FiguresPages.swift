// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import WorkingTime

/// `/figures`: what the record counts, for a stretch of dates, and what is handed on of it.
enum FiguresPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let asked = FiguresAsked(call)
        let missing = call.account.role.writesReturns ? written(asked, call) : nil
        let lacking = missing?.lacking.map(\.child) ?? []
        try await call.shows(Set(lacking).sorted())
        let view = FiguresView(
            asked: asked, figures: figures(asked, call), missing: missing, call: call)
        let title = (asked.faults.isEmpty ? "" : "Error: ") + "Figures"
        return .page(
            call.page(title, view.html, in: .figures), status: asked.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// Every count of the page as rows: figure, band, kind, episodes, children.
    @Sendable static func table(_ call: Call) async throws -> Response {
        let asked = FiguresAsked(call)
        var table = DataTable(
            "figures", columns: ["figure", "from", "to", "band", "kind", "episodes", "children"])
        let (from, to) = (asked.period.lowerBound, asked.period.upperBound)
        for figure in figures(asked, call).all {
            for band in figure.bands + [figure.valueMissing] {
                let counts = zip(figure.kinds.map(\.name), band.byKind) + [("all", band.all)]
                for (kind, count) in counts {
                    table.add([
                        .text(figure.id), .date(from), .date(to), .text(band.label), .text(kind),
                        .number(count.episodes), .number(count.children),
                    ])
                }
            }
        }
        try await call.exports(child: nil)
        return try .table([table], named: "figures-\(TimeText.write(from))-\(TimeText.write(to))", call)
    }

    /// The Missing table of the return of the year in which the period ends. Each child in it is told as taken out.
    @Sendable static func missingReturn(_ call: Call) async throws -> Response {
        let asked = FiguresAsked(call)
        guard let missing = written(asked, call) else { throw PageFault.notFound }
        try await call.exports(children: Set(missing.rows.map(\.child)).sorted())
        let rows = missing.rows.map { row in row.fields.map { DataTable.Cell.text($0) } }
        let table = DataTable("Missing", columns: MissingReturn.columns, rows: rows)
        return .csv(table.csv(for: .programs), named: "Missing-\(missing.year.ending)")
    }

    private static func figures(_ asked: FiguresAsked, _ call: Call) -> AbsenceFigures {
        let absences = RecordedAbsences(period: asked.period, authorities: asked.whose)
        return AbsenceFigures(absences.table(of: call.state, at: call.now), year: nil)
    }

    private static func written(_ asked: FiguresAsked, _ call: Call) -> MissingReturn? {
        guard let year = asked.collectionYear else { return nil }
        let access = call.access
        return MissingReturn(of: call.state, year: year, authorities: asked.whose) {
            access.may(.export, .episode, of: $0) && access.may(.export, .location, of: $0)
        }
    }
}

extension Call {
    /// Notes, on disk, that a table about these children is taken out of the record.
    func exports(children: [ChildID]) async throws {
        let looks = children.map { child in
            Look(.exported, by: account.actor, at: site.looks.now, child: child, part: .episode, route: route.path)
        }
        if looks.isEmpty { return try await exports(child: nil) }
        try await site.note(looks, self, route, isDurable: true)
    }
}
