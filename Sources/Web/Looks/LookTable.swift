// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Ledger
import WorkingTime

/// Looks as a table, the newest first.
struct LookTable {
    let looks: [RecordedLook]
    let telling: LookTelling
    let columns: Columns

    enum Columns { case everything, ofChild, ofPerson }

    private var clock: Clock { Clock(now: telling.call.site.looks.now) }

    var html: HTML {
        if looks.isEmpty { return "<p>Nobody looked, as far as you may know.</p>" }
        return """
            <div class="wide" tabindex="0" role="region" aria-label="Looks"><table><thead><tr><th scope="col">When</th>
            \("<th scope=\"col\">Who</th>", when: columns != .ofPerson)<th scope="col">What</th>
            \("<th scope=\"col\">Whose record</th>", when: columns != .ofChild)<th scope="col">Where</th></tr></thead>
            <tbody>\(lines.map(row))</tbody></table></div>
            """
    }

    /// What stands in one row.
    private enum Line {
        case one(RecordedLook)
        /// Everybody whom somebody was shown at once, as on a board.
        case list([Look])
    }

    private var lines: [Line] {
        var lines: [Line] = []
        for recorded in looks {
            guard case .look(let placed) = recorded, placed.look.kind == .listed else {
                lines.append(.one(recorded))
                continue
            }
            if case .list(let list)? = lines.last, let last = list.last, last.isOfOneList(with: placed.look) {
                lines[lines.count - 1] = .list(list + [placed.look])
            } else {
                lines.append(.list([placed.look]))
            }
        }
        return lines
    }

    private func row(_ line: Line) -> HTML {
        switch line {
        case .one(let recorded): return row(recorded)
        case .list(let looks):
            let told = looks.map(telling.told)
            guard let first = told.first, told.count > 1 else { return "\(told.map(row))" }
            return """
                <tr><td>\(clock.moment(first.at))</td>\
                \(columns == .ofPerson ? HTML() : who(first))\
                <td>Was shown a list</td><td><details><summary>\(told.count) children</summary>\
                <ul class="plain">\(told.map { look -> HTML in "<li>\(telling.child(look))</li>" })</ul></details></td>\
                <td class="small">\(first.route)</td></tr>
                """
        }
    }

    private func row(_ recorded: RecordedLook) -> HTML {
        switch recorded {
        case .look(let placed): return row(telling.told(placed.look))
        case .erased(let header):
            let at = Instant(secondsSince1970: header.recordedAt)
            return
                "<tr><td>\(clock.moment(at))</td><td colspan=\"4\">Somebody looked. Who, and at what, was erased with the child’s record.</td></tr>"
        case .unreadable(let position):
            return
                "<tr><td>Not known</td><td colspan=\"4\">Entry \(position.number) cannot be read: it is damaged.</td></tr>"
        }
    }

    private func row(_ look: Look) -> HTML {
        """
        <tr><td>\(clock.moment(look.at))</td>\
        \(columns == .ofPerson ? HTML() : who(look))\
        <td>\(what(look))</td>\(columns == .ofChild ? HTML() : "<td>\(telling.child(look))</td>" as HTML)\
        <td class="small">\(look.route)\(look.from.map { from -> HTML in " from \(from)" })</td></tr>
        """
    }

    private func who(_ look: Look) -> HTML {
        "<td>\(person(look))<br><span class=\"small\">\(telling.office(look.by))</span></td>"
    }

    private func person(_ look: Look) -> HTML {
        guard let worker = look.by.worker,
            telling.call.account.role.reviewsLooks || worker == telling.call.account.worker
        else { return HTML(text: telling.name(look.by.worker)) }
        return "<a href=\"/people/\(FormFields.encode(worker))/looks\">\(telling.name(worker))</a>"
    }

    private func what(_ look: Look) -> HTML {
        let part = look.part.map { part -> HTML in "<br><span class=\"small\">\(part.spoken.capitalisedFirst)</span>" }
        let words = look.words.map { words -> HTML in "<br><span class=\"small\">“\(words)”</span>" }
        return "\(look.kind.spoken.capitalisedFirst)\(look.kind == .listed ? nil : part)\(words)"
    }
}

extension Look {
    /// Whether both were noted when one list was shown: to the same person, at the same place, in the same second.
    fileprivate func isOfOneList(with other: Look) -> Bool {
        kind == other.kind && child != nil && other.child != nil && by == other.by && route == other.route
            && at == other.at
    }
}
