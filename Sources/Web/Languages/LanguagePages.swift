// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import WorkingTime

/// `/languages`: each language of the child's pages beside the English, confirmed by a translator or not yet.
enum LanguagePages {
    @Sendable static func show(_ call: Call) async throws -> Response { .page(page(call, fault: nil)) }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let catalogue = ChildCatalogue.of(call.form["code"])
        guard !catalogue.isEnglish else {
            return .page(page(call, fault: "Choose a language."), status: .unprocessableContent)
        }
        let act: Act
        if call.form["do"] == "doubt" {
            guard !call.form["reason"].isEmpty else {
                return .page(page(call, fault: "Say what is wrong with the words."), status: .unprocessableContent)
            }
            act = Act(
                .catalogueDoubted, .partnership, occurredAt: .at(call.now),
                details: [.code: .word(catalogue.code), .reason: .text(call.form["reason"])])
        } else {
            guard !call.form["name"].isEmpty else {
                return .page(page(call, fault: "Give the translator’s name."), status: .unprocessableContent)
            }
            act = Act(
                .catalogueConfirmed, .partnership, occurredAt: .at(call.now),
                details: [
                    .code: .word(catalogue.code), .digest: .word(catalogue.digest), .name: .text(call.form["name"]),
                ])
        }
        _ = try await call.site.partnership.submit([act], by: call.account.actor)
        return .redirect(to: "/languages?show=\(catalogue.code)&recorded=yes")
    }

    private static func page(_ call: Call, fault: String?) -> HTML {
        let shown = call.form["code"].isEmpty ? call.query["show"] : call.form["code"]
        let others = ChildCatalogue.all.filter { !$0.isEnglish }
        let rows = others.map { catalogue -> HTML in
            """
            <tr><td><a href="/languages?show=\(catalogue.code)">\(catalogue.englishName)</a></td>
            <td lang="\(catalogue.code)" dir="\(catalogue.direction)">\(catalogue.name)</td><td>\(standing(of: catalogue, call))</td></tr>
            """
        }
        let chosen = others.first { $0.code == shown }
        let recorded: HTML = call.query["recorded"] == "yes" ? Parts.notice("<p>Recorded.</p>") : HTML()
        let main: HTML = """
            \(ErrorSummary(fault.map { [("name", $0)] } ?? []).html)\(recorded)<h1>Languages of the child’s pages</h1>
            <p class="lead">Until a translator has confirmed the words of a language, each page in it says so. A change of the words is to be
            confirmed again.</p>
            <section class="card"><div class="wide"><table><thead><tr><th scope="col">Language</th><th scope="col">Its own name</th>
            <th scope="col">Words</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            \(chosen.map { whole($0, call, fault) })
            """
        return call.page((fault == nil ? "" : "Error: ") + "Languages", main, in: .languages)
    }

    private static func standing(of catalogue: ChildCatalogue, _ call: Call) -> HTML {
        guard let confirmation = call.state.confirmation(of: catalogue.code) else {
            return Tag("Not confirmed", .soon).html
        }
        let when = Clock(now: call.now).moment(confirmation.at)
        let by: HTML = "\(confirmation.translator), \(when)"
        if confirmation.digest != catalogue.digest { return "\(Tag("Changed since", .soon).html)\(by)" }
        return "\(Tag("Confirmed", .ok).html)\(by)"
    }

    private static func whole(_ catalogue: ChildCatalogue, _ call: Call, _ fault: String?) -> HTML {
        let rows = catalogue.keys.filter { $0 != "name" && $0 != "direction" }.map { key -> HTML in
            """
            <tr><td>\(ChildCatalogue.english[key])</td><td lang="\(catalogue.code)" dir="\(catalogue.direction)">\(catalogue[key])</td></tr>
            """
        }
        return """
            <section class="card"><h2>\(catalogue.englishName)</h2>
            <div class="wide"><table><thead><tr><th scope="col">English</th><th scope="col">\(catalogue.englishName)</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>\(confirming(catalogue, call, fault))</section>
            """
    }

    private static func confirming(_ catalogue: ChildCatalogue, _ call: Call, _ fault: String?) -> HTML {
        let isConfirmed = catalogue.isConfirmed(in: call.state)
        let (name, label, says) =
            isConfirmed
            ? ("reason", "What is wrong with the words?", "They are not right after all")
            : ("name", "The translator’s name", "A translator has confirmed these words")
        return """
            <form method="post" action="/languages" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            <input type="hidden" name="code" value="\(catalogue.code)"><input type="hidden" name="do" value="\(isConfirmed ? "doubt" : "confirm")">
            <div class="field\(" wrong", when: fault != nil)"><label for="name">\(label)</label>
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"name-error\">\(text)</p>" })
            <input id="name" name="\(name)" autocomplete="off" value="\(call.form[name])"\(" aria-describedby=\"name-error\"", when: fault != nil)></div>
            <p><button class="btn">\(says)</button></p></form>
            """
    }
}
