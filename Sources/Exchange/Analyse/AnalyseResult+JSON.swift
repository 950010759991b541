// SPDX-License-Identifier: MIT
import Analysis
import Foundation

extension AnalyseResult {
    /// The result as JSON: `episodes` and `children` by kind, `figures`, `faults`, and what the files were.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(AnalyseJSON(self)) else { return "{}" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// The JSON shape, apart from the types it is made from, so that neither can change the other unnoticed.
struct AnalyseJSON: Encodable {
    struct File: Encodable { let name, kind: String, rows: Int }
    struct Count: Encodable { let episodes, children: Int }
    struct Band: Encodable { let label: String, byKind: [String: Count], all: Count }
    struct Figure: Encodable {
        let id, title, definition: String
        let bands: [Band]
        let valueMissing: Count
    }
    struct Fault: Encodable {
        let table: String, row: Int
        let rule, child, says, mend: String
    }
    struct NotRun: Encodable { let rule: String, lacking: [String] }
    struct Finding: Encodable {
        let file: String, line: Int?, column: String?, value: String?, says: String
    }

    let source: String
    let year: Int?
    let yearInferred: Bool
    let episodes, children: [String: Int]
    let childrenWithOne, childrenWithMoreThanThree: Int
    let files: [File]
    let leftAlone: [String]
    let figures: [Figure]
    let faults: [Fault]
    let rulesNotRun: [NotRun]
    let findings: [Finding]
    let findingsNotListed: Int

    init(_ result: AnalyseResult) {
        source = result.source.rawValue
        year = result.year?.ending
        yearInferred = result.isYearInferred
        let kinds = result.figures.byKind
        var (episodes, children) = (["all": 0], ["all": 0])
        for (index, kind) in kinds.kinds.enumerated() {
            episodes[kind.name] = kinds.bands[index].all.episodes
            children[kind.name] = kinds.bands[index].all.children
            episodes["all", default: 0] += kinds.bands[index].all.episodes
        }
        let persistence = result.figures.persistence
        children["all"] = persistence.children
        (self.episodes, self.children) = (episodes, children)
        childrenWithOne = persistence.withOne
        childrenWithMoreThanThree = persistence.withMoreThanThree
        files = result.files.map { File(name: $0.name, kind: $0.kind, rows: $0.rows) }
        leftAlone = result.leftAlone
        figures = result.figures.all.map(Figure.init)
        faults = result.check.faults.map {
            Fault(
                table: $0.table.rawValue, row: $0.row, rule: $0.rule.rawValue, child: $0.child, says: $0.says,
                mend: $0.mend)
        }
        rulesNotRun = result.check.notRun.map { NotRun(rule: $0.rule.rawValue, lacking: $0.lacking) }
        findings = result.findings.listed.map {
            Finding(file: $0.file, line: $0.line, column: $0.column, value: $0.value, says: $0.says)
        }
        findingsNotListed = result.findings.beyond
    }
}

extension AnalyseJSON.Figure {
    init(_ figure: Figure) {
        self.init(
            id: figure.id, title: figure.title, definition: figure.definition,
            bands: figure.bands.map { AnalyseJSON.Band($0, figure.kinds) }, valueMissing: .init(figure.valueMissing.all)
        )
    }
}

extension AnalyseJSON.Band {
    init(_ band: Figure.Band, _ kinds: [AbsenceKind]) {
        self.init(
            label: band.label,
            byKind: Dictionary(
                zip(kinds.map(\.name), band.byKind.map(AnalyseJSON.Count.init)), uniquingKeysWith: { first, _ in first }
            ),
            all: .init(band.all))
    }
}

extension AnalyseJSON.Count {
    init(_ count: Count) {
        self.init(episodes: count.episodes, children: count.children)
    }
}
