// SPDX-License-Identifier: MIT
import Analysis
import Procedures

/// A replay of a history under two protocols, ready to be shown: as one page that needs nothing beside it, or as JSON.
public struct ReplayReport: Sendable {
    public let result: ReplayResult
    public let differences: PackDifferences
    /// What the history is: "Eastmoor", "the demonstration".
    public let history: String

    public init(_ result: ReplayResult, differences: PackDifferences, history: String) {
        (self.result, self.differences, self.history) = (result, differences, history)
    }

    /// The report as one page that prints on A4.
    public var html: String { ReplayPage(report: self).html.markup }

    var charts: ReplayCharts { ReplayCharts(result) }
}
