// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The parts of a protocol beside its duties for children: meetings, letters, the area's regular work, contacts…
struct ProtocolSectionsView {
    let pack: ProtocolPack
    let role: Role?

    private var sections: PackSections { pack.sections }

    /// Those that say anything, with their ids and titles.
    var all: [(id: String, title: String, body: HTML)] {
        [
            ("regular", "The area's regular work", regular), ("meetings", "Meetings", meetings),
            ("checklists", "Checklists", checklists), ("letters", "Letters", letters),
            ("notices", "Who is shown what at once", notices), ("contacts", "Whom to contact", contacts),
            ("information", "Information to hand out", information), ("crosswalk", "Words that changed", crosswalk),
        ].filter { !$0.2.isEmpty }.map { (id: $0.0, title: $0.1, body: $0.2) }
    }

    private var regular: HTML {
        let items = sections.calendar.filter { duty in
            role.map { duty.who == $0 || duty.orElse.contains($0) } ?? true
        }.map { duty -> HTML in
            let saying = duty.saying
            let when = saying.says(.every) ?? saying.says(.due) ?? ""
            let local: HTML = duty.isLocalChoice ? " \(Tag("Local choice", .plain).html)" : HTML()
            let escalation = duty.escalation.map { "If it is not done, \($0.english)." } ?? ""
            return """
                <article id="regular-\(duty.id)" aria-labelledby="title-\(duty.id)"><h3 id="title-\(duty.id)"><span class="who-owes">\(duty.who.spoken.capitalisedFirst):</span> \(Duty.shortTitle(of: duty.id))</h3>
                <div class="does"><p>\(duty.what)</p>\(small(escalation))\(note(duty.note))</div>
                <div class="by"><p><b>\(when.capitalisedFirst)</b>\(local)</p><p class="small">\(ClauseLink.all(duty.source))</p></div></article>
                """
        }
        return items.isEmpty ? HTML() : "<div class=\"protocol-duties\">\(items)</div>"
    }

    private var meetings: HTML {
        sections.meetings.filter { meeting in
            guard let role else { return true }
            return meeting.chair == role || meeting.invites.contains { $0.includes(role) }
        }.map { meeting -> HTML in
            let invites = meeting.invites.map(\.spoken).joined(separator: ", ")
            let rows: [(String, HTML)] = [
                ("Chair", HTML(text: meeting.chair.spoken.capitalisedFirst)),
                ("Invited", HTML(text: invites.capitalisedFirst)), ("How often", HTML(text: meeting.every ?? "")),
                ("Records", meeting.hasRecordForEachChild ? "Each child has a record of their own." : HTML()),
            ]
            return """
                <div class="part" id="meeting-\(meeting.id)"><h3>\(meeting.title)</h3>\(Parts.summary(rows))\
                \(lines(meeting.agenda, "Agenda"))\(lines(meeting.outcomes, "How it may end"))\(note(meeting.note))\(source(meeting.source))</div>
                """
        }.joined()
    }

    private var checklists: HTML {
        sections.checklists.filter { list in
            guard let role else { return true }
            return list.usedBy.contains { id in pack.duty(id).map { $0.isOwed(by: role, under: pack) } ?? false }
        }.map { list -> HTML in
            let used = list.usedBy.map { id -> HTML in
                let place = pack.duty(id) == nil ? "regular-\(id)" : "duty-\(id)"
                return "<a href=\"#\(place)\">\(Duty.shortTitle(of: id))</a>"
            }
            let items = list.items.map { "<li>\($0.says)</li>" as HTML }
            let belongs: HTML =
                used.isEmpty ? HTML() : "<p class=\"small\">Used for: \(used.joined(separator: ", ")).</p>"
            return """
                <div class="part" id="checklist-\(list.id)"><h3>\(list.title)</h3>\(belongs)<ul class="ticks">\(items)</ul>\(note(list.note))\(source(list.source))</div>
                """
        }.joined()
    }

