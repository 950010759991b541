// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// The pages of a child's link, in the child's words and language.
struct ForYouView {
    static let mostCharacters = 5_000
    let call: Call
    let words: ChildCatalogue

    init(_ call: Call) {
        self.call = call
        words = ChildCatalogue.of(ForYouCookies(call).language)
    }

    /// The same for every link, whatever became of it.
    func question(isWrong: Bool) -> HTML {
        let says = words["word-wrong"]
        let fault: HTML = isWrong ? "<p class=\"error\" id=\"word-error\">\(says)</p>" : HTML()
        return page(
            "title", faults: isWrong ? [("word", says)] : [],
            """
            <h1>\(words["title"])</h1><p class="lead">\(words["word-lead"])</p>
            <form method="post" action="/for-you" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            <div class="field\(" wrong", when: isWrong)"><label for="word">\(words["word-label"])</label>
            <p class="hint" id="word-hint">\(words["word-hint"])</p>\(fault)
            <input id="word" name="word" autocomplete="off" autocapitalize="none" spellcheck="false" required dir="auto" \
            aria-describedby="word-hint\(" word-error", when: isWrong)"></div>
            <p><button class="btn">\(words["open"])</button></p></form>
            """)
    }

    /// The first page after the word: what the child can do, what they can ask for, who helps.
    func home(sent: String) -> HTML {
        let sentKeys = ["choice": "sent-choice", "words": "sent-words", "correction": "sent-correction"]
        let told: HTML = sentKeys[sent].map { key -> HTML in Parts.notice("<p><b>\(words[key])</b></p>") } ?? HTML()
        return page(
            "title",
            """
            \(told)<h1>\(words["title"])</h1>
            <p class="lead"><b>\(words["danger"])</b></p><p>\(words["home-lead"])</p>
            <ul class="ways">\(way("talk"))\(way("tell"))\(way("read"))</ul>\(rights)\(ForYouHelp(call, words).html)
            <p class="small">\(words["closes"])</p>
            """)
    }

    private func way(_ name: String) -> HTML {
        "<li><a class=\"pick\" href=\"/for-you/\(name)\">\(words["\(name)-link"])</a><p>\(words["\(name)-says"])</p></li>"
    }

    private var rights: HTML {
        let all = ["talk", "no", "advocate", "say", "see"].map { right -> HTML in "<li>\(words["right-\(right)"])</li>"
        }
        return "<section class=\"card\"><h2>\(words["rights-title"])</h2><ul>\(all)</ul></section>"
    }

    /// A whole page under the words of `title`: the way out first, then the languages, and what is wrong.
    func page(_ title: String, faults: [(String, String)] = [], _ body: HTML) -> HTML {
        let start = faults.isEmpty ? "" : "\(words["problem"]): "
        return Shell(
            title: start + words[title], scripts: [StaticFiles.leave], language: words.code,
            direction: words.direction, skip: words["skip"], isNamed: false,
            main: """
                \(exit)<div class="phone for-you">\(languages)\(unconfirmed)\(summary(faults))\(body)</div>
                """
        ).html
    }

    /// A plain link back to the first page.
    var back: HTML { "<p><a href=\"/for-you/page\">\(words["back"])</a></p>" }

    private func summary(_ faults: [(String, String)]) -> HTML {
        if faults.isEmpty { return HTML() }
        let items = faults.map { fault -> HTML in "<li><a href=\"#\(fault.0)\">\(fault.1)</a></li>" }
        return """
            <div class="summary-of-errors" role="alert" aria-labelledby="errors-heading" tabindex="-1">\
            <h2 id="errors-heading">\(words["problem"])</h2><ul>\(items)</ul></div>
            """
    }

    /// A plain link that ends the visit and goes elsewhere; with a script it also takes this page out of the history.
    private var exit: HTML {
        "<p class=\"leave\"><a class=\"btn urgent\" href=\"/for-you/leave\" rel=\"noreferrer\" data-leave>\(words["leave"])</a></p>"
    }

    private var languages: HTML {
        let links = ChildCatalogue.all.map { language -> HTML in
            let isHere = language.code == words.code
            return """
                <li><a href="/for-you/language?to=\(language.code)" lang="\(language.code)" dir="\(language.direction)"\
                \(" aria-current=\"true\"", when: isHere)>\(language.name)</a></li>
                """
        }
        return "<nav aria-label=\"\(words["language"])\"><ul class=\"chips\">\(links)</ul></nav>"
    }

    /// Said in both languages, for the child and for whoever sits beside them.
    private var unconfirmed: HTML {
        if words.isConfirmed(in: call.state) { return HTML() }
        return """
            <div class="notice"><p>\(words["unconfirmed"])</p><p class="small" lang="en" dir="ltr">A translator has yet to confirm these
            words.</p></div>
            """
    }
}
