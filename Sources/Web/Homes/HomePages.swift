// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/homes`: who runs each home and whom to ring; its address once somebody says what they need it for.
enum HomePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = HomesModel(call)
        if let asked = model.asked {
            // The look is noted before the address is shown, with what it was for.
            try await call.searched(
                "the address of \(asked.home.name), for \(asked.purpose.spoken)", finding: [], hidden: [])
        }
        return .page(call.page("Children’s homes", html(model), in: .children))
    }

    private static func html(_ model: HomesModel) -> HTML {
        let lead: HTML =
            model.mayAsk
            ? """
            Homes and fostering services of the partnership. An address is for keeping a child safe: say what you need it for.
            That is written down with your name.
            """
            : "Your own home, as the record has it. Where others are is for police and social care to ask."
        let list: HTML =
            model.homes.isEmpty
            ? "<p>No home is in the record that you could be shown.</p>"
            : "<ul class=\"duties\">\(model.homes.map { row($0, model) })</ul>"
        return """
            <h1>Children’s homes</h1><p class="lead">\(lead)
            <span class="small">SG ¶64</span></p>\(answer(model.asked))
            <section class="card spaced"><h2>\(model.mayAsk ? "All homes" : "Yours")</h2>\(list)</section>
            """
    }

    private static func answer(_ asked: HomesModel.Asked?) -> HTML {
        guard let asked else { return HTML() }
        let address: HTML = asked.home.address.map { "<b>\($0)</b>" } ?? "The record holds no address of this home."
        return Parts.notice(
            """
            <p>\(asked.home.name): \(address)</p><p class="small">Shown to you for \(asked.purpose.spoken), and written down.
            Use it for that alone, and pass it on only where that serves the children.</p>
            """)
    }

    private static func row(_ home: HomesModel.Home, _ model: HomesModel) -> HTML {
        let phones: HTML = home.phones.map { " <b>\($0)</b>" } ?? HTML()
        let address: HTML = home.address.map { "<p class=\"small\">\($0)</p>" } ?? HTML()
        return """
            <li id="home-\(home.id.name)"><p><b>\(home.name)</b></p><p>\(home.kind.spoken.capitalisedFirst)\(home.area.map { ", \($0)" } ?? "").\(phones)</p>
            \(address)\(home.address == nil && model.mayAsk ? form(home) : HTML())</li>
            """
    }

    private static func form(_ home: HomesModel.Home) -> HTML {
        let boxes = AddressPurpose.allCases.map { purpose -> HTML in
            "<label class=\"choice\"><input type=\"radio\" name=\"for\" value=\"\(purpose.rawValue)\" required> \(purpose.spoken.capitalisedFirst)</label>"
        }
        return """
            <details><summary>Show the address<span class="unseen"> of \(home.name)</span></summary><form action="/homes" class="stack">
            <input type="hidden" name="home" value="\(home.id.name)"><fieldset class="field"><legend>What do you need it for?</legend>
            <div class="choices">\(boxes)</div></fieldset><p><button class="btn">Show the address</button></p></form></details>
            """
    }
}
