// SPDX-License-Identifier: MIT

/// For council members: short, and nothing that needs explaining by somebody else.
struct MembersReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        return parts.report(
            .members,
            [
                Report.Section("What the words mean", [.terms(Storyboard.words)]),
                Report.Section("How many", parts.counts),
                Report.Section("Has it changed?", parts.change),
                Report.Section("Are children listened to afterwards?", parts.response),
                Report.Section("The panel", parts.panel),
            ] + AreaWork(source).sections + Storyboard.help(source.contacts))
    }
}
