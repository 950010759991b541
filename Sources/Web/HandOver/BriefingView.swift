// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// One briefing: what the outgoing shift said of each child, how the child was then and is now, and who took it over.
struct BriefingView {
    let model: BriefingModel
    let call: Call
    let faults: [FieldFault]

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var handOver: HandOver { model.handOver }
    private var name: String { HandOverSaying.name(madeAt: handOver.madeAt) }
    private var path: String { "/hand-over/\(handOver.number)" }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Board", "/"), ("Hand-over", "/hand-over")], "\(name) \(handOver.number)"))
        <div class="hand-over narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)\(recorded)
        <h1>\(name) of \(telling.agency(handOver.from.agency))</h1>
        <p class="lead">\(handOver.from.kind.spoken.capitalisedFirst) to \(handOver.to.kind.spoken). Made \(clock.moment(handOver.madeAt)) by \(by(handOver.madeBy, handOver.madeAs)).</p>
        \(standing)\(shift)\(body)\(passingOn)</div>
        """
    }

    private func by(_ worker: String?, _ role: Role) -> String {
        [telling.worker(worker), role.spoken].compactMap(\.self).joined(separator: ", ")
    }

    private var recorded: HTML {
        switch EventWord(rawValue: call.query["recorded"]) {
        case .briefingAccepted: Parts.notice("<p><b>Recorded:</b> you have taken this briefing over.</p>")
        case .briefingEscalated:
            Parts.notice("<p><b>Recorded:</b> it was passed on. It stays open until somebody accepts it.</p>")
        default: HTML()
        }
    }

    private var standing: HTML {
        let told = handOver.passedOn.map { passed -> HTML in
            "<li>\(clock.moment(passed.at)): \(telling.word(passed.to, of: .to)) told, by \(telling.worker(passed.by) ?? "somebody")</li>"
        }
        let list: HTML = told.isEmpty ? HTML() : "<ul>\(told)</ul>"
        guard let acceptance = handOver.acceptance else {
            let to = model.standing.escalatedTo.map { " The \($0.spoken) is to see to it now." } ?? ""
            let tag = model.standing.isOverdue ? Tag("Not accepted", .now) : Tag("Waits", .soon)
            return """
                <section class="card next \(model.standing.isOverdue ? "" : "soon")"><p>\(tag.html)\
                \(model.standing.isOverdue ? "It was to be accepted" : "To be accepted") by \(clock.moment(model.standing.due)).\(to)</p>
                <p class="small">\(HandOverSaying.rule(model.standing.rule))</p>\(list)</section>
                """
        }
        let late = model.standing.lateBy.map { ", \(Spoken.elapsed($0)) late" } ?? ""
        return """
            <section class="card next ok"><p>\(Tag("Accepted", .ok).html)\(clock.moment(acceptance.at)) by \(by(acceptance.by, acceptance.role))\(late).</p>\(list)</section>
            """
    }

    private var shift: HTML {
        model.words.map { words -> HTML in
            "<section class=\"card\"><h2>About the shift</h2><p>\(Parts.lines(words))</p></section>"
        } ?? HTML()
    }

    private var body: HTML {
        let items = model.lines.map { "<li>\(line($0))</li>" as HTML }
        let list: HTML =
            items.isEmpty
            ? "<p>No child whom you may see stands in it.</p>" : "<ol class=\"plain-list briefing\">\(items)</ol>"
        let hidden: HTML =
            model.hidden == 0
            ? HTML()
            : "<p class=\"small\">\(Spoken.counted(model.hidden, "child").replacing("childs", with: "children")) in it are not for you to see here, or their records are gone. Who handed over has to tell somebody who may see them.</p>"
        guard model.mayAccept else {
            return "<section class=\"card\"><h2>Each child</h2>\(list)\(hidden)</section>"
        }
        return """
            <section class="card"><h2>Each child</h2><form method="post" action="\(path)/accept" id="accept" tabindex="-1">\(Parts.hidden(call))
            \(list)\(hidden)<p>By accepting you say that from now on it is yours to see to.</p>
            <p class="submit"><button class="btn">Accept this briefing</button></p></form></section>
            """
    }

    private func line(_ line: BriefingModel.Line) -> HTML {
        let place = line.handed.episode.map { "/episodes/\($0.number)" } ?? "/children/\(line.child.id.number)"
        let words: HTML =
            line.words.map { "<p class=\"quote\">“\(Parts.lines($0))”</p>" as HTML }
            ?? "<p class=\"small\">Nothing was added by hand.</p>"
        let id = "read-\(line.child.id.number)"
        let ticked = call.form.values(BriefingPages.read).contains("\(line.child.id.number)")
        let read: HTML =
            line.readBy.map { actor -> HTML in "<p class=\"small\">Read by \(telling.actor(actor)).</p>" }
            ?? (model.mayAccept
                ? """
                <label class="choice small-choice no-print"><input type="checkbox" name="\(BriefingPages.read)" id="\(id)" value="\(line.child.id.number)"\(" checked", when: ticked)> I have read about \(line.child.facts.name)</label>
                """
                : "<p class=\"small\">Nobody of the next shift has read it yet.</p>")
        return """
            <h3><a href="\(place)">\(telling.nameWithAge(line.child))</a></h3>
            <p class="small">Then: \(tags(line.then, line.child))</p><p class="small">Now: \(tags(line.now, line.child))</p>\(words)\(read)
            """
    }

    private func tags(_ episode: Episode?, _ child: Child) -> HTML {
        guard let episode else { return "not away" }
        let seen = call.seen(of: child.id)
        return EpisodeTags.of(episode, child, telling: telling, sees: seen.sees).map(\.html).joined()
    }

    private var passingOn: HTML {
        guard model.mayPassOn else { return HTML() }
        let choices = BriefingPages.tellable(model).map { role -> HTML in
            "<option value=\"\(role.rawValue)\">\(role.spoken.capitalisedFirst)</option>"
        }
        return """
            <section class="card no-print"><details id="pass-on"><summary>Nobody comes to accept it: say whom you told</summary>
            <form method="post" action="\(path)/pass-on" class="stack">\(Parts.hidden(call))
            <div class="field"><label for="to">Who was told</label><select id="to" name="to">\(choices)</select></div>
            <div class="field"><label for="says">What was agreed <span class="optional">(no child’s name)</span></label><input id="says" name="says" maxlength="500" autocomplete="off"></div>
            <p class="submit"><button class="btn quiet">Record it</button></p></form></details></section>
            """
    }
}
