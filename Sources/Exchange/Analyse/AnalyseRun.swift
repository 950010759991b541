// SPDX-License-Identifier: MIT
import Analysis

/// `homeward analyse`: figures, charts and a list of faults straight from files, with nothing stored.
public struct AnalyseRun: Sendable {
    /// Folders or files of an SSDA903 return, or, with a mapping, police extracts.
    public var paths: [String]
    /// The year in which the collection year ends; worked out from the data where nil.
    public var year: Int?
    /// Last year's return, for rule 576; a folder `prev` beside this year's files does as well.
    public var previous: String?
    /// What the columns of a police extract are; nil where the paths are a return.
    public var mapping: PoliceMapping?

    public init(paths: [String], year: Int? = nil, previous: String? = nil, mapping: PoliceMapping? = nil) {
        self.paths = paths
        self.year = year
        self.previous = previous
        self.mapping = mapping
    }

    /// Reads, counts and checks. Calls `progress` with a line as each step begins.
    public func run(progress: @escaping (String) -> Void = { _ in }) throws(ReturnRefusal) -> AnalyseResult {
        let asked = try askedYear()
        if let mapping { return try analyseExtract(mapping, asked, progress) }
        let loaded = try LoadedReturn.load(paths, previous: previous, progress: progress)
        let year = asked ?? loaded.data.likelyYear
        progress("counting")
        let figures = AbsenceFigures(loaded.data.absences, year: year)
        progress("checking")
        let check = loaded.data.check(in: year)
        return AnalyseResult(
            source: .statutoryReturn, files: loaded.files.map(AnalyseResult.File.init), leftAlone: loaded.leftAlone,
            year: year, isYearInferred: asked == nil && year != nil, figures: figures, children: loaded.data.children,
            check: check,
            findings: loaded.findings)
    }

    private func askedYear() throws(ReturnRefusal) -> CollectionYear? {
        guard let year else { return nil }
        guard let known = CollectionYear(ending: year) else {
            throw ReturnRefusal(file: "--year", "\(year) is not a year; give the year in which it ends, such as 2026.")
        }
        return known
    }

    private func analyseExtract(
        _ mapping: PoliceMapping, _ asked: CollectionYear?, _ progress: @escaping (String) -> Void
    ) throws(ReturnRefusal) -> AnalyseResult {
        var extract = PoliceExtract(mapping: mapping)
        for path in paths {
            progress(path)
            try extract.read(file: path)
        }
        progress("counting")
        let table = extract.absences
        return AnalyseResult(
            source: .policeExtract, files: extract.files, leftAlone: [], year: asked, isYearInferred: false,
            figures: AbsenceFigures(table, year: asked), children: table.children,
            check: .nothingRun, findings: extract.findings)
    }
}
