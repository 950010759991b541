// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A report as a value: the same for a page, for paper and for files.
///
/// Its numbers come from the measures and from nowhere else. What is hidden in it is hidden in every form of it.
public struct Report: Sendable {
    /// For files and styles: `storyboard`.
    public let id: String
    /// What it is: "Storyboard".
    public let name: String
    /// Whose children it is about: the name of an authority, of a home, or of the partnership; or the child's.
    public let area: String
    public let period: ClosedRange<CivilDate>
    public let madeAt: Instant
    public let sections: [Section]
    /// What is hidden and why, where anything may be.
    public let rule: String?
    /// Whether it may leave the circle of those who need to know.
    public let isPublished: Bool
    /// How it was counted.
    public let method: String
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
        /// Lines to write on by hand, under what they are for.
        case writing([String])
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

    public init(
        id: String, name: String, area: String, period: ClosedRange<CivilDate>, madeAt: Instant,
        sections: [Section], rule: String? = nil, isPublished: Bool = false, method: String, gaps: [String]
    ) {
        (self.id, self.name, self.area, self.period, self.madeAt) = (id, name, area, period, madeAt)
        (self.sections, self.rule, self.isPublished, self.method, self.gaps) = (
            sections, rule, isPublished, method, gaps
        )
    }

    /// One of the area's reports, which count episodes.
    init(
        kind: ReportKind, area: String, period: ClosedRange<CivilDate>, madeAt: Instant, sections: [Section],
        rule: String?, gaps: [String]
    ) {
        self.init(
            id: kind.id, name: kind.title, area: area, period: period, madeAt: madeAt, sections: sections, rule: rule,
            isPublished: kind.isPublished,
            method:
                "An episode counts in the stretch in which it began, under the kind under which it was held when this "
                + "was made.", gaps: gaps)
    }

    public var title: String { "\(name): \(area)" }

    /// For a file: `storyboard-2017-04-01-2018-03-31`.
    public var fileName: String {
        "\(id)-\(TimeText.write(period.lowerBound))-\(TimeText.write(period.upperBound))"
    }

    /// Every table of it, in order.
    public var tables: [ReportTable] {
        sections.flatMap(\.parts).compactMap { part in
            if case .table(let table) = part { table } else { nil }
        }
    }
}
