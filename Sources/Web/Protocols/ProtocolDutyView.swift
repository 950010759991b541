// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// One duty as a line of the procedure: who, does what, by when, because of which clause.
struct ProtocolDutyView {
    let duty: Duty
    let pack: ProtocolPack

    var html: HTML {
        """
        <article id="duty-\(duty.id)" aria-labelledby="title-\(duty.id)"><h3 id="title-\(duty.id)"><span class="who-owes">\(who):</span> \(duty.shortTitle)</h3>
        <div class="does"><p>\(duty.what)</p>\(more)</div>
        <div class="by"><p><b>\(duty.due.english(from: duty.clock).capitalisedFirst)</b>\(localChoice)</p>\(sooner)<p class="small">\(ClauseLink.all(duty.source))</p></div></article>
        """
    }

    private var who: String {
        ([duty.who] + duty.orElse).map(\.spoken).joined(separator: ", or else ").capitalisedFirst
    }

    private var once: String { duty.once.map { ", and, when it begins, \($0.english)" } ?? "" }

    private var localChoice: HTML { duty.isLocalChoice ? " \(Tag("Local choice", .plain).html)" : HTML() }

    private var sooner: HTML {
        duty.sooner.map { rule -> HTML in
            "<p class=\"small\">Sooner, \(rule.when.english): \(rule.due.english(from: rule.clock ?? duty.clock)).</p>"
        }.joined()
    }

    private var more: HTML {
        var lines: [String] = ["\(duty.when.english.capitalisedFirst)\(once).", "Done when \(duty.doneBy.english)."]
        if let escalation = duty.escalation { lines.append("If it is not done, \(escalation.english).") }
        if duty.mayWaive != nil { lines.append(waivers) }
        if !duty.mayAgree.isEmpty {
            lines.append("\(Self.list(duty.mayAgree).capitalisedFirst) may agree for a child that it is not due.")
        }
        if !duty.lapses.isEmpty {
            lines.append("No longer owed once \(duty.lapses.map(\.present).joined(separator: ", or once ")).")
        }
        let note: HTML = duty.note.map { "<p class=\"small note\">\($0)</p>" } ?? HTML()
        return "<p class=\"small\">\(lines.joined(separator: " "))</p>\(checklists)\(note)"
    }

    private var checklists: HTML {
        pack.sections.checklists(for: duty.id).map { list -> HTML in
            "<p class=\"small\">With the checklist <a href=\"#checklist-\(list.id)\">\(list.title)</a>.</p>"
        }.joined()
    }

    private var waivers: String {
        guard !duty.waivers.isEmpty else { return "Nobody may set it aside." }
        return "\(Self.list(duty.waivers).capitalisedFirst) may set it aside, with a reason."
    }

    static func list(_ roles: [Role]) -> String {
        roles.map { "the \($0.spoken)" }.joined(separator: " or ")
    }
}
