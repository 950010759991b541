// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// A protocol as practitioners read it, on the screen and on paper: in the order in which things happen.
struct ProtocolView {
    let pack: ProtocolPack
    /// Whose part alone is shown; nil for everybody's.
    let role: Role?
    let call: Call

    private var address: String { "/protocols/\(FormFields.encode(pack.id))" }
    private var duties: [Duty] {
        pack.duties.filter { duty in role.map { duty.isOwed(by: $0, under: pack) } ?? true }
    }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Protocol", "/protocols")], pack.title))
        <div class="protocol"><h1>\(pack.title)\(role.map { ": the part of the \($0.spoken)" })</h1>
        <p class="lead">\(standing)</p><p class="no-print">\(ProtocolLinks(pack: pack, call: call, isOnItsPage: true).html)</p>
        \(whoAreYou)\(ProtocolFlowView(pack: pack, role: role).html)\(contents)\(stages)\(rules.html)\
        \(ClauseIndex(pack: pack, duties: duties, isWhole: role == nil).html)</div>
        """
    }

    private var rules: ProtocolRulesView { ProtocolRulesView(pack: pack, role: role) }

    private var standing: String {
        let term = call.term
        let telling = Telling(state: call.state, now: call.now)
        let whose = telling.agency(call.authority).map { " for \($0)" } ?? ""
        let words = [pack.inForce.capitalisedFirst, parent].filter { !$0.isEmpty }.joined(separator: ". ")
        let rest = words.isEmpty ? "" : " \(words)."
        guard term.pack == pack.id else { return "Not in force\(whose) now.\(rest)" }
        let since = term.from.map { " since \(Spoken.fullDate(London.date(of: $0)))" } ?? ""
        return "In force\(whose)\(since).\(rest)"
    }

    private var parent: String {
        guard let parent = pack.extends else { return "" }
        return "Starts from \(call.site.partnership.shelf.packs[parent]?.title ?? parent), whose parts are in here"
    }

    /// Links, so that it works without a script and can be sent to somebody.
    private var whoAreYou: HTML {
        let roles = Role.allCases.filter { role in pack.duties.contains { $0.isOwed(by: role, under: pack) } }
        let links = roles.map { each -> HTML in
            let current: HTML = each == role ? " aria-current=\"true\"" : HTML()
            return "<li><a href=\"\(address)?who=\(each.rawValue)\"\(current)>\(each.spoken.capitalisedFirst)</a></li>"
        }
        let everybody: HTML = role == nil ? " aria-current=\"true\"" : HTML()
        return """
            <nav class="who-are-you no-print" aria-labelledby="who-are-you"><h2 id="who-are-you">Who are you?</h2>
            <ul class="chips"><li><a href="\(address)"\(everybody)>Everybody</a></li>\(links)</ul></nav>
            """
    }

    private var contents: HTML {
        let here = ProtocolStage.allCases.filter { stage in duties.contains { $0.stage == stage } }
        let links =
            (here.map { ($0.title, "#\($0.rawValue)") } + rules.contents
            + (role == nil ? [("Clauses", "#clauses")] : [])).map { title, place -> HTML in
                "<li><a href=\"\(place)\">\(title)</a></li>"
            }
        return
            "<nav aria-labelledby=\"contents\"><h2 id=\"contents\">What is in here</h2><ol class=\"contents\">\(links)</ol></nav>"
    }

    private var stages: HTML {
        let byStage = Dictionary(grouping: duties, by: \.stage)
        return ProtocolStage.allCases.compactMap { stage -> HTML? in
            guard let duties = byStage[stage] else { return nil }
            let items = duties.map { ProtocolDutyView(duty: $0, pack: pack).html }
            return """
                <section class="card stage" id="\(stage.rawValue)"><h2>\(stage.title)</h2><p>\(stage.says)</p>
                <div class="protocol-duties">\(items)</div></section>
                """
        }.joined()
    }
}
