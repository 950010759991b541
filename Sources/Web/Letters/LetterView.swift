// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// A letter with its open places as controls, its text to change, and how it is sent.
struct LetterView {
    let call: Call
    let model: LetterModel
    let faults: [FieldFault]

    private var path: String { "/episodes/\(call.episode.id.number)" }

    var html: HTML {
        let to = model.letter.to.map(\.spoken).joined(separator: " and ")
        return """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, path), ("Letters", "\(path)/letters")], model.letter.title))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>\(model.letter.title)</h1>
            <p class="lead">To the \(to), about \(call.child.facts.name). \(model.letter.note)</p>\(caution)
            <form method="post" action="\(call.path)" class="stack" id="act">\(Parts.hidden(call))\(places)\(text)\(sending)</form>
            \(wording)</div>
            """
    }

    /// Whoever must not be told where a child is must not learn it from a letter.
    private var caution: HTML {
        let protection = call.child.facts.protection
        var lines: [HTML] = []
        if let shield = protection.shield, shield.holds(at: call.now) {
            lines.append(
                "<p><b>Where this child is, is held back.</b> See that the letter does not say it, nor where it was posted.</p>"
            )
        }
        let isUntold = call.child.history.standing.contains {
            $0.word == .personLinked && $0.details.flag(.doNotNotify)
        }
        if isUntold || call.child.facts.identity.flag(.doNotNotify) {
            lines.append("<p><b>Somebody in this child’s life must not be told.</b> See who opens the post there.</p>")
        }
        return lines.isEmpty ? HTML() : "<div class=\"notice\" role=\"note\">\(lines)</div>"
    }

    private var places: HTML {
        let values = LetterValues(call: call, pack: model.pack)
        let fields = model.asked.map { place -> HTML in
            let name = LetterValues.prefix + place
            let fault = fault(name)
            return """
                <div class="field\(" wrong", when: !fault.isEmpty)"><label for="\(name)">\(values.label(place))</label>\(fault)
                <input id="\(name)" name="\(name)" value="\(call.form[name])" autocomplete="off" maxlength="200"></div>
                """
        }
        if fields.isEmpty { return HTML() }
        return """
            <fieldset class="field"><legend>What the record does not know</legend>\(fields)
            <p><button class="btn quiet" name="act" value="fill">Fill it in</button></p></fieldset>
            """
    }

    private var text: HTML {
        let open: HTML =
            model.lacking.isEmpty
            ? HTML()
            : "<p class=\"hint\" id=\"text-hint\">Still open: \(model.lacking.map { "{\($0)}" }.joined(separator: ", ")).</p>"
        let fault = fault("text")
        return """
            <div class="field\(" wrong", when: !fault.isEmpty)"><label for="text">The letter, as it will be sent</label>\(open)\(fault)
            <textarea id="text" name="text" rows="16" maxlength="\(LetterModel.mostCharacters)"\(" aria-describedby=\"text-hint\"", when: !open.isEmpty)>\(model.text)</textarea></div>
            """
    }

    private var sending: HTML {
        guard model.mayBeSent else {
            return "<p>Your role may read it for this child; somebody else records that it was sent.</p>"
        }
        let chosen = call.form["how"]
        let ways = LetterModel.ways.map { code, says -> HTML in
            """
            <label class="choice small-choice"><input type="radio" name="how" value="\(code)"\(" checked", when: code == chosen)> \(says)</label>
            """
        }
        let fault = fault("how")
        return """
            <fieldset class="field\(" wrong", when: !fault.isEmpty)" id="how" tabindex="-1"><legend>How is it sent?</legend>\(fault)<div class="choices inline">\(ways)</div></fieldset>
            <p class="submit"><button class="btn" name="act" value="send">Record it as sent</button>
            <span class="small">The text is kept with the record. Print it from the next page.</span></p>
            """
    }

    private func fault(_ name: String) -> HTML {
        faults.filter { $0.control == name }.map { fault -> HTML in
            "<p class=\"error\"><span class=\"unseen\">Error:</span> \(fault.says)</p>"
        }.joined()
    }

    private var wording: HTML {
        let pack = FormFields.encode(model.pack.id)
        return """
            <p class="small">The wording is the area’s own: it stands in its protocol,
            <a href="/protocols/\(pack)#letter-\(model.letter.id)">\(model.pack.title)</a>, and is changed there, in <code>letters</code> of the pack’s file. Clause: \(model.letter.source).</p>
            """
    }
}
