// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// The pages of a child's link, in the child's words.
struct ForYouView {
    static let mostCharacters = 5_000
    private let call: Call

    init(_ call: Call) { self.call = call }

    /// The same for every link, whatever became of it.
    func question(isWrong: Bool) -> HTML {
        let says = "That did not open. Check the word, or ask whoever gave you this for a new one."
        let fault: HTML = isWrong ? "<p class=\"error\" id=\"word-error\">\(says)</p>" : HTML()
        let main: HTML = """
            \(exit)<div class="narrow">\(isWrong ? ErrorSummary([("word", says)]).html : HTML())
            <h1>For you</h1><p class="lead">Type the word that you agreed.</p>
            <form method="post" action="/for-you" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            <div class="field\(" wrong", when: isWrong)"><label for="word">The word</label>
            <p class="hint" id="word-hint">Capital letters and spaces don’t matter.</p>\(fault)
            <input id="word" name="word" autocomplete="off" autocapitalize="none" spellcheck="false" required \
            aria-describedby="word-hint\(" word-error", when: isWrong)"></div>
            <p><button class="btn">Open</button></p></form></div>
            """
        return Shell(title: isWrong ? "Error: For you" : "For you", scripts: [StaticFiles.leave], main: main).html
    }

    func page(isSent: Bool, fault: String?) -> HTML {
        let sent = isSent ? Parts.notice("<p><b>Sent.</b> The people who work with you can read it now.</p>") : HTML()
        let main: HTML = """
            \(exit)<div class="narrow">\(fault.map { ErrorSummary([("wants", $0)]).html } ?? HTML())\(sent)
            <h1>For you</h1>
            <p class="lead">If you are in danger now, ring <b>999</b>. You are not in trouble for asking for help.</p>
            \(words(fault))\(rights)\(contacts)\(sheets)
            <p class="small">This page shows nothing that anybody wrote about you. It closes by itself after half an hour.</p></div>
            """
        return Shell(
            title: (fault == nil ? "" : "Error: ") + "For you", scripts: [StaticFiles.leave], main: main
        ).html
    }

    /// A plain link that ends the visit and goes elsewhere; with a script it also takes this page out of the history.
    private var exit: HTML {
        "<p class=\"leave\"><a class=\"btn urgent\" href=\"/for-you/leave\" rel=\"noreferrer\" data-leave>Leave this page quickly</a></p>"
    }

    private func words(_ fault: String?) -> HTML {
        """
        <section class="card"><h2>What I want you to know</h2>
        <p>Write what you want, as you would say it. It is kept in your words, and the people who work with you can read it.
        They will not show it to your home or to the police without a reason to keep you safe.</p>
        <form method="post" action="/for-you/page" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
        <div class="field\(" wrong", when: fault != nil)"><label for="wants">Your words</label>
        \(fault.map { text -> HTML in "<p class=\"error\" id=\"wants-error\">\(text)</p>" })
        <textarea id="wants" name="wants" rows="8" maxlength="\(ForYouView.mostCharacters)" required autocomplete="off"\
        \(" aria-describedby=\"wants-error\"", when: fault != nil)>\(fault == nil ? "" : call.form["wants"])</textarea></div>
        <p><button class="btn">Send it</button></p></form></section>
        """
    }

    private var rights: HTML {
        """
        <section class="card"><h2>What you can ask for</h2><ul>
        <li>To talk with somebody who doesn’t work for your home or your family when you come back.</li>
        <li>An advocate: somebody who is on your side and helps you to be heard.</li>
        <li>To be told what happens next, and to have your say before it is decided.</li>
        <li>To see what is kept about you, and to say where it is wrong.</li></ul></section>
        """
    }

    private var sections: PackSections {
        let visit = call.site.visits.visit(ForYouCookies(call).visit, at: call.now)
        let partnership = call.site.partnership
        let pack = visit.map { partnership.governing($0.child).here } ?? partnership.shelf.standing
        return pack.sections
    }

    private var contacts: HTML {
        let lines = sections.contacts.filter { $0.isForChildren }.map { contact -> HTML in
            "<li><b>\(contact.who)</b>: \(contact.says)<br><span class=\"small\">\(contact.forWhat)</span></li>"
        }
        if lines.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>Who you can talk to</h2><ul>\(lines)</ul></section>"
    }

    private var sheets: HTML {
        sections.information.filter { $0.readers.contains(.children) }.map { sheet -> HTML in
            "<section class=\"card\"><h2>\(sheet.title)</h2><p>\(Parts.lines(sections.contacts.filled(in: sheet.says)))</p></section>"
        }.joined()
    }
}

extension Contact {
    /// Whether it is a line that a child may turn to, and is filled in.
    fileprivate var isForChildren: Bool {
        let readers = ["any child", "a child", "children who", "every looked-after child", "young people"]
        return readers.contains(where: forWhat.hasPrefix) && isFilledIn
    }

    fileprivate var isFilledIn: Bool { !says.hasPrefix("To be filled in locally") }
}

extension [Contact] {
    /// What a sheet says, with whom to turn to in place of each `{contact:ID}`. For who isn't filled in yet, a child asks
    /// the person who gave them the link.
    func filled(in text: String) -> String {
        reduce(text) { text, contact in
            let words = contact.isFilledIn ? "\(contact.who), \(contact.says)" : "ask whoever gave you this link"
            return text.replacing("{contact:\(contact.id)}", with: words)
        }
    }
}
