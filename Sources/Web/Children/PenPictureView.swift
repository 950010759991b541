// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The pen picture on one page, to print or to read out.
struct PenPictureView {
    let child: Child
    let written: Event?
    let telling: Telling
    let seen: Seen

    var page: HTML {
        """
        \(Parts.breadcrumbs([("Children", "/children"), (child.facts.name, "/children/\(child.id.number)")], "Pen picture"))
        <div class="sheet"><h1>\(telling.nameWithAge(child))</h1>\(DocumentsView.photo(of: child, seen))\(facts)\(text)\(HeldBack(seen: seen).html)</div>
        """
    }

    private var facts: HTML {
        let identity = child.facts.identity
        let rows: [(String, String?)] = [
            ("Date of birth", child.facts.born.map { Spoken.fullDate($0) }), ("Known as", child.facts.knownAs),
            ("Sex", identity.word(.sex)),
            ("Ethnicity", identity.word(.ethnicity).map { telling.word($0, of: .ethnicity) }),
            ("Language", identity.text(.language)), ("Communication needs", identity.text(.communicationNeeds)),
            ("Responsible authority", telling.agency(child.facts.responsible)),
            ("Police reference", identity.word(.policeReference)),
        ]
        return Parts.summary(rows.map { ($0.0, HTML(text: $0.1 ?? "")) })
    }

    private var text: HTML {
        guard let written else {
            return """
                <p>Nobody has written a pen picture. <a href="/children/\(child.id.number)/add/pen-picture-written">Write it</a></p>
                """
        }
        let keys: [DetailKey] = [
            .description, .clothing, .habits, .whereTheyMayGo, .associates, .whatCalmsThem, .phones, .socialAccounts,
            .travel, .medical, .photo,
        ]
        let rows = keys.map {
            (FieldWords.label($0, .penPictureWritten), written.details.text($0).map(Parts.lines) ?? HTML())
        }
        return """
            \(Parts.summary(rows))<p class="small">Written \(Clock(now: telling.now).moment(written.occurredAt)) by \(telling.actor(written.by, to: seen)).</p>
            """
    }
}
