// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A report as a value: the same for a page, for paper and for files.
///
/// Its numbers come from the measures and from nowhere else. What is hidden in it is hidden in every form of it.
public struct Report: Sendable {
    public let kind: ReportKind
    /// Whose children it is about: the name of an authority, or of the partnership.
    public let area: String
    public let period: ClosedRange<CivilDate>
    public let madeAt: Instant
    public let sections: [Section]
    /// What is hidden and why, where anything may be.
    public let rule: String?
    /// The children whom it names: nobody but in a report for whom they are shown to.
    public var children: [ChildID] = []
    /// What the record lacks, so that nobody takes a gap for good news.
    public let gaps: [String]

    public struct Section: Sendable {
        public let title: String
        public let parts: [Part]

        public init(_ title: String, _ parts: [Part]) { (self.title, self.parts) = (title, parts) }
    }

    public enum Part: Sendable {
        case words(String)
        case points([String])
        /// Labels with what is said of each.
        case terms([Term])
        case headlines([Headline])
        case table(ReportTable)
        /// A picture of the table that stands beside it, under its title.
        case picture(any TitledPicture)
        case note(String)
    }

    public struct Term: Hashable, Sendable {
        public let term: String
        public let says: String
    }

    /// A number with what it counts.
    public struct Headline: Hashable, Sendable {
        public let cell: ReportCell
        public let label: String
        public let note: String
    }

    public var title: String { "\(kind.title): \(area)" }

    /// For a file: `storyboard-2017-04-01-2018-03-31`.
    public var fileName: String {
        "\(kind.id)-\(TimeText.write(period.lowerBound))-\(TimeText.write(period.upperBound))"
    }

    /// Every table of it, in order.
    public var tables: [ReportTable] {
        sections.flatMap(\.parts).compactMap { part in
            if case .table(let table) = part { table } else { nil }
        }
    }
}
