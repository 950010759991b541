// SPDX-License-Identifier: MIT

/// For the safeguarding board: a quarter beside the one before it and the same one a year ago.
struct QuarterlyReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        return parts.report(
            .quarterly,
            [
                Report.Section("In short", parts.counts),
                Report.Section("Has it changed?", parts.change),
                Report.Section("How long children were away", parts.lengths),
                Report.Section("How often the same children went", parts.repeats),
                Report.Section("What was done afterwards", parts.response + parts.equality(.inTimeBySex, by: .sex)),
                Report.Section("The panel", parts.panel),
                Report.Section("Missing from education", parts.education),
            ] + AreaWork(source).sections)
    }
}
