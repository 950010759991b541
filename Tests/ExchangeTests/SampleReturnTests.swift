// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing

@testable import Exchange

@Suite struct `The sample return` {
    static let folder = Samples.path("ssda903/csc-validator-be-903")

    @Test(.enabled(if: Samples.found(folder), "skipped: the sample files are not on this machine"))
    func `counts 19 missing and 24 away periods of 39 children`() throws {
        let result = try AnalyseRun(paths: [Self.folder], year: 2018).run()
        let kinds = result.figures.byKind
        #expect(kinds.bands.map(\.all.episodes) == [19, 24])
        #expect(result.figures.persistence.children == 39)
        #expect(result.leftAlone == ["903_2024_25_rule_info.csv", "fake_903.xml"])
    }

    @Test(.enabled(if: Samples.found(folder), "skipped: the sample files are not on this machine"))
    func `is of the year that most of its dates fall in`() throws {
        let result = try AnalyseRun(paths: [Self.folder]).run()
        #expect(result.year?.ending == 2018)
        #expect(result.isYearInferred)
    }
}

/// Files that lie beside the project on some machines and not on others.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func path(_ name: String) -> String {
        let beside = root.deletingLastPathComponent().appending(path: "shared/data")
        let known = ProcessInfo.processInfo.environment["HOMEWARD_SAMPLES"] ?? beside.path
        return known + "/" + name
    }

    /// Says aloud when the samples are not there, so that a skipped test is not taken for a passed one.
    static func found(_ path: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: path)
        if !isThere { print("SKIPPED: no sample files at \(path)") }
        return isThere
    }
}
