// SPDX-License-Identifier: MIT

import WorkingTime

/// Every measure there is, each with the one line that defines it. The page `docs/measures.md` is made from it.
public enum MeasureGlossary {
    public struct Line: Hashable, Sendable {
        public let id: String
        public let title: String
        public let definition: String
        /// What is counted.
        public let counts: String
    }

    public static let lines: [Line] = dimensions + series + quantities + words + others + shared

    /// The line of a measure.
    public static func line(_ id: String) -> Line? { lines.first { $0.id == id } }

    private static let both = "episodes and children"

    private static let dimensions = Dimension.all.map {
        Line(id: $0.id, title: $0.title, definition: $0.definition, counts: both)
    }

    private static let series: [Line] = {
        let day = CivilDate(daysSince1970: 0)...CivilDate(daysSince1970: 31)
        return [Dimension.months(day), .quarters(day), .stretches(of: 7, day), .open(atEndOf: nil)].map {
            Line(id: $0.id, title: $0.title, definition: $0.definition, counts: both)
        }
    }()

    private static let quantities = Quantity.all.map {
        Line(
            id: $0.id, title: $0.title,
            definition: $0.definition + " Median and 90th centile: the smallest value that at least that share of the "
                + "values do not exceed.", counts: $0.unit)
    }

    private static let words = WordFigure.Words.allCases.map {
        Line(id: $0.rawValue, title: $0.title, definition: $0.definition, counts: both)
    }

    private static let others: [Line] = [
        Line(
            id: Repeats.id, title: Repeats.title, definition: Repeats.definition,
            counts: "children, with their episodes"),
        Line(
            id: "persistent", title: "Persistent",
            definition: "Children with more than three episodes in the period. Source: TCS.", counts: "children"),
        Line(
            id: "with-one", title: "With one episode",
            definition: "The share of children with exactly one episode in the period.", counts: "children"),
        Line(
            id: ChildMeasures.topID, title: "Top list", definition: ChildMeasures.topDefinition, counts: "children"),
        Line(
            id: ChildMeasures.absencesID, title: "Absences beside missing episodes",
            definition: ChildMeasures.absencesDefinition, counts: "children"),
        Line(
            id: ChildMeasures.matchID, title: "Cross-match with another list",
            definition: ChildMeasures.matchDefinition, counts: "children"),
        Line(
            id: "latest", title: "Children by their latest episode",
            definition:
                "Any dimension over the last episode of each child in the period: each child stands in one band. So "
                + "children are counted by triage, by care group, by where they live.", counts: "children"),
        Line(
            id: "word-pairs", title: "What comes together", definition: WordFigure.pairsDefinition, counts: both),
        Line(id: Companions.id, title: Companions.title, definition: Companions.definition, counts: "episodes"),
        Line(
            id: SeenFigure.id, title: SeenFigure.title, definition: SeenFigure.definition, counts: "sightings, children"
        ),
        Line(
            id: DistrictStack.id, title: DistrictStack.title, definition: DistrictStack.definition, counts: "children"),
        Line(
            id: InterviewSummary.id, title: InterviewSummary.title, definition: InterviewSummary.definition,
            counts: "episodes"),
        Line(
            id: FindingSummary.id, title: FindingSummary.title, definition: FindingSummary.definition,
            counts: "findings"),
        Line(
            id: CompletenessSummary.id, title: CompletenessSummary.title, definition: CompletenessSummary.definition,
            counts: "things in reports"),
        Line(id: NoticeFigure.id, title: NoticeFigure.title, definition: NoticeFigure.definition, counts: "notices"),
        Line(id: DutyFigure.id, title: DutyFigure.title, definition: DutyFigure.definition, counts: "duties, children"),
        Line(id: PanelFigure.id, title: PanelFigure.title, definition: PanelFigure.definition, counts: both),
        Line(
            id: ActionFigure.id, title: ActionFigure.title, definition: ActionFigure.definition,
            counts: "actions, children"),
        Line(
            id: EducationFigure.id, title: EducationFigure.title, definition: EducationFigure.definition,
            counts: "cases, children"),
    ]

    private static let shared: [Line] = [
        Line(
            id: ControlChart.id, title: ControlChart.title, definition: ControlChart.definition, counts: "any of these"),
        Line(id: Rate.id, title: Rate.title, definition: Rate.definition, counts: "any of these"),
        Line(
            id: EqualityPanel.id, title: EqualityPanel.title, definition: EqualityPanel.definition, counts: "episodes"),
        Line(id: SupplyGaps.id, title: SupplyGaps.title, definition: SupplyGaps.definition, counts: "months"),
        Line(id: CostFigure.id, title: CostFigure.title, definition: CostFigure.definition, counts: "pounds"),
    ]

    /// The page of measures.
    public static var markdown: String {
        var page = """
            # Measures

            Every figure that Homeward prints is one of these, and each has this one definition, wherever its rows came from: the
            record, a return, a police extract. Episodes and children are counted side by side: a child with episodes in two bands
            stands in both, and once in the total. An episode counts in the period in which it started. What is not known is counted
            beside the bands, never left out and never guessed. Every dimension may be split by every other. This page is made from
            the code, and a test that compares says how to renew it.

            | measure | title | what it is | counts |
            |---|---|---|---|

            """
        for line in lines { page += "| `\(line.id)` | \(line.title) | \(line.definition) | \(line.counts) |\n" }
        return page + rows
    }

    /// The columns of the rows that every measure is counted from.
    private static var rows: String {
        var page = """

            ## The rows

            One line an episode, grouped by child, each child's in order of start; what is not known is blank. A script counts every
            measure a second time from these, and a test compares (`Tests/peers/count_again.py`).

            | column | holds |
            |---|---|
            | `child` | the child's number |

            """
        for column in CodeColumn.allCases {
            let labels = column.labels.enumerated().map { "\($0.offset) \($0.element)" }.joined(separator: ", ")
            page += "| `\(column)` | \(labels.isEmpty ? "whole years" : labels) |\n"
        }
        for column in NumberColumn.allCases {
            let isDay = column == .began || column == .ended
            page += "| `\(column)` | \(isDay ? "days since 1 January 1970" : "a whole number") |\n"
        }
        for column in NameColumn.allCases { page += "| `\(column)` | a name |\n" }
        for column in TagColumn.allCases { page += "| `\(column)` | words, with strokes between them |\n" }
        return page
    }
}
