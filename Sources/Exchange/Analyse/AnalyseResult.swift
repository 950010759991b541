// SPDX-License-Identifier: MIT
import Analysis

/// What `analyse` found, before it is put into words, a page or JSON.
public struct AnalyseResult: Sendable {
    public enum Source: String, Sendable {
        case statutoryReturn = "ssda903"
        case policeExtract = "police"
    }

    /// One file that was read.
    public struct File: Hashable, Sendable {
        public let name: String
        /// What it turned out to be.
        public let kind: String
        public let rows: Int

        public init(name: String, kind: String, rows: Int) {
            (self.name, self.kind, self.rows) = (name, kind, rows)
        }

        init(_ file: FileRead) {
            self.init(
                name: file.file, kind: file.table.rawValue + (file.isLastYear ? ", last year" : ""), rows: file.rows)
        }
    }

    public let source: Source
    public let files: [File]
    /// Files in the folder that are no part of it.
    public let leftAlone: [String]
    /// Nil where nothing tells it, and where a police extract is counted over all its dates.
    public let year: CollectionYear?
    /// True where the year was worked out from the dates.
    public let isYearInferred: Bool
    public let figures: AbsenceFigures
    /// What the source calls each child, by number.
    let children: [String]
    public let check: Check903
    public let findings: Findings

    /// True where an exit code should say that something wants mending.
    public var hasFaults: Bool { !check.faults.isEmpty || findings.count > 0 }
}
