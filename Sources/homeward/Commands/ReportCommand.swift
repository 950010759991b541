// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework
import Foundation
import Ledger
import Web
import WorkingTime

/// `homeward report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one of the area's reports, with the same numbers as in the web application.",
        discussion: """
            The file's ending says how it is written: .html, .pdf, .csv or .xlsx. Reports that leave the circle of those \
            who need to know hide small counts and are about whole months; without dates, the last stretch that is over. \
            It is noted in whose name it was made. With --demo it is made from an invented history instead.

            \(list)

            Examples:
              homeward report storyboard --from 2025-04-01 --to 2026-03-31 --out storyboard.pdf --as t.marsh@eastmoor.example
              homeward report quarterly --out board.xlsx --demo
              homeward report home --home larch-house --out visitor.pdf --demo
              homeward report chronology --child 7 --out chronology.pdf --as t.marsh@eastmoor.example
            """
    )

    private static let list =
        (ReportKind.allCases.map { "  \($0.id): \($0.purpose)" } + [
            "  chronology: Everything that happened to one child, in order, as far as they may take it out."
        ]).joined(separator: "\n")

    @Argument(help: ArgumentHelp("Which report.", valueName: "report"))
    var name: String

    @Option(help: ArgumentHelp("The first date.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last date.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("The file to write; nothing is written over.", valueName: "file"))
    var out: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("In whose name: the address that they sign in with.", valueName: "email"))
    var email: String?

    @OptionGroup var whose: WhoseChildren

    @Option(help: ArgumentHelp("For the report of a home: its short name.", valueName: "agency"))
    var home: String?

    @Option(help: ArgumentHelp("For a chronology: the child's number, as in the address of their page."))
    var child: UInt32?

    @Flag(help: "Report on the invented history of the demonstration instead of a record.")
    var demo = false

    @Option(help: "Which of the invented histories.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp("With --demo: when it is made, as clocks in London show it.", valueName: "time"))
    var moment: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let what = try wanted()
        guard let format = ReportFile.Format(path: out) else {
            throw CommandFault.misused("\(out) has none of the endings .html, .pdf, .csv, .xlsx.")
        }
        if FileManager.default.fileExists(atPath: out) {
            throw CommandFault.refused("\(out) is there already, and nothing is ever written over.")
        }
        if format == .pdf, !ReportFile.hasPaper {
            throw CommandFault.refused(
                "This machine makes no PDF: install Debian's weasyprint, or name a file ending in .html.")
        }
        let run = ReportRun(
            what: what, dates: (from, to), email: email, authority: whose.authority,
            source: demo ? .demo(seed: seed, at: moment) : .record(data), share: share)
        let progress = ProgressLine()
        defer { progress.end() }
        let report = try await run.report(progress)
        progress.show("Writing \(out)")
        do throws(ReportFile.Fault) {
            let bytes = try await ReportFile(report).bytes(format)
            try write(bytes)
        } catch {
            throw CommandFault.refused("\(out) cannot be written.")
        }
        progress.end()
        try ReportAnswer(report, out).print(output)
    }

    private func wanted() throws -> ReportRun.Wanted {
        if name == "chronology" {
            guard let child else { throw CommandFault.misused("Say with --child whose chronology it is.") }
            if from != nil || to != nil { throw CommandFault.misused("A chronology is of all that happened.") }
            return .chronology(ChildID(number: child))
        }
        guard let kind = ReportKind.named(name) else {
            let known = (ReportKind.allCases.map(\.id) + ["chronology"]).joined(separator: ", ")
            throw CommandFault.misused("“\(name)” is no report. There are: \(known).")
        }
        return .ofArea(kind, home: home.map { AgencyID($0) })
    }

    private func write(_ bytes: [UInt8]) throws(ReportFile.Fault) {
        do {
            try OwnerOnlyFile.replace(out, with: bytes)
        } catch {
            throw .cannotWrite
        }
    }
}

/// What was written, for a person in a sentence and for a program as JSON.
private struct ReportAnswer: Encodable {
    let report, file, from, to, area: String
    let tables: Int
    let gaps: [String]

    init(_ report: Report, _ file: String) {
        (self.report, self.file, area) = (report.id, file, report.area)
        (from, to) = (TimeText.write(report.period.lowerBound), TimeText.write(report.period.upperBound))
        (tables, gaps) = (report.tables.count, report.gaps)
    }

    func print(_ output: OutputOptions) throws {
        if output.isJSON { return try Printing.json(self) }
        let lines = ["Written: \(file). \(area), \(from) to \(to), \(tables) tables."] + gaps
        Printing.toStandardOutput(lines.joined(separator: "\n"))
    }
}
