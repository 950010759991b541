// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/records`: what is due to end, what is held, who asked for their record and by when they are answered.
enum RecordsPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let view = RecordsView(call, found: try await SearchPages.find(call.query["q"], call))
        // Whoever stands on the page is noted before it is shown.
        try await call.shows(view.named)
        let erased = call.query["erased"]
        let note: HTML =
            erased.isEmpty
            ? ""
            : "<div class=\"notice good\" role=\"status\"><p>The record was erased: \(erased) entries can't be read any more. Backups made before still hold them: destroy those too.</p></div>"
        let main: HTML = """
            <h1>Records</h1><p class="lead">How long children's records are kept, and how they end. The end of a record is for two people:
            one proposes, another confirms.</p>\(note)
            <div class="grid"><div>\(view.find)\(view.requests)\(view.due)\(view.proposals)</div><aside>\(view.holds)\(view.schedule)\(view.erased)</aside></div>
            """
        return .page(call.page("Records", main, in: .records))
    }
}
