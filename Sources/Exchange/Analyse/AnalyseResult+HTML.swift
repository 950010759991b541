// SPDX-License-Identifier: MIT
import Analysis

extension AnalyseResult {
    /// The report as one page that needs nothing beside it and prints on A4.
    public var html: String {
        AnalysePage(result: self).html.markup
    }
}
