// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework
import WorkingTime

/// `homeward export cme`
struct ExportCME: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cme",
        abstract: "Write the returns about pupils: ten days, deletions, and the count of children missing education.",
        discussion: """
            Ten days: who has been absent without leave for ten school days or more on the day. Deletions: who was taken off \
            a roll since --from. The count, by primary reason, duration, sex and year group, names no child.

            Example:
              homeward export cme --on 2026-01-15 --from 2025-09-01 --out ./cme --as e.cole@eastmoor.example
            """
    )

    @Option(help: ArgumentHelp("The census date, and the end of the stretch; without it today.", valueName: "date"))
    var on: String?

    @Option(help: ArgumentHelp("Deletions from this date on; without it a year before.", valueName: "date"))
    var from: String?

    @OptionGroup var whose: WhoseChildren
    @OptionGroup var formats: TableFormats
    @OptionGroup var options: ExportOptions

    func run() async throws {
        let run = ExportRun(
            options: options, what: "homeward export cme", roles: Set(Role.allCases.filter(\.writesSchoolReturns)))
        var answer: ExportAnswer?
        try await run.run { setting, progress in
            progress.show("Writing the returns")
            let day = try TypedDate.read(on, else: London.date(of: setting.now))
            let first = try TypedDate.read(from, else: day.adding(days: -364))
            guard first <= day else { throw CommandFault.misused("The stretch ends before it begins.") }
            let returns = SchoolReturns(
                of: setting.state, calendars: setting.partnership.shelf.calendars,
                authorities: [try setting.authority(named: whose.authority)],
                includes: setting.mayExport([.identity, .education]))
            let tenDays = returns.tenDays(at: min(London.endOfDay(day), setting.now))
            let deletions = returns.deletions(in: first...day)
            let counted = MissingEducationReturn(returns, on: day)
            let tables = [tenDays.table, deletions.table, counted.table]
            let files = try formats.files(of: tables, named: "children-missing-education", at: setting.now)
            let children = Set(tenDays.children + deletions.children + counted.children)
            answer = ExportAnswer(files, tables, children: children.count)
            return ExportRun.Taken(files: files, children: children.sorted())
        }
        try answer?.print(options.output)
    }
}
