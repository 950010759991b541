// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Step 1: which child?
struct ReportChooseView {
    let call: Call
    let children: [Child]
    /// Whom the words may mean though they are written in another way.
    let likely: [LikelyChild]
    let begun: [ReportDraft]
    let searched: String

    private var telling: Telling { Telling(state: call.state, now: call.now) }

    var page: HTML {
        let heading = "Who is not where they should be?"
        return ReportFrame.page(
            call, step: 1, heading: heading, followsTyping: false,
            """
            <p class="lead">If a child is in danger now, ring <b>999</b> first.</p>\(begunPart)\(list)
            <form action="/report" class="stack"><div class="field"><label for="find">Somebody else: find by name</label>
            <input id="find" name="q" type="search" value="\(searched)"></div><p><button class="btn quiet">Find</button></p></form>
            \(choose("new", "Somebody who is not in the record yet", ""))
            """)
    }

    private var list: HTML {
        if children.isEmpty, likely.isEmpty {
            return searched.isEmpty ? HTML() : "<p>Nobody found whom you may report.</p>"
        }
        let same = children.map { choose($0, why: "") }.joined()
        if likely.isEmpty { return same }
        return "\(same)<h2>Written in another way</h2>\(likely.map { choose($0.child, why: $0.why) })"
    }

    private func choose(_ child: Child, why: String) -> HTML {
        let already = call.state.openEpisode(of: child.id).map {
            $0.facts.reportedAt == nil ? "First checks under way." : "Reported already: go to the episode."
        }
        let born = why.isEmpty ? nil : child.facts.born.map { "Born \(Spoken.fullDate($0))." }
        let note = [already, born, why.isEmpty ? nil : why].compactMap(\.self).joined(separator: " ")
        return choose(String(child.id.number), telling.nameWithAge(child), note)
    }

    private func choose(_ child: String, _ name: String, _ note: String) -> HTML {
        """
        <form method="post" action="/report">\(Parts.hidden(call, once: false))<input type="hidden" name="child" value="\(child)">\
        <button class="pick">\(name)\(note.isEmpty ? HTML() : "<span class=\"small\">\(note)</span>")</button></form>
        """
    }

    private var begunPart: HTML {
        begun.map { draft -> HTML in
            let name = draft.childName(call)
            let step = name.isEmpty ? "child" : (draft.isUrgent ? "seen" : ReportDraft.afterChild(call))
            return """
                <div class="notice"><p>You began a report\(name.isEmpty ? "" : " for \(name)") \(draft.keptAt.map { Clock(now: call.site.accounts.clock()).moment($0) }).
                <a href="\(draft.path)/\(step)">Go on with it</a></p></div>
                """
        }.joined()
    }
}
