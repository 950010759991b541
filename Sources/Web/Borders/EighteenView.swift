// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// What becomes of an open episode, the plans and a panel's place when the young person turns eighteen, said before it.
/// Source: SG ¶65.
struct EighteenView {
    let eighteen: Eighteen
    let sheets: [InformationSheet]
    let telling: Telling

    /// Nil where the birthday is far, or it is not for the reader.
    init?(_ child: Child, _ pack: ProtocolPack, telling: Telling, seen: Seen) {
        guard seen.shows(.born, of: .childRegistered), seen.sees(.episode),
            let found = Eighteen(child, episodes: telling.state.episodes(of: child.id), on: telling.today)
        else { return nil }
        eighteen = found
        self.telling = telling
        let wanted = [("at-18-episode", found.hasOpenEpisode), ("at-18-plan", true), ("at-18-panel", found.isOnAgenda)]
        sheets = wanted.filter(\.1).compactMap { id, _ in pack.sections.information.first { $0.id == id } }
    }

    var html: HTML {
        let when =
            switch eighteen.daysLeft {
            case 0: "Eighteen today"
            case let left where left < 0: "Eighteen since \(Spoken.date(eighteen.birthday, today: telling.today))"
            case let left: "Eighteen in \(Spoken.counted(left, "day")), on \(Spoken.fullDate(eighteen.birthday))"
            }
        let items = sheets.map { sheet -> HTML in
            "<h3>\(sheet.title)</h3><p>\(sheet.says) <span class=\"small\">\(sheet.source)</span></p>"
        }
        let leaver: HTML =
            eighteen.isCareLeaver
            ? "<p class=\"small\">In care or a care leaver: a personal adviser and a pathway plan are owed.</p>"
            : HTML()
        return "<section class=\"card\" id=\"eighteen\"><h2>\(when)</h2>\(items)\(leaver)</section>"
    }
}
