// SPDX-License-Identifier: MIT

import Analysis
import Procedures

/// Every source document with its clauses, and what of the protocol comes from each: what a printed copy ends with.
struct ClauseIndex {
    let pack: ProtocolPack
    let duties: [Duty]
    /// Whether all of the pack is shown, and not only one role's part.
    let isWhole: Bool

    var html: HTML {
        let used = Set(places.map(\.clause.source))
        let names = pack.sources.keys.sorted().filter { isWhole || used.contains($0) }
        let parts = names.map { name -> HTML in
            "<h3 id=\"source-\(name)\">\(name): \(pack.sources[name])</h3>\(clauses(of: name))"
        }
        return "<section class=\"card\" id=\"clauses\"><h2>Clauses</h2>\(parts)</section>"
    }

    private struct Place: Hashable {
        let clause: Citation
        let address: String
        let title: String
    }

    private var places: [Place] {
        let own = duties.map { ("duty-\($0.id)", $0.shortTitle, $0.source) }
        return (own + (isWhole ? others : [])).flatMap { address, title, source in
            Citation.all(in: source).map { Place(clause: $0, address: address, title: title) }
        }
    }

    /// Address, title and source of everything that is no duty for children.
    private var others: [(String, String, String)] {
        let sections = pack.sections
        var all = pack.guardrails.map { ("rule-\($0.id)", Duty.shortTitle(of: $0.id), $0.source) }
        all += pack.triggers.map { ("trigger-\($0.id)", Duty.shortTitle(of: $0.id), $0.source) }
        all += pack.sayings(of: .triage).map { ("triage", "Green, amber, red", $0.says(.source) ?? "") }
        all += pack.reportItems.map { ("item-\($0.id)", $0.says, $0.source) }
        all += pack.questions.map { ("question-\($0.id)", $0.asks, $0.source) }
        all += sections.calendar.map { ("regular-\($0.id)", Duty.shortTitle(of: $0.id), $0.source) }
        for meeting in sections.meetings {
            let sources = [meeting.source] + (meeting.agenda + meeting.outcomes).compactMap(\.source)
            all += Set(sources).sorted().map { ("meeting-\(meeting.id)", meeting.title, $0) }
        }
        all += sections.checklists.map { ("checklist-\($0.id)", $0.title, $0.source) }
        all += sections.letters.map { ("letter-\($0.id)", Duty.shortTitle(of: $0.id), $0.source) }
        all += sections.notices.map { ("notice-\($0.id)", Duty.shortTitle(of: $0.id), $0.source) }
        all += sections.contacts.map { ("contact-\($0.id)", $0.who, $0.source) }
        all += sections.information.map { ("information-\($0.id)", $0.title, $0.source) }
        all += sections.crosswalk.map { ("crosswalk", "Words that changed", $0.source) }
        return all
    }

    private func clauses(of document: String) -> HTML {
        let here = Dictionary(grouping: places.filter { $0.clause.source == document }) { $0.clause.clause ?? "" }
        if here.isEmpty { return "<p class=\"small\">Nothing here names a clause of it by itself.</p>" }
        let rows = here.keys.sorted { $0.inNaturalOrder(before: $1) }.map { place -> HTML in
            var seen: Set<Place> = []
            let once = (here[place] ?? []).filter { seen.insert($0).inserted }
            let links = once.map { each -> HTML in "<a href=\"#\(each.address)\">\(each.title)</a>" }
            return "<dt>\(place.isEmpty ? "As a whole" : place)</dt><dd>\(links.joined(separator: ", "))</dd>"
        }
        return "<dl class=\"sum clauses\">\(rows)</dl>"
    }
}

extension String {
    /// Whether it stands before another where numbers count as numbers: "¶9" before "¶10".
    func inNaturalOrder(before other: String) -> Bool {
        var (mine, theirs) = (self[...], other[...])
        while let first = mine.first, let second = theirs.first {
            if first.isASCIIDigit, second.isASCIIDigit {
                let (one, two) = (mine.prefix(while: \.isASCIIDigit), theirs.prefix(while: \.isASCIIDigit))
                let (small, large) = (Int(one) ?? .max, Int(two) ?? .max)
                if small != large { return small < large }
                mine = mine.dropFirst(one.count)
                theirs = theirs.dropFirst(two.count)
            } else {
                if first != second { return first < second }
                mine = mine.dropFirst()
                theirs = theirs.dropFirst()
            }
        }
        return mine.isEmpty && !theirs.isEmpty
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
