// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// On a child's page: the places and people that the record ties the child to, as its reader may know them.
struct ChildConcerns {
    let child: ChildID
    let access: Access
    let telling: Telling

    var html: HTML {
        guard access.readsConcerns, access.maySee(.intelligence, of: child) else { return HTML() }
        let lines = Network(of: [child], in: telling.state, for: access).lines(of: .child(child))
        let names = PointNames(telling: telling, access: access)
        let body: HTML =
            lines.isEmpty
            ? "<p>The record ties them to none.</p>"
            : "\(NetworkTable(lines: lines, names: names, clock: Clock(now: telling.now), from: .child(child)).html)"
                + "<p><a href=\"/concerns/network?about=child-\(child.number)\">Draw the network around them</a></p>"
        let tie: HTML =
            access.mayRecord(.tiedToConcern, on: child)
            ? "<p><a href=\"/children/\(child.number)/add/tied-to-concern\">Tie them to a place or a person of concern</a></p>"
            : HTML()
        return "<section class=\"card\" id=\"concerns\"><h2>Places and people of concern</h2>\(body)\(tie)</section>"
    }
}
