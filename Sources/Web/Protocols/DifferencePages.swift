// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird
import Procedures

/// `/protocols/{pack}/against/{other}`: what would be otherwise under one protocol than under the other.
enum DifferencePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let (after, before) = (try call.pack(), try call.pack("other"))
        let others = call.site.partnership.shelf.packs.values.filter { $0.id != after.id }.sorted { $0.id < $1.id }
        let links = others.map { pack -> HTML in
            let current: HTML = pack.id == before.id ? " aria-current=\"true\"" : HTML()
            let place = "/protocols/\(FormFields.encode(after.id))/against/\(FormFields.encode(pack.id))"
            return "<li><a href=\"\(place)\"\(current)>\(pack.title)</a></li>"
        }
        let back = "/protocols/\(FormFields.encode(before.id))/against/\(FormFields.encode(after.id))"
        let main: HTML = """
            \(Parts.breadcrumbs([("Protocol", "/protocols"), (after.title, "/protocols/\(FormFields.encode(after.id))")], "What is different"))
            <div class="protocol"><h1>\(after.title), against \(before.title)</h1>
            <nav class="no-print" aria-labelledby="against"><h2 id="against">Against which?</h2><ul class="chips">\(links)</ul>
            <p><a href="\(back)">The other way round</a></p></nav>\(DifferenceView(PackDifferences(from: before, to: after)).html)</div>
            """
        return .page(
            call.page(
                "\(after.title), against \(before.title)", main, in: .protocols,
                printStyles: [call.printStyle(for: after)]))
    }
}
