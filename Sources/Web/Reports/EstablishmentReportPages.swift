// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/episodes/{episode}/reports/{report}`: a home's or a fostering service's report, its PDF, and who signed it off.
enum EstablishmentReportPages {
    @Sendable static func show(_ call: Call) async throws -> Response { .page(try await page(call, fault: nil)) }

    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let seen = Seen(call.access, of: call.child.id, taking: .export)
        guard let model = try await EstablishmentReportModel(call, as: seen) else { throw PageFault.notFound }
        let document = PaperDocument(
            title: model.kind.title, page: path(call), body: EstablishmentReportView(model: model).sheet)
        return try await call.paper(document, named: "\(model.kind.rawValue)-\(call.episode.id.number)")
    }

    @Sendable static func sign(_ call: Call) async throws -> Response {
        guard let kind = call.parameters["report"].flatMap(EstablishmentReportKind.init(rawValue:)) else {
            throw PageFault.notFound
        }
        let by = String(call.form["signed-by"].prefix(300))
        guard !by.isEmpty else {
            return .page(
                try await page(call, fault: "Say who signed it, with their post."), status: .unprocessableContent)
        }
        var details: Details = [.kind: .word(kind.rawValue), .signedBy: .text(by)]
        let note = String(call.form["note"].prefix(2_000))
        if !note.isEmpty { details[.narrative] = .text(note) }
        let act = Act(.reportSigned, .episode(call.episode.id), occurredAt: .at(call.now), details: details)
        return try await call.record([act]) { _ in
            "\(path(call))?recorded=report-signed"
        } orShow: { refusal in
            .page(try await page(call, fault: refusal.inFull), status: .unprocessableContent)
        }
    }

    private static func path(_ call: Call) -> String {
        "/episodes/\(call.episode.id.number)/reports/\(call.parameters["report"] ?? "")"
    }

    private static func page(_ call: Call, fault: String?) async throws -> HTML {
        guard let model = try await EstablishmentReportModel(call, as: call.seen(of: call.child.id)) else {
            throw PageFault.notFound
        }
        let clock = Clock(now: call.now)
        let owed: HTML =
            model.duty.map { duty -> HTML in
                let due: HTML = duty.due.map { clock.due($0) } ?? "now"
                switch duty.state {
                case .done: return Tag("Signed in time", .ok).html
                case .doneLate: return Tag("Signed late", .soon).html
                case .overdue: return "\(Tag("Overdue", .now).html)\(due)"
                case .owed: return "\(Tag("Owed", .soon).html)\(due)"
                default: return Tag(duty.state.rawValue.spaced.capitalisedFirst).html
                }
            } ?? "The protocol in force does not ask for it here."
        let recorded: HTML =
            call.query["recorded"].isEmpty ? HTML() : Parts.notice("<p><b>Recorded:</b> the report was signed off.</p>")
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, "/episodes/\(call.episode.id.number)")], model.kind.title))
            \(ErrorSummary(fault.map { [("signed-by", $0)] } ?? []).html)\(recorded)
            <p class="no-print">\(owed)</p>\(Parts.onPaper("\(path(call))/pdf", isTakenOut: call.access.may(.export, .episode, of: call.child.id)))
            \(EstablishmentReportView(model: model).sheet)\(model.maySign ? signing(call, model, fault) : HTML())
            """
        return call.page((fault == nil ? "" : "Error: ") + "\(model.kind.title): \(call.child.facts.name)", main)
    }

    private static func signing(_ call: Call, _ model: EstablishmentReportModel, _ fault: String?) -> HTML {
        """
        <section class="card narrow no-print"><h2>Sign it off</h2>
        <form method="post" action="\(path(call))" class="stack" id="act">\(Parts.hidden(call))
        <div class="field\(" wrong", when: fault != nil)"><label for="signed-by">Who signed, and in which post</label>
        <p class="hint" id="signed-by-hint">\(model.kind.signers.capitalisedFirst). One line each where there are several.</p>
        \(fault.map { text -> HTML in "<p class=\"error\"><span class=\"unseen\">Error:</span> \(text)</p>" })
        <textarea id="signed-by" name="signed-by" rows="2" maxlength="300" aria-describedby="signed-by-hint">\(call.form["signed-by"])</textarea></div>
        <div class="field"><label for="note">What they added <span class="optional">(if anything)</span></label>
        <textarea id="note" name="note" rows="3" maxlength="2000">\(call.form["note"])</textarea></div>
        <p class="submit"><button class="btn">Record it as signed off</button></p></form></section>
        """
    }
}
