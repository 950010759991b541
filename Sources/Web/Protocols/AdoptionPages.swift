// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/protocols/{pack}/adopt`: a protocol comes into force from a date, on a named authority, after a look at what changes.
enum AdoptionPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let pack = try call.pack()
        var typed = FormFields()
        if let authority = call.authority { typed["authority"] = authority.name }
        return .page(page(call, pack, form(call, pack, typed), showsFaults: false))
    }

    /// First what would change; then, confirmed, the record.
    @Sendable static func record(_ call: Call) async throws -> Response {
        let pack = try call.pack()
        let form = form(call, pack, call.form)
        // Sent a second time, it is refused as adopted already, which it is: by the first.
        if let place = try await call.site.accounts.settled(call.form["once"], of: call.account) {
            return .redirect(to: place)
        }
        if !form.faults.isEmpty || call.form["step"] == "change" {
            let isFault = call.form["step"] != "change"
            return .page(
                page(call, pack, form, showsFaults: isFault), status: isFault ? .unprocessableContent : .ok)
        }
        guard call.form["step"] == "confirm" else {
            return .page(confirmation(call, pack, form))
        }
        guard call.account.role.mayRecord(.protocolAdopted), let planned = form.planned else {
            throw PageFault.notFound
        }
        return try await call.once { () async throws(Recording) -> String in
            do {
                _ = try await call.site.partnership.adopt(planned, by: call.account.actor)
                return "/protocols?adopted=\(FormFields.encode(pack.id))"
            } catch {
                throw .failed(error)
            }
        } orShow: { _ in
            throw PageFault.notFound
        }
    }

    private static func form(_ call: Call, _ pack: ProtocolPack, _ typed: FormFields) -> AdoptionForm {
        let authorities = call.state.agencies.values.filter { $0.kind == .authority }.sorted { $0.name < $1.name }
        return AdoptionForm(
            typed: typed, pack: pack, today: call.today, authorities: authorities.map { ($0.id, $0.name) },
            refusal: { planned in
                do throws(AdoptionRefusal) {
                    try planned?.check(in: call.state, shelf: call.site.partnership.shelf, now: call.now)
                    return nil
                } catch {
                    return error
                }
            })
    }

    private static func page(
        _ call: Call, _ pack: ProtocolPack, _ form: AdoptionForm, showsFaults: Bool
    ) -> HTML {
        let faults = showsFaults ? ErrorSummary(form.faults).html : HTML()
        let main: HTML = """
            \(breadcrumbs(pack))<div class="narrow"><h1>Adopt \(pack.title)</h1>
            <p class="lead">It comes into force from a date, on somebody's authority. Nothing is recorded before you have seen what would change.</p>
            \(faults)<form method="post" action="\(call.path)" class="stack">\(Parts.hidden(call))\(form.controls(showsFaults: showsFaults))
            <p class="submit"><button class="btn" name="step" value="check">See what would change</button></p></form></div>
            """
        return call.page((showsFaults ? "Error: " : "") + "Adopt \(pack.title)", main, in: .protocols)
    }

    private static func confirmation(_ call: Call, _ pack: ProtocolPack, _ form: AdoptionForm) -> HTML {
        let view = AdoptionView(form: form, pack: pack, call: call)
        let main: HTML = """
            \(breadcrumbs(pack))<div class="adoption"><h1>Adopt \(pack.title)?</h1>\(view.html)
            <form method="post" action="\(call.path)" id="confirm" class="card">\(Parts.hidden(call))\(form.hidden)
            <h2>Is this what was decided?</h2><p class="submit"><button class="btn" name="step" value="confirm">Yes, record the adoption</button>
            <button class="link" name="step" value="change">Change something</button></p></form>\(view.difference)</div>
            """
        return call.page("Adopt \(pack.title)?", main, in: .protocols)
    }

    private static func breadcrumbs(_ pack: ProtocolPack) -> HTML {
        Parts.breadcrumbs(
            [("Protocol", "/protocols"), (pack.title, "/protocols/\(FormFields.encode(pack.id))")], "Adopt it")
    }
}
