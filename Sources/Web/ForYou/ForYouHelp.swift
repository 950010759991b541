// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// Who can help, and what the protocol in force has written for children. Both are in English.
struct ForYouHelp {
    private let words: ChildCatalogue
    private let sections: PackSections

    init(_ call: Call, _ words: ChildCatalogue) {
        self.words = words
        let visit = call.site.visits.visit(ForYouCookies(call).visit, at: call.now)
        let partnership = call.site.partnership
        let pack = visit.map { partnership.governing($0.child).here } ?? partnership.shelf.standing
        sections = pack.sections
    }

    var html: HTML {
        if words.isEnglish { return "\(contacts)\(sheets)" }
        return """
            \(contacts)<details><summary>\(words["in-english"])</summary><div lang="en" dir="ltr">\(sheets)</div></details>
            """
    }

    private var contacts: HTML {
        let lines = sections.contacts.filter { $0.isForChildren }.map { contact -> HTML in
            "<li lang=\"en\" dir=\"ltr\"><b>\(contact.who)</b>: \(contact.says)<br><span class=\"small\">\(contact.forWhat)</span></li>"
        }
        if lines.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>\(words["help-title"])</h2><ul class=\"plain\">\(lines)</ul></section>"
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
