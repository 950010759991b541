// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// What the three pages about borders have in common: their heading, and the way from one to the others.
enum BordersFrame {
    enum Page: String, CaseIterable {
        case placements, offers, alerts

        var name: String {
            switch self {
            case .placements: "Placed across borders"
            case .offers: "Offered and not answered"
            case .alerts: "Alerts"
            }
        }
    }

    static func page(_ here: Page, _ lead: String, _ body: HTML, _ call: Call) -> HTML {
        let links = Page.allCases.map { page -> HTML in
            "<li><a href=\"/\(page.rawValue)\"\(" aria-current=\"page\"", when: page == here)>\(page.name)</a></li>"
        }
        let main: HTML = """
            <div class="borders"><h1>\(here.name)</h1><p class="lead">\(lead)</p>
            <nav aria-label="Across borders"><ul class="chips">\(links)</ul></nav>\(body)</div>
            """
        return call.page(here.name, main, in: .placements)
    }
}
