// SPDX-License-Identifier: MIT

/// Reads the clauses of one source from their tree. Every fault is reported; with one, nothing is given out.
public struct ClauseReader {
    private let faults = Faults()

    /// The source's clauses, or every fault in the order of lines.
    public static func read(_ node: PackNode) -> (ClauseSource?, [ReadingFault]) {
        let reader = ClauseReader()
        let source = reader.source(node)
        let faults = reader.faults.all.sorted { ($0.line, $0.says) < ($1.line, $1.says) }
        return (faults.isEmpty ? source : nil, faults)
    }

    private func source(_ node: PackNode) -> ClauseSource? {
        let what = "a source's clauses"
        let known = ["source", "title", "clauses", "apart"]
        guard let fields = Fields(node, what, known: known, faults: faults) else { return nil }
        let short = fields.need("source", what).flatMap { faults.text($0, "“source”") }
        let title = fields.need("title", what).flatMap { faults.text($0, "“title”") }
        let rows = (fields.need("clauses", what)?.items ?? []).compactMap(row)
        if fields["clauses"] != nil, rows.isEmpty, faults.all.isEmpty { faults.add(node, "There is no clause here.") }
        var seen: Set<String> = []
        for row in rows where !seen.insert(row.clause.lowercased()).inserted {
            faults.add(file: node.file, line: row.line, "“\(row.clause)” has a row already.")
        }
        let apart = (fields["apart"]?.items ?? []).compactMap(apart)
        guard let short, let title else { return nil }
        return ClauseSource(short: short, title: title, rows: rows, apart: apart, file: node.file)
    }

    private func row(_ node: PackNode) -> ClauseRow? {
        let known = ["clause", "heading", "about", "by", "not", "planned"]
        guard let fields = Fields(node, "a clause", known: known, faults: faults) else { return nil }
        let clause = fields.need("clause", "a clause").flatMap { faults.text($0, "“clause”") }
        let about = fields.need("about", "a clause").flatMap { faults.text($0, "“about”") }
        let headings = fields["heading"].flatMap { faults.words($0, "heading") } ?? []
        let carriers = (fields["by"]?.items ?? []).compactMap(carrier)
        let whyNot = fields["not"].flatMap { faults.text($0, "“not”") }
        let planned = fields["planned"].flatMap { faults.text($0, "“planned”") }
        var seen: Set<[String]> = []
        for carrier in carriers where !seen.insert([carrier.kind.rawValue, carrier.name, carrier.pack ?? ""]).inserted {
            faults.add(file: node.file, line: carrier.line, "“\(carrier.name)” stands twice under “by”.")
        }
        guard let clause, let about else { return nil }
        if ["by", "not", "planned"].allSatisfy({ fields[$0] == nil }) || (fields["by"] != nil && carriers.isEmpty) {
            faults.add(
                node, "“\(clause)” says neither what carries it out nor why nothing does.",
                allowed: ["by", "not", "planned"])
        }
        return ClauseRow(
            clause: clause, headings: headings, about: about, carriers: carriers, whyNot: whyNot, planned: planned,
            line: node.line)
    }

    private func carrier(_ node: PackNode) -> ClauseCarrier? {
        let kinds = ClauseCarrier.Kind.allCases.map(\.rawValue)
        guard let fields = Fields(node, "what carries it out", known: kinds + ["pack"], faults: faults) else {
            return nil
        }
        let named = kinds.filter { fields[$0] != nil }
        guard named.count == 1, let kind = ClauseCarrier.Kind(rawValue: named[0]) else {
            faults.add(node, "What carries a clause out is exactly one of these.", allowed: kinds)
            return nil
        }
        let name = fields[named[0]].flatMap { faults.text($0, "“\(named[0])”") }
        let pack = fields["pack"].flatMap { faults.text($0, "“pack”") }
        if pack != nil, !kind.isOfPack { faults.add(node, "“pack” goes with items of a pack only.") }
        return name.map { ClauseCarrier(kind: kind, name: $0, pack: pack, line: node.line) }
    }

    private func apart(_ node: PackNode) -> String? {
        guard let fields = Fields(node, "a heading apart", known: ["heading", "why"], faults: faults) else {
            return nil
        }
        _ = fields.need("why", "a heading apart").flatMap { faults.text($0, "“why”") }
        return fields.need("heading", "a heading apart").flatMap { faults.text($0, "“heading”") }
    }
}
