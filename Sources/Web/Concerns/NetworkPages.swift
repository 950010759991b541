// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/concerns/network`: children, places and people of concern as a drawing, with the same in a table.
enum NetworkPages {
    /// How many points are drawn at most: beyond that nobody can follow a line.
    static let mostPoints = 60

    @Sendable static func show(_ call: Call) async throws -> Response {
        let network = call.network
        let about = Network.Point(named: call.query["about"]).flatMap { network.points.contains($0) ? $0 : nil }
        let lines = drawn(about.map { network.around($0) } ?? network.lines)
        try await call.shows(Set(lines.flatMap { [$0.first, $0.second] }.compactMap(\.child)))
        let telling = Telling(state: call.state, now: call.now)
        let names = PointNames(telling: telling, access: call.access)
        let title = about.map { "The network around \(names.label($0))" } ?? "The network"
        let rest = (about == nil ? network.lines.count : lines.count) - lines.count
        let more: HTML =
            rest > 0
            ? "<p>\(rest) lines more are not drawn. Open an entry or a child to draw what is around it.</p>" : HTML()
        let body: HTML =
            lines.isEmpty
            ? "<p>Nothing that you may see ties a child to a place, a person or another child.</p>"
            : """
            <figure class="network"><div class="wide picture">\(NetworkDrawing(lines: lines, names: names).svg)</div>
            <figcaption>\(NetworkDrawing.legend)</figcaption></figure>\(more)
            <section class="card"><h2 id="in-words">The same in words</h2>\(NetworkTable(lines: lines, names: names, clock: Clock(now: call.now)).html)</section>
            """
        let whole: HTML = about == nil ? HTML() : "<p><a href=\"/concerns/network\">The whole network</a></p>"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), ("Places and people of concern", "/concerns")], "Network"))
            <h1>\(title)</h1><p class="lead">Each line leads to what it rests on. Only children whom you may see are in it, so a
            line that is not here may still be there for others.</p>\(whole)\(body)
            """
        return .page(call.page(title, main, in: .concerns))
    }

    /// The lines among as many points as can be drawn, those with the most and surest reasons first.
    private static func drawn(_ lines: [Network.Line]) -> [Network.Line] {
        var points: Set<Network.Point> = []
        var chosen: Set<Network.Line> = []
        let order = lines.enumerated().sorted { one, other in
            let (first, second) = (one.element, other.element)
            if first.confidence != second.confidence { return second.confidence < first.confidence }
            if first.ties.count != second.ties.count { return second.ties.count < first.ties.count }
            return one.offset < other.offset
        }
        for (_, line) in order {
            let joined = points.union([line.first, line.second])
            guard joined.count <= mostPoints else { continue }
            points = joined
            chosen.insert(line)
        }
        return lines.filter(chosen.contains)
    }
}
