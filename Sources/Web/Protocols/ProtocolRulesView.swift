// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// What of a protocol is no duty: what is not allowed, what a report holds, what is asked, and on what terms it counts.
struct ProtocolRulesView {
    let pack: ProtocolPack
    let role: Role?

    var contents: [(String, String)] {
        sections.map { ($0.title, "#\($0.id)") }
    }

    var html: HTML {
        sections.map { section -> HTML in
            "<section class=\"card\" id=\"\(section.id)\"><h2>\(section.title)</h2>\(section.body)</section>"
        }.joined()
    }

    private var sections: [(id: String, title: String, body: HTML)] {
        [
            ("triggers", "When episodes add up", triggers), ("triage", "Green, amber, red", triage),
            ("not-allowed", "What is not allowed, and who may", guardrails),
            ("report-holds", "What a report holds", reportItems),
            ("questions", "What is asked about the risk", questions),
        ].filter { !$0.2.isEmpty }.map { (id: $0.0, title: $0.1, body: $0.2) }
            + ProtocolSectionsView(pack: pack, role: role).all
            + [
                ("terms", "Words and figures", terms),
                ("left-out", "What was left out of \(pack.extends ?? "")", removed),
            ].filter { !$0.2.isEmpty }.map { (id: $0.0, title: $0.1, body: $0.2) }
    }

    private var triggers: HTML {
        let shown = pack.triggers.filter { trigger in
            guard let role else { return true }
            return trigger.makes.contains { id in
                pack.duty(id)?.isOwed(by: role, under: pack) ?? (pack.sections.areaDuty(id)?.who == role)
            }
        }
        if shown.isEmpty { return HTML() }
        let items = shown.map { trigger -> HTML in
            let makes = trigger.makes.map { id -> HTML in
                let place = pack.duty(id) == nil ? "regular-\(id)" : "duty-\(id)"
                return "<a href=\"#\(place)\">\(Duty.shortTitle(of: id))</a>"
            }
            let whom =
                switch trigger.subject {
                case .child: "A child"
                case .place: "A place that children go missing from"
                case .group: "Children who go together"
                }
            let when = trigger.when.map { ", \($0.english)" } ?? ""
            let local: HTML = trigger.isLocalChoice ? " \(Tag("Local choice", .plain).html)" : HTML()
            return """
                <li id="trigger-\(trigger.id)"><p>\(whom): <b>\(trigger.counts)</b>\(when) → \(makes.joined(separator: ", "))\(local)</p>\
                \(trigger.note.map { note -> HTML in "<p class=\"small note\">\(note)</p>" })<p class="small">\(ClauseLink.all(trigger.source))</p></li>
                """
        }
        return "<ul class=\"duties\">\(items)</ul>"
    }

    private var triage: HTML {
        pack.sayings(of: .triage).map { saying -> HTML in
            let facts = saying.aspects.filter { $0.aspect != .source }.map {
                ($0.aspect.label, HTML(text: $0.text.capitalisedFirst))
            }
            return """
                <p>\(saying.title)</p>\(Parts.summary(facts))<p class="small">\(ClauseLink.all(saying.says(.source) ?? ""))</p>
                """
        }.joined()
    }

    private var guardrails: HTML {
        let shown = pack.guardrails.filter { guardrail in
            guard let role else { return true }
            return guardrail.needs.contains(role) || guardrail.refuses.words.contains { role.mayRecord($0) }
        }
        if shown.isEmpty { return HTML() }
        let items = shown.map { guardrail -> HTML in
            let saying = guardrail.saying
            let allowed = saying.says(.allowed) ?? "nobody"
            let who = allowed == "nobody" ? "Nobody may do it like that." : "\(allowed.capitalisedFirst) may."
            let refused = [saying.says(.standsAgainst), saying.says(.applies)].compactMap(\.self).joined(
                separator: ", ")
            return """
                <li id="rule-\(guardrail.id)"><p>\(guardrail.says) <b>\(who)</b></p>
                <p class="small">Refused: that \(refused). The way on: \(guardrail.wayOn) \(ClauseLink.all(guardrail.source))</p></li>
                """
        }
        return
            "<p>The record refuses these, says why, and names the way on. What has happened all the same is recorded and marked.</p><ul class=\"duties\">\(items)</ul>"
    }

    private var reportItems: HTML {
        let asks = role.map { $0.isCarer || $0.isPolice || $0 == .school || $0 == .socialWorker } ?? true
        if pack.reportItems.isEmpty || !asks { return HTML() }
        let items = pack.reportItems.map { item -> HTML in
            let whose: HTML = item.lookedAfterOnly ? " <span class=\"small\">(looked-after children)</span>" : HTML()
            return
                "<li id=\"item-\(item.id)\">\(item.says)\(whose) <span class=\"small\">\(ClauseLink.all(item.source))</span></li>"
        }
        return "<ul class=\"ticks\">\(items)</ul>"
    }

    private var questions: HTML {
        if pack.questions.isEmpty || !(role.map { $0.isCarer || $0.isPolice } ?? true) { return HTML() }
        func list(_ questions: [RiskQuestion]) -> HTML {
            let items = questions.map { question -> HTML in
                "<li id=\"question-\(question.id)\">\(question.asks) <span class=\"small\">\(ClauseLink.all(question.source))</span></li>"
            }
            return "<ol>\(items)</ol>"
        }
        let bearing = pack.questions.filter(\.isRiskBased)
        let others = pack.questions.filter { !$0.isRiskBased }
        let first: HTML = bearing.isEmpty ? HTML() : "<h3>The answers bear on the risk</h3>\(list(bearing))"
        let second: HTML = others.isEmpty ? HTML() : "<h3>To find the child</h3>\(list(others))"
        return first + second
    }

    private var terms: HTML {
        if role != nil { return HTML() }
        let rows = pack.sayings(of: .setting).map { setting in
            (setting.title.capitalisedFirst, HTML(text: (setting.says(.value) ?? "").capitalisedFirst))
        }
        return Parts.summary(rows)
    }

    private var removed: HTML {
        if role != nil || pack.removed.isEmpty { return HTML() }
        let items = pack.removed.map { "<li><b>\(Duty.shortTitle(of: $0.id))</b>: \($0.reason)</li>" as HTML }
        return "<ul>\(items)</ul>"
    }
}
