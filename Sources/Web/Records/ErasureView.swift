// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import WorkingTime

/// Until when one record is kept, and the two halves of its end.
struct ErasureView {
    let call: Call
    let planned: PlannedErasure?
    /// Texts elsewhere in which the child's name stands; nil where nobody has asked for them yet.
    let mentions: [Mention]?
    let faults: [(control: String, says: String)]

    private var child: Child { call.child }
    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var place: String { "/children/\(child.id.number)" }
    private var reference: String { call.state.erasureReference(of: child.id) }

    var html: HTML { "\(keeping)\(acts)\(planned == nil ? proposing : confirming)" }

    private var keeping: HTML {
        guard let verdict = RetentionSchedule.england.verdict(on: child.id, in: call.state, at: call.now) else {
            return HTML()
        }
        let standing: HTML =
            switch verdict.standing {
            case .keptThrough(let date): "Kept through \(Spoken.fullDate(date))"
            case .timeHasCome(let date): "Its time has come: it was to be kept through \(Spoken.fullDate(date))"
            case .held: "Held for a court or an inquiry: nothing may be destroyed"
            case .notByItself: "It never ends by itself: a person decides"
            }
        let reasons = verdict.reasons.map { reason -> HTML in "<li>\(reason)</li>" }
        return "<section class=\"card\"><h2>\(standing)</h2><ul>\(reasons)</ul></section>"
    }

    private var acts: HTML {
        let isHeld = child.facts.protection.isHeld(at: call.now)
        let hold = isHeld ? ("legal-hold-lifted", "Lift the legal hold") : ("legal-hold-placed", "Place a legal hold")
        return """
            <p class="buttons">\(Parts.button(hold.1, to: "\(place)/add/\(hold.0)", "quiet"))
            \(Parts.button("Decide until when", to: "\(place)/add/retention-decided", "quiet"))
            \(Parts.button("Who asked for it", to: "\(place)/subject-access", "quiet"))</p>
            """
    }

    private var proposing: HTML {
        guard let mentions else {
            return """
                <section class="card"><h2>Propose to erase it</h2>
                <p>Before an end is proposed, every other record is read for this child's name, so that somebody has seen what stays there. That can take a minute.</p>
                <p class="buttons">\(Parts.button("Read the other records", to: "\(place)/erasure?look=everywhere", "quiet"))</p></section>
                """
        }
        return form(with: mentions)
    }

    private func form(with mentions: [Mention]) -> HTML {
        let typed = call.form
        let grounds = ErasureGround.allCases.map { ground -> HTML in
            "<label class=\"choice\"><input type=\"radio\" name=\"ground\" value=\"\(ground.rawValue)\"\(" checked", when: typed["ground"] == ground.rawValue)> \(ground.says)</label>"
        }
        return """
            <section class="card"><h2>Propose to erase it</h2>
            <p>Afterwards nobody can read it again. What stays is that there were so many episodes, in which months and of which kinds, without anything of the child.</p>
            <form method="post" action="\(place)/erasure" class="stack">\(Parts.hidden(call))
            <fieldset class="field\(" wrong", when: fault("ground") != nil)" id="ground" tabindex="-1"><legend>By which right?</legend>\(TypedField("ground", "", "", faults).fault)<div class="choices">\(grounds)</div></fieldset>
            \(TypedField("reason", "Why, and where is it written down?", "This stays when the record is gone. Name no child: give the number of the decision or the order.", faults).html("<textarea id=\"reason\" name=\"reason\" rows=\"3\"", "\(typed["reason"])</textarea>"))
            \(mentioning(mentions))<p class="submit"><button class="btn urgent">Propose to erase it</button></p></form></section>
            """
    }

    private func mentioning(_ mentions: [Mention]) -> HTML {
        if mentions.isEmpty {
            return
                "<p class=\"small\">No text elsewhere was found in which this child's name stands. A nickname or a description can't be found by a machine.</p>"
        }
        let items = mentions.map { mention -> HTML in
            let choices = ErasurePages.mentionChoices.filter {
                ($0.code == "agency") == (mention.child == nil) || $0.code == "namesake"
            }
            .map { code, says -> HTML in
                "<label class=\"choice small-choice\"><input type=\"radio\" name=\"m\(mention.id)\" value=\"\(code)\"\(" checked", when: call.form["m\(mention.id)"] == code)> \(says)</label>"
            }
            return """
                <fieldset class="field\(" wrong", when: fault("m\(mention.id)") != nil)" id="m\(mention.id)" tabindex="-1"><legend>\(whose(mention))</legend>
                <input type="hidden" name="mention" value="\(mention.id)"><p class="quote">\(Parts.lines(mention.text))</p><div class="choices">\(choices)</div></fieldset>
                """
        }
        return """
            <h3>Texts elsewhere that may name the child</h3><p>An entry is never changed, so what others' records say stays as long as they do. Read each, and say what it is.
            A nickname or a description can't be found by a machine.</p>\(items)
            """
    }

    private func whose(_ mention: Mention) -> String {
        let day = Spoken.fullDate(London.date(of: mention.recordedAt))
        guard let child = mention.child else { return "The partnership's own, \(day)" }
        // Whose record it is, is told only to who may see it.
        let name = call.child(child, seeing: .identity)?.facts.name ?? "another child"
        return "Record of \(name), \(mention.word.spoken), \(day)"
    }

    private var confirming: HTML {
        guard let planned, let proposal = child.facts.protection.erasure else { return HTML() }
        let decided = planned.decided.isEmpty ? "" : Spoken.counted(planned.decided.count, "text")
        let rows: [(String, HTML)] = [
            ("Proposed by", HTML(text: telling.worker(proposal.worker) ?? "")),
            ("When", Clock(now: call.now).moment(proposal.proposedAt)),
            ("By which right", HTML(text: planned.ground.says)),
            ("Why", Parts.lines(planned.reason)), ("Entries", "\(child.entryCount)"),
            ("Episodes", "\(child.episodes.count)"), ("Texts elsewhere looked at", HTML(text: decided)),
        ]
        let isOwn = proposal.worker == call.account.actor.worker
        let confirm: HTML =
            isOwn
            ? "<p class=\"notice\">You proposed it, so somebody else confirms it.</p>"
            : """
            <form method="post" action="\(place)/erasure/confirm" class="stack">\(Parts.hidden(call))
            \(TypedField("typed", "To confirm, type the reference \(reference)", "It can't be undone. Backups made before still hold the record: destroy them too.", faults).html("<input id=\"typed\" name=\"typed\" class=\"short\" autocomplete=\"off\" value=\"\(call.form["typed"])\""))
            <p class="submit"><button class="btn urgent">Erase this record for good</button></p></form>
            """
        return """
            <section class="card next"><h2>Proposed to be erased</h2>\(Parts.summary(rows))\(confirm)
            <details\(" open", when: fault("withdrawn") != nil)><summary>Take the proposal back</summary><form method="post" action="\(place)/erasure/withdraw" class="stack">\(Parts.hidden(call))
            \(TypedField("withdrawn", "Why?", "", faults).html("<input id=\"withdrawn\" name=\"withdrawn\" autocomplete=\"off\" value=\"\(call.form["withdrawn"])\""))
            <p><button class="btn quiet">Take it back</button></p></form></details></section>
            """
    }

    private func fault(_ control: String) -> String? { faults.first { $0.control == control }?.says }
}
