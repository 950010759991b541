// SPDX-License-Identifier: MIT

import Casework

/// The clauses of every source beside the packs that cite them, and beside what else is in the program.
public struct ClauseTable: Sendable {
    public let sources: [ClauseSource]
    let packs: [PackItems]
    /// The names that the program has, for what is no item of a pack.
    private let known: [ClauseCarrier.Kind: [String]]

    /// `pages`, `measures` and `commands` are the names that the shell knows; the core's own are added.
    public init(
        sources: [ClauseSource], packs: [PackItems], pages: [String], measures: [String], commands: [String]
    ) {
        self.sources = sources
        self.packs = packs
        known = [
            .page: pages, .measure: measures, .command: commands, .event: EventWord.allCases.map(\.rawValue),
            .access: RecordPart.allCases.map(\.rawValue) + Relationship.allCases.map(\.rawValue),
            .refusal: Refusal.names,
        ]
    }

    /// What is not so: a carrier that is not there or does not cite the clause, a citation that has no row.
    public func faults() -> [ReadingFault] {
        let rows = sources.flatMap { source in
            source.rows.flatMap { row in row.carriers.flatMap { faults(of: $0, row, source) } }
        }
        return rows + packs.flatMap(uncovered)
    }

    /// The packs whose own text has the item, those that cite the clause first.
    func holders(of carrier: ClauseCarrier, _ clause: String, _ source: ClauseSource) -> [String] {
        let held = found(carrier)
        let citing = held.filter { cites($0.item, clause, source) }
        return (citing.isEmpty ? held : citing).map(\.pack)
    }

    private func found(_ carrier: ClauseCarrier) -> [(pack: String, item: PackItems.Item)] {
        packs.filter { carrier.pack.map(inheritance)?.contains($0.pack) ?? true }.flatMap { pack in
            pack.items.filter { $0.kind == carrier.kind && $0.id == carrier.name }.map { (pack.pack, $0) }
        }
    }

    /// A pack and those that it extends.
    private func inheritance(_ pack: String) -> [String] {
        var line = [pack]
        while let next = packs.first(where: { $0.pack == line.last })?.parent, !line.contains(next) {
            line.append(next)
        }
        return line
    }

    private func cites(_ item: PackItems.Item, _ clause: String, _ source: ClauseSource) -> Bool {
        item.cites.contains { cite in
            cite.source == source.short && (cite.clause.map { Citation.overlap($0, clause) } ?? true)
        }
    }

    private func faults(of carrier: ClauseCarrier, _ row: ClauseRow, _ source: ClauseSource) -> [ReadingFault] {
        func fault(_ says: String, among words: [String] = []) -> [ReadingFault] {
            let near = nearest(carrier.name, among: words)
            return [ReadingFault(file: source.file, line: carrier.line, says: says, nearest: near)]
        }
        let name = "\(carrier.kind.spoken) “\(carrier.name)”"
        guard carrier.kind.isOfPack else {
            let words = known[carrier.kind] ?? []
            return words.contains(carrier.name) ? [] : fault("There is no \(name).", among: words)
        }
        if let pack = carrier.pack, !packs.contains(where: { $0.pack == pack }) {
            return fault("There is no pack “\(pack)”.")
        }
        let held = found(carrier)
        guard !held.isEmpty else {
            let words = packs.flatMap(\.items).filter { $0.kind == carrier.kind }.map(\.id)
            return fault("No pack\(carrier.pack.map { " “\($0)”" } ?? "") has a \(name).", among: words)
        }
        // A setting without a source of its own cites nothing.
        let cited = held.flatMap(\.item.cites)
        if carrier.kind == .setting, cited.isEmpty { return [] }
        if held.contains(where: { cites($0.item, row.clause, source) }) { return [] }
        let packs = held.map(\.pack).joined(separator: ", ")
        let others = cited.filter { $0.source == source.short }.compactMap(\.clause).joined(separator: ", ")
        return others.isEmpty
            ? fault("The \(name) of \(packs) does not cite \(source.short).")
            : fault("The \(name) of \(packs) cites \(others) of \(source.short), and not “\(row.clause)”.")
    }

    /// What a pack cites of a source that has a table, without a row there.
    private func uncovered(_ pack: PackItems) -> [ReadingFault] {
        var seen: Set<Citation> = []
        return pack.places.compactMap { place in
            guard let clause = place.citation.clause, seen.insert(place.citation).inserted,
                let source = sources.first(where: { $0.short == place.citation.source }),
                !source.rows.contains(where: { Citation.isPart(clause, of: $0.clause) })
            else { return nil }
            let says = "“\(clause)” of \(source.short) is cited here and has no row in \(source.file)."
            let near = nearest(clause, among: source.rows.map(\.clause))
            return ReadingFault(file: pack.file, line: place.line, says: says, nearest: near)
        }
    }
}
