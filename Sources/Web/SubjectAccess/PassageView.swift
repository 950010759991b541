// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Passages of a record with what was found in them, and what to do with each.
struct PassageView {
    let call: Call
    let review: CallReview
    let faults: [String: [PassageDecisionFault]]
    let typed: [String: PassageDecision]

    private typealias Item = AccessReview.Item

    var html: HTML {
        let items = review.review.items
        let open = review.review.undecided
        let done = items.count - open.count
        if review.request.answeredAt != nil { return "<p>This request was answered.</p>" }
        let shown =
            faults.isEmpty
            ? Array(ordered(open).prefix(PassagePages.onePage)) : items.filter { faults[$0.passage.id] != nil }
        let place = "/children/\(call.child.id.number)/subject-access/\(review.request.position)"
        let progress: HTML = """
            <p class="lead">\(done) of \(items.count) passages are decided. <progress max="\(items.count)" value="\(done)">\(done) of \(items.count)</progress></p>
            """
        if shown.isEmpty {
            return
                "\(progress)<p>Every passage is decided.</p><p>\(Parts.button("Look it over and give it", to: "\(place)/release"))</p>"
        }
        let summary = ErrorSummary(
            shown.flatMap { item in (faults[item.passage.id] ?? []).map { ("p\(item.passage.id)", $0.says) } })
        return """
            \(progress)\(explanation)\(summary.html)<form method="post" action="\(place)" class="stack review">\(Parts.hidden(call, once: false))
            \(shown.map(passage))<p class="submit"><button class="btn">Keep these decisions</button>
            <span class="small">What is decided is kept; you can go on another day.</span></p></form>
            """
    }

    /// Those in which something was found come first.
    private func ordered(_ items: [Item]) -> [Item] {
        items.filter { !$0.findings.isEmpty } + items.filter(\.findings.isEmpty)
    }

    private var explanation: HTML {
        """
        <details><summary>How words were found, and what that can miss</summary>
        <p>Looked for were the names of other children and workers of this record, of agencies, and of the parents, relatives and associates
        whom this child's record names; words written like names; and what looks like a telephone number, an e-mail address, a postcode or an address.
        A nickname, “her cousin”, a story by which somebody can be known: these only a reader finds. Read each passage to its end.</p></details>
        """
    }

    private func passage(_ item: Item) -> HTML {
        let passage = item.passage
        let id = passage.id
        let given = typed[id] ?? item.decision
        let proposal = PassageDecision.proposed(for: passage, with: item.findings)
        let chosen = given?.outcome ?? (item.findings.isEmpty && proposal.outcome == .show ? .show : nil)
        let fault = (faults[id] ?? []).map { fault -> HTML in
            "<p class=\"error\"><span class=\"unseen\">Error:</span> \(fault.says)</p>"
        }
        let choices = [
            (PassageDecision.Outcome.show, "Show it"), (.blackOut, "Black out words"), (.withhold, "Withhold it"),
        ]
        .map { outcome, says -> HTML in
            "<label class=\"choice small-choice\"><input type=\"radio\" name=\"\(id).outcome\" value=\"\(outcome.rawValue)\"\(" checked", when: outcome == chosen)> \(says)</label>"
        }
        return """
            <fieldset class="card field\(" wrong", when: !fault.isEmpty)" id="p\(id)" tabindex="-1"><legend>\(passage.heading)</legend>\(fault)
            <input type="hidden" name="passage" value="\(id)"><p class="quote">\(Parts.lines(passage.text))</p>\(proposed(item, proposal))
            <div class="choices inline">\(choices)</div>\(held(item, given ?? proposal))</fieldset>
            """
    }

    private func proposed(_ item: Item, _ proposal: PassageDecision) -> HTML {
        if item.findings.isEmpty && proposal.outcome == .show {
            return "<p class=\"small\">Nothing was found in it.</p>"
        }
        let what =
            switch proposal.outcome {
            case .show: "Proposed: show it. Those who act in their work are named (DPA 2018 Schedule 2 paragraph 17)."
            case .blackOut: "Proposed: black out what is ticked."
            case .withhold: "Proposed: withhold it. It may be what police keep to find out a crime."
            }
        return "<p class=\"small\"><b>\(what)</b></p>"
    }

    private func held(_ item: Item, _ decision: PassageDecision) -> HTML {
        let id = item.passage.id
        let boxes = item.findings.map { finding -> HTML in
            let isTicked = decision.blackedOut.contains(finding.words)
            return
                "<label class=\"choice small-choice\"><input type=\"checkbox\" name=\"\(id).words\" value=\"\(finding.words)\"\(" checked", when: isTicked)> <span><b>\(finding.words)</b>, \(finding.kind.says)</span></label>"
        }
        let found = Set(item.findings.map(\.words))
        let more = decision.blackedOut.filter { !found.contains($0) }.joined(separator: "\n")
        let grounds = Exemption.allCases.map { exemption -> HTML in
            "<option value=\"\(exemption.rawValue)\"\(" selected", when: exemption == decision.exemption)>\(exemption.says) (\(exemption.source))</option>"
        }
        let tickable: HTML =
            boxes.isEmpty
            ? "" : "<div class=\"choices\" role=\"group\" aria-label=\"Words found\">\(boxes)</div>"
        let controls: HTML = """
            \(tickable)<div class="field"><label for="m\(id)">Other words to black out</label><p class="hint" id="mh\(id)">Exactly as they stand in the passage, each on a line of its own.</p>
            <textarea id="m\(id)" name="\(id).more" rows="2" aria-describedby="mh\(id)">\(more)</textarea></div>
            <div class="field"><label for="e\(id)">On which ground?</label><select id="e\(id)" name="\(id).exemption"><option value="">Choose where something is held back</option>\(grounds)</select></div>
            <div class="field"><label for="r\(id)">Your reason <span class="optional">optional</span></label><input id="r\(id)" name="\(id).reason" value="\(decision.reason)" autocomplete="off"></div>
            """
        // Where nothing was found, what would be held back is out of the way.
        if boxes.isEmpty && decision.outcome == .show {
            return "<details><summary>Hold something of it back</summary>\(controls)</details>"
        }
        return controls
    }
}
