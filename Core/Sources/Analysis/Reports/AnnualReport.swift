// SPDX-License-Identifier: MIT

/// The year as a whole, beside the one before. Source: K; BF, annual report.
struct AnnualReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        return parts.report(
            .annual,
            [
                Report.Section("What the words mean", [.terms(Storyboard.words)]),
                Report.Section("In short", parts.counts),
                Report.Section("Has it changed?", parts.change),
                Report.Section("Who the children are", parts.groups),
                Report.Section("How long children were away", parts.lengths),
                Report.Section("How often the same children went", parts.repeats),
                Report.Section("What was done afterwards", parts.response),
                Report.Section(
                    "Was it the same for everybody?",
                    parts.equality(.inTimeBySex, by: .sex) + parts.equality(.inTimeByEthnicity, by: .ethnicity)),
                Report.Section("The panel", parts.panel),
                Report.Section("Missing from education", parts.education),
            ] + AreaWork(source).sections + Storyboard.help(source.contacts))
    }
}
