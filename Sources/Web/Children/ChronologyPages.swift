// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/children/{child}/chronology`: all that happened, in order, to read and to take along.
enum ChronologyPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let report = try await report(call, taking: .see)
        let path = "/children/\(call.child.id.number)"
        let taking: HTML =
            call.access.may(.export, .episode, of: call.child.id)
            ? ReportFile.links("\(path)/chronology/file", "") : HTML()
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), (call.child.facts.name, path)], "Chronology"))
            \(taking)<div class="sheet report-sheet">\(report.sheet)</div>\(HeldBack(seen: call.seen(of: call.child.id)).html)
            """
        return .page(call.page("Chronology: \(call.child.facts.name)", main, in: .children))
    }

    @Sendable static func file(_ call: Call) async throws -> Response {
        guard let format = ReportFile.Format(asked: call.query["as"]) else { throw PageFault.notFound }
        let report = try await report(call, taking: .export)
        return try await call.file(report, as: format, page: "/children/\(call.child.id.number)/chronology")
    }

    private static func report(_ call: Call, taking act: RecordAct) async throws -> Report {
        try await ChronologyDesk(partnership: call.site.partnership, state: call.state, now: call.now)
            .report(of: call.child, for: call.access, taking: act)
    }
}
