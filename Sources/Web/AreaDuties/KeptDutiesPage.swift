// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/area-duties/kept`: how many of the duties that episodes bring stood how on a day: counts, and nothing of a child.
enum KeptDutiesPage {
    static let path = "/area-duties/kept"

    @Sendable static func show(_ call: Call) async throws -> Response {
        let typed = call.query["on"]
        let date = typed.isEmpty ? call.today : try? TimeText.date(typed)
        let fault: String? =
            if let date { call.today < date ? "This date is still to come." : nil } else {
                "Give a date, or leave it empty."
            }
        let asked = date.flatMap { $0 < call.today ? London.endOfDay($0) : nil } ?? call.now
        let counts = fault == nil ? call.site.partnership.dutyCounts(at: asked) : nil
        let found: HTML
        if let counts {
            let tables = counts.protocols.compactMap { table($0.pack, $0.totals) }
            let told = tables.isEmpty ? "<p>No episode has brought a duty yet.</p>" : tables.joined()
            found = """
                <p class="small">By everything recorded until \(Clock(now: call.now).moment(counts.countedAt)), and by what is known \
                now of that day. An episode counts under the protocol of the area where the child lives.</p>\(told)
                """
        } else {
            found = fault == nil ? "<p>This is being counted. Look again in a minute.</p>" : HTML()
        }
        let main: HTML = """
            <div class="area-duties"><h1>How duties were kept</h1>
            <p class="lead">How many of the duties that children's episodes bring were done, late or left, \
            \(date == call.today ? "as it stands now" : "as it stood at the end of that day"). \
            <a href="/area-duties">The area's regular work</a> is another page.</p>
            \(form(typed, fault))\(found)</div>
            """
        return .page(
            call.page((fault == nil ? "" : "Error: ") + "How duties were kept", main, in: .areaDuties),
            status: fault == nil ? .ok : .unprocessableContent)
    }

    private static func form(_ typed: String, _ fault: String?) -> HTML {
        let wrong = fault.map { [("on", $0)] } ?? []
        let said: HTML =
            fault.map { "<p class=\"error\" id=\"on-error\"><span class=\"unseen\">Error:</span> \($0)</p>" as HTML }
            ?? HTML()
        return """
            \(ErrorSummary(wrong).html)<form method="get" action="\(path)" class="card stack no-print">
            <div class="field\(" wrong", when: fault != nil)"><label for="on">At the end of this day; empty for now</label>\(said)\
            <input id="on" name="on" type="date" class="short" value="\(typed)"\(" aria-invalid=\"true\" aria-describedby=\"on-error\"" as HTML, when: fault != nil)></div>
            <p class="submit"><button class="btn">Show</button></p></form>
            """
    }

    private static let columns: [(title: String, states: [DutyState])] = [
        ("Owed", [.owed]), ("Overdue", [.overdue]), ("Done in time", [.done]), ("Done late", [.doneLate]),
        ("Not done", [.missed]), ("No longer needed", [.lapsed]), ("Waived or agreed", [.waived, .agreed]),
    ]

    private static func table(_ pack: ProtocolPack, _ totals: DutyTotals) -> HTML? {
        func count(_ duty: Duty, _ states: [DutyState]) -> Int {
            states.reduce(0) { $0 + totals.count(of: duty.id, $1) }
        }
        let shown = pack.duties.filter { duty in columns.contains { count(duty, $0.states) > 0 } }
        guard !shown.isEmpty else { return nil }
        let heads = columns.map { "<th scope=\"col\">\($0.title)</th>" as HTML }
        let rows = shown.map { duty -> HTML in
            let cells = columns.map { "<td>\(count(duty, $0.states))</td>" as HTML }
            return "<tr><th scope=\"row\">\(Duty.shortTitle(of: duty.id))</th>\(cells)</tr>"
        }
        return """
            <section class="card"><h2>\(pack.title)</h2><div class="wide" role="region" tabindex="0" aria-label="\(pack.title)">\
            <table><thead><tr><th scope="col">Duty</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}
