// SPDX-License-Identifier: MIT

import Analysis
import Procedures

/// What is different between two protocols, section by section, in sentences.
struct DifferenceView {
    let differences: PackDifferences

    init(_ differences: PackDifferences) { self.differences = differences }

    var html: HTML {
        let sections = ItemKind.allCases.compactMap(section)
        return "<div class=\"difference\"><p class=\"lead\">\(differences.summary)</p>\(sections)</div>"
    }

    private func section(_ kind: ItemKind) -> HTML? {
        let found = differences.of(kind)
        if found.added.isEmpty, found.removed.isEmpty, found.changed.isEmpty { return nil }
        let asking = found.changed.filter { !$0.isWordingOnly }
        let wording = found.changed.filter(\.isWordingOnly)
        return """
            <section class="card" aria-labelledby="kind-\(kind.rawValue)"><h2 id="kind-\(kind.rawValue)">\(kind.heading)</h2>\
            \(part("New", found.added.map(added)))\(part("Changed", asking.map(changed)))\
            \(part("Taken out", found.removed.map(removed)))\(folded(wording))</section>
            """
    }

    private func part(_ title: String, _ items: [HTML]) -> HTML {
        if items.isEmpty { return HTML() }
        let look: Tag.Look = title == "New" ? .ok : title == "Taken out" ? .wait : .soon
        return "<h3>\(Tag(title, look).html)\(items.count)</h3><ul class=\"duties\">\(items)</ul>"
    }

    private func added(_ item: ItemSaying) -> HTML {
        let shown: [Aspect] = [.owes, .due, .every, .needed, .allowed, .fires, .value, .chair, .to]
        let facts = shown.compactMap { aspect in item.says(aspect).map { "\(aspect.label): \($0)" } }
        return """
            <li><p>\(title(item))</p>\(small(facts.joined(separator: ". ")))\(small(item.says(.source) ?? ""))</li>
            """
    }

    private func removed(_ gone: RemovedItem) -> HTML {
        "<li><p>\(title(gone.item))</p>\(small(gone.reason ?? "\(differences.after.title) does not have it."))</li>"
    }

    private func changed(_ change: ChangedItem) -> HTML {
        let points = change.points.map { point -> HTML in "<li>\(point.sentence)</li>" }
        return "<li><p>\(title(change.after))</p><ul>\(points)</ul></li>"
    }

    private func folded(_ wording: [ChangedItem]) -> HTML {
        if wording.isEmpty { return HTML() }
        return
            "<details><summary>\(wording.count) with other words or another clause only</summary><ul class=\"duties\">\(wording.map(changed))</ul></details>"
    }

    private func title(_ item: ItemSaying) -> HTML {
        switch item.kind {
        case .duty, .calendarItem, .guardrail: "<b>\(Duty.shortTitle(of: item.id))</b>: \(item.title)"
        default: "<b>\(item.title)</b>"
        }
    }

    private func small(_ text: String) -> HTML { text.isEmpty ? HTML() : "<p class=\"small\">\(text)</p>" }
}
