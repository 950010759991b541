// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The lines of a network in words: what is joined, how sure it is, and every entry of a record that it rests on.
struct NetworkTable {
    let lines: [Network.Line]
    let names: PointNames
    let clock: Clock
    /// The point whose page it is: only the other end is named. Nil where both are.
    var from: Network.Point?

    var html: HTML {
        let rows = lines.enumerated().map { place, line -> HTML in
            """
            <tr id="line-\(place + 1)"><th scope="row">\(ends(line))</th><td>\(line.confidence.tag.html)</td>
            <td><ul class="plain">\(line.ties.map(reason))</ul></td></tr>
            """
        }
        return """
            <div class="wide"><table class="lines"><thead><tr><th scope="col">\(from == nil ? "Who and what" : "Who or what")</th><th scope="col">How sure</th>
            <th scope="col">Because</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func ends(_ line: Network.Line) -> HTML {
        if let from { return end(line.first == from ? line.second : line.first) }
        return "\(end(line.first)) and \(end(line.second))"
    }

    private func end(_ point: Network.Point) -> HTML {
        """
        <a href="\(names.address(point))">\(names.label(point))</a> <span class="small">(\(names.kind(point).lowercased()))</span>
        """
    }

    private func reason(_ tie: Tie) -> HTML {
        let what: HTML =
            tie.kind == .belongsTogether
            ? "\(tie.kind.spoken), as was said" : "<a href=\"\(names.source(tie))\">\(tie.kind.spoken)</a>"
        return "<li>\(what), \(clock.moment(tie.at)): \(tie.confidence.rawValue)</li>"
    }
}
