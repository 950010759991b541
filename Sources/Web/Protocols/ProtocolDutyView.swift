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
        <div class="does"><p>\(duty.what)</p><p class="small">\(duty.when.english.capitalisedFirst)\(once).</p>\(more)</div>
        <div class="by"><p><b>\(duty.byWhen.capitalisedFirst)</b>\(localChoice)</p>\(sooner)<p class="small">\(ClauseLink.all(duty.source))</p></div></article>
        """
    }

    private var who: String {
        ([duty.who] + duty.orElse).map(\.spoken).joined(separator: ", else the ").capitalisedFirst
    }

    private var once: String { duty.once.map { ", and, when it begins, \($0.english)" } ?? "" }

    private var localChoice: HTML { duty.isLocalChoice ? " \(Tag("Local choice", .plain).html)" : HTML() }

    private var sooner: HTML {
        duty.sooner.map { rule -> HTML in
            "<p class=\"small\">Sooner, \(rule.when.english): \(rule.byWhen(of: duty)).</p>"
        }.joined()
    }

    private var more: HTML {
        var lines: [String] = ["Done when \(duty.doneBy.english)."]
        if let escalation = duty.escalation { lines.append(told(escalation)) }
        if duty.mayWaive != nil { lines.append(waivers) }
        if !duty.mayAgree.isEmpty {
            lines.append("\(Self.list(duty.mayAgree).capitalisedFirst) may agree for a child that it is not due.")
        }
        let note: HTML = duty.note.map { "<p class=\"small note\">\($0)</p>" } ?? HTML()
        return "<p class=\"small\">\(lines.joined(separator: " "))</p>\(note)"
    }

    private func told(_ escalation: Escalation) -> String {
        let times = [
            escalation.before.map { "\(Spoken.elapsed($0)) before it is due" },
            escalation.after.map { "\(Spoken.elapsed($0)) after" },
        ].compactMap(\.self).joined(separator: " and ")
        return "If it is not done, the \(escalation.to.spoken) is told\(times.isEmpty ? "" : " \(times)")."
    }

    private var waivers: String {
        guard !duty.waivers.isEmpty else { return "Nobody may set it aside." }
        return "\(Self.list(duty.waivers).capitalisedFirst) may set it aside, with a reason."
    }

    static func list(_ roles: [Role]) -> String {
        roles.map { "the \($0.spoken)" }.joined(separator: " or ")
    }
}
