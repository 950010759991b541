// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// What stands beside a child's record or an episode because of borders, of having come alone, of turning eighteen.
enum BordersCards {
    static func html(
        _ child: Child, _ episode: Episode?, _ pack: ProtocolPack, telling: Telling, access: Access, seen: Seen
    ) -> HTML {
        let away = episode.flatMap { $0.facts.isSchoolCase ? nil : $0 }
        let alone = UnaccompaniedView(child, away, telling: telling, access: access, seen: seen)?.html ?? HTML()
        let eighteen = EighteenView(child, pack, telling: telling, seen: seen)?.html ?? HTML()
        return "\(school(child, telling, seen))\(alone)\(eighteen)"
    }

    /// The way to a pupil's case, and back: who may see either sees that there is the other.
    private static func school(_ child: Child, _ telling: Telling, _ seen: Seen) -> HTML {
        guard seen.sees(.education), let open = telling.state.openSchoolCase(of: child.id) else { return HTML() }
        return """
            <section class="card"><h2>Missing from education</h2><p>The school has an open case.
            <a href="/episodes/\(open.id.number)/education">The case, step by step</a></p></section>
            """
    }
}