    private var letters: HTML {
        let writes = role.map { role in
            pack.duties.contains { $0.isOwed(by: role, under: pack) && $0.doneBy.named.contains(.letterSent) }
        }
        guard writes ?? true else { return HTML() }
        return sections.letters.map { letter -> HTML in
            let text = letter.parts.map { part -> HTML in
                switch part {
                case .text(let text): Parts.lines(text)
                case .place(let name): "<span class=\"place\">\(place(name))</span>"
                }
            }.joined()
            let to = letter.to.map(\.spoken).joined(separator: ", ")
            return """
                <div class="part" id="letter-\(letter.id)"><h3>Letter to \(to)</h3><blockquote>\(text)</blockquote>\(note(letter.note))\(source(letter.source))</div>
                """
        }.joined()
    }

    private func place(_ name: String) -> String {
        Letter.Place(rawValue: name)?.says ?? sections.contact(String(name.drop { $0 != ":" }.dropFirst()))?.who ?? name
    }

    private var notices: HTML {
        let items = sections.notices.filter { notice in role.map { notice.isFor($0) } ?? true }.map { notice -> HTML in
            let to = notice.to.map(\.spoken).joined(separator: ", ")
            let when = notice.when.map { ", \($0.english)" } ?? ""
            return """
                <li id="notice-\(notice.id)"><p><b>\(to.capitalisedFirst)</b>: \(notice.says)</p>
                <p class="small">As soon as \(notice.on.present)\(when). \(ClauseLink.all(notice.source))</p>\(note(notice.note))</li>
                """
        }
        return items.isEmpty ? HTML() : "<ul class=\"duties\">\(items)</ul>"
    }

    private var contacts: HTML {
        if sections.contacts.isEmpty { return HTML() }
        let rows = sections.contacts.map { contact -> HTML in
            """
            <tr id="contact-\(contact.id)"><td><b>\(contact.who)</b>\(note(contact.note))</td><td>\(contact.forWhat)</td><td>\(contact.says)</td>
            <td class="small">\(ClauseLink.all(contact.source))</td></tr>
            """
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Whom to contact"><table><thead><tr><th scope="col">Who</th><th scope="col">For what</th>
            <th scope="col">How</th><th scope="col">Clause</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var information: HTML {
        sections.information.filter { sheet in role.map { sheet.isFor($0) } ?? true }.map { sheet -> HTML in
            """
            <div class="part" id="information-\(sheet.id)"><h3>\(sheet.title)</h3><p class="small">For \(sheet.readers.map(\.rawValue).joined(separator: ", ")).</p>
            <p>\(Parts.lines(sheet.says))</p>\(note(sheet.note))\(source(sheet.source))</div>
            """
        }.joined()
    }

    private var crosswalk: HTML {
        if role != nil || sections.crosswalk.isEmpty { return HTML() }
        let rows = sections.crosswalk.map { line -> HTML in
            """
            <tr><td>\(line.was.spaced.capitalisedFirst)</td><td>\(line.now?.spaced.capitalisedFirst ?? "Nothing compares")</td><td>\(line.note)</td>
            <td class="small">\(ClauseLink.all(line.source))</td></tr>
            """
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Words that changed"><table><thead><tr><th scope="col">Was</th><th scope="col">Compares with</th>
            <th scope="col">Note</th><th scope="col">Clause</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func lines(_ lines: [SectionLine], _ title: String) -> HTML {
        if lines.isEmpty { return HTML() }
        let items = lines.map { line -> HTML in
            let clause: HTML = line.source.map { " <span class=\"small\">\(ClauseLink.all($0))</span>" } ?? HTML()
            return "<li>\(line.says)\(clause)</li>"
        }
        return "<h4>\(title)</h4><ol>\(items)</ol>"
    }

    private func small(_ text: String) -> HTML { text.isEmpty ? HTML() : "<p class=\"small\">\(text)</p>" }

    private func note(_ text: String?) -> HTML { text.map { "<p class=\"small note\">\($0)</p>" } ?? HTML() }

    private func source(_ text: String) -> HTML { "<p class=\"small\">\(ClauseLink.all(text))</p>" }
}

extension Meeting.Invitee {
    /// Whether somebody in the role is asked.
    fileprivate func includes(_ role: Role) -> Bool {
        switch self {
        case .role(let group): group.includes(role)
        case .named: false
        }
    }
}

extension InformationSheet {
    fileprivate func isFor(_ role: Role) -> Bool {
        readers.contains { reader in
            switch reader {
            case .children: role == .child
            case .parents: role == .parent
            case .carers: role.isCarer
            case .schools: role == .school
            case .professionals: !role.isCarer && role != .child && role != .parent
            }
        }
    }
}
