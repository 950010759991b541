// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/figures/reports`: the area's reports, each for a stretch of dates, to read, to print and to take along.
enum AreaReportPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let kinds = ReportKind.allCases.filter { $0.isRead(by: call.account.role) }
        let rows = kinds.map { kind -> HTML in
            """
            <li><a href="/figures/reports/\(kind.id)"><b>\(kind.title)</b></a><br>\(kind.purpose) \
            <span class="small">\(kind.isPublished ? "Small counts are hidden in it." : "Not for publication.")</span></li>
            """
        }
        let main: HTML = """
            \(crumbs(call, here: "Reports"))<h1>Reports</h1><p class="lead">Made from the record at the moment at which you ask. \
            Nobody counts by hand.</p><ul class="plain-list">\(rows)</ul>
            """
        return .page(call.page("Reports", main, in: section(call)))
    }

    static func show(_ kind: ReportKind, _ call: Call) async throws -> Response {
        let asked = AreaReportAsked(kind, call)
        let report = report(asked, call)
        try await call.shows(report.children)
        let view = AreaReportView(asked: asked, report: report, call: call)
        let title = (asked.faults.isEmpty ? "" : "Error: ") + kind.title
        return .page(
            call.page(title, view.html, in: section(call)), status: asked.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The report as a file, `?as=pdf`: noted as taken out, also for each child whom it names.
    static func file(_ kind: ReportKind, _ call: Call) async throws -> Response {
        let asked = AreaReportAsked(kind, call)
        guard asked.faults.isEmpty, let format = ReportFile.Format(asked: call.query["as"]) else {
            throw PageFault.notFound
        }
        return try await call.file(
            report(asked, call, taking: .export), as: format,
            page: "/figures/reports/\(kind.id)?\(asked.address(asked.period))")
    }

    private static func report(_ asked: AreaReportAsked, _ call: Call, taking act: RecordAct = .see) -> Report {
        let (access, state) = (call.access, call.state)
        let desk = ReportDesk(
            state: call.state, shelf: call.site.partnership.shelf, name: call.site.partnership.name, now: call.now)
        let home = asked.kind == .home ? call.account.agency : nil
        return desk.report(asked.kind, asked.period, of: asked.whose, home: home) { id in
            ReportDesk.may(access, name: id, in: asked.kind, taking: act) ? state.child(id)?.facts.name : nil
        }
    }

    /// Of whom figures are for, reports are a part of those.
    private static func section(_ call: Call) -> Shell.Section {
        call.account.role.readsPublishedAlone ? .reports : .figures
    }

    static func crumbs(_ call: Call, here: String, _ more: [(String, String)] = []) -> HTML {
        let figures = call.account.role.seesFigures ? [("Figures", "/figures")] : []
        return Parts.breadcrumbs(figures + more, here)
    }
}
