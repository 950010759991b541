// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import NIOCore
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
        return .page(call.page("Reports", main, in: .figures))
    }

    static func show(_ kind: ReportKind, _ call: Call) async throws -> Response {
        let asked = AreaReportAsked(kind, call)
        let report = report(asked, call)
        try await call.shows(report.children)
        let view = AreaReportView(asked: asked, report: report, call: call)
        let title = (asked.faults.isEmpty ? "" : "Error: ") + kind.title
        return .page(
            call.page(title, view.html, in: .figures), status: asked.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The report as a file, `?as=pdf`: noted as taken out, also for each child whom it names.
    static func file(_ kind: ReportKind, _ call: Call) async throws -> Response {
        let asked = AreaReportAsked(kind, call)
        let format = ReportFile.Format(rawValue: call.query["as"].isEmpty ? "html" : call.query["as"])
        guard asked.faults.isEmpty, let format else { throw PageFault.notFound }
        let report = report(asked, call, taking: .export)
        let page = "/figures/reports/\(kind.id)?\(asked.address(asked.period))"
        if format == .pdf, !(PaperMaker.isAvailable && call.site.configuration.makesPaper) {
            return .page(call.noPaper(report.title, page, Call.noPaperHere))
        }
        try await call.exports(children: report.children)
        do throws(ReportFile.Fault) {
            let bytes = try await ReportFile(report).bytes(format, paper: call.site.paper)
            var headers: HTTPFields = [
                .contentType: format.contentType,
                .contentDisposition: "attachment; filename=\"homeward-\(report.fileName).\(format.rawValue)\"",
            ]
            headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            // Numbers only: what stands in the document is in no log.
            call.site.log.error("no report", metadata: ["fault": "\(error)", "route": "\(call.route.path)"])
            let says =
                error == .busy
                ? "Others are being made at this moment. Try again in a minute." : "It could not be made this time."
            return .page(call.noPaper(report.title, page, says), status: .serviceUnavailable)
        }
    }

    /// Children are named to who may see who they are; in a file, to who may take that out.
    private static func report(_ asked: AreaReportAsked, _ call: Call, taking act: RecordAct = .see) -> Report {
        let (access, state) = (call.access, call.state)
        let desk = ReportDesk(
            state: call.state, shelf: call.site.partnership.shelf, name: call.site.partnership.name, now: call.now)
        return desk.report(asked.kind, asked.period, of: asked.whose) { id in
            guard access.may(act, .identity, of: id), access.may(act, .episode, of: id) else { return nil }
            return state.child(id)?.facts.name
        }
    }

    static func crumbs(_ call: Call, here: String, _ more: [(String, String)] = []) -> HTML {
        let figures = call.account.role.seesFigures ? [("Figures", "/figures")] : []
        return Parts.breadcrumbs(figures + more, here)
    }
}
