// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/children/{child}/open-record`: what is held back of a record that one knows of is opened, with a reason.
enum OpeningPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, FormFields(), []))
    }

    @Sendable static func open(_ call: Call) async throws -> Response {
        let form = OpeningForm(typed: call.form)
        if !form.faults.isEmpty { return .page(page(call, call.form, form.faults), status: .unprocessableContent) }
        return try await call.once { () async throws(Recording) -> String in
            try await record([call.child.id], form, call)
            return "/children/\(call.child.id.number)"
        } orShow: { refusal in
            let fault = FieldFault(control: "reason", says: refusal.inFull)
            return .page(page(call, call.form, [fault]), status: .unprocessableContent)
        }
    }

    static func record(_ children: [ChildID], _ form: OpeningForm, _ call: Call) async throws(Recording) {
        let acts = children.map {
            Act(.glassBroken, .child($0), occurredAt: .at(call.now), details: form.details(at: call.now))
        }
        do {
            for act in acts { _ = try await call.site.partnership.submit([act], by: call.account.actor) }
        } catch let refusal as Refusal {
            throw .refused(refusal)
        } catch {
            throw .failed(error)
        }
    }

    private static func page(_ call: Call, _ typed: FormFields, _ faults: [FieldFault]) -> HTML {
        let title = "Open what is held back"
        let place = "/children/\(call.child.id.number)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), ("Why you see what you see", "\(place)/why")], title))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>\(title)</h1>
            <p class="lead">For when a child is in danger and you need to know now.</p>\(OpeningForm.consequences)
            <form method="post" action="\(place)/open-record" class="stack">\(Parts.hidden(call))
            \(OpeningForm(typed: typed).html(faults))
            <p class="submit"><button class="btn urgent">Open the record</button> <a href="\(place)/why">Cancel</a></p></form></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .children)
    }
}
