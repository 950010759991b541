// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Foundation
import Ledger
import Logging
import Partnership
import Web
import WorkingTime

/// `homeward audit`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who looked at whose record, and what of it is unusual.",
        discussion: """
            Reads the looks that a server notes, also while it works. Whoever may run this holds the master key: reading \
            them here leaves no trace of its own, as it does in the browser.
            """,
        subcommands: [AuditChild.self, AuditWorker.self, AuditUnusual.self, AuditVerify.self]
    )
}

/// The dates between which looks are asked for.
struct SpanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The first date. Without it 30 days before the last.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last date. Without it today.", valueName: "date"))
    var to: String?

    func span(now: Instant, days: Int = 30) throws -> Range<Instant> {
        let last = try Self.date(to) ?? London.date(of: now)
        let first = try Self.date(from) ?? last.adding(days: -days)
        guard first <= last else { throw CommandFault.misused("The first date is after the last.") }
        return London.startOfDay(first)..<London.startOfDay(last.next)
    }

    private static func date(_ text: String?) throws -> CivilDate? {
        guard let text else { return nil }
        guard let date = try? TimeText.date(text) else {
            throw CommandFault.misused("“\(text)” is no date. Write it as 2026-11-21.")
        }
        return date
    }
}

/// `homeward audit child`
struct AuditChild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "child", abstract: "Who looked at one child's record.",
        discussion: "Example:\n  homeward audit child 12 --from 2026-01-01 --data /srv/homeward")

    @Argument(help: ArgumentHelp("The child's number.", valueName: "number"))
    var child: UInt32

    @OptionGroup var dates: SpanOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let question = LookBook.Question(
            child: ChildID(number: child), span: try dates.span(now: RealTime.now(), days: 365))
        try await AuditReading(RecordFolder(data)).answer(question, output)
    }
}

/// `homeward audit worker`
struct AuditWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "What one worker looked at.",
        discussion: "Example:\n  homeward audit worker marcus.bell --data /srv/homeward")

    @Argument(help: ArgumentHelp("The worker's short name.", valueName: "name"))
    var worker: String

    @OptionGroup var dates: SpanOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let question = LookBook.Question(worker: worker, span: try dates.span(now: RealTime.now()))
        try await AuditReading(RecordFolder(data)).answer(question, output)
    }
}

/// `homeward audit unusual`
struct AuditUnusual: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unusual", abstract: "Looks that somebody should think about, each with its reason.",
        discussion: """
            Nothing is scored: each entry says what was counted and from which figure on it is listed. Ends with 1 where \
            there are entries that nobody has reviewed.

            Example:
              homeward audit unusual --from 2026-11-14 --data /srv/homeward
            """)

    @OptionGroup var dates: SpanOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("The protocol whose office hours hold.", valueName: "id"))
    var standing = "england-2014"

    func run() async throws {
        let folder = RecordFolder(data)
        let span = try dates.span(now: RealTime.now(), days: 7)
        let shelf = try ShareFolders(named: share.folder, record: folder.path).shelf(standing: standing)
        let (store, ledger) = try folder.openForReading()
        defer { try? store.close() }
        let state = try RecordReader(ledger: ledger, log: Logger(label: "homeward")).read(snapshot: nil)
        let finder = UnusualLooks(
            state: state, officeHours: shelf.standing.officeHours, calendar: shelf.calendars.working,
            people: try await folder.accounts().looked())
        let listed = try await AuditReading(folder).unusual(finder, in: span)
        if output.isJSON {
            try Printing.json(listed.map(AuditEntry.init))
        } else {
            Printing.toStandardOutput(
                listed.isEmpty ? "Nothing unusual." : listed.map { AuditEntry($0).text }.joined(separator: "\n"))
        }
        if listed.contains(where: { $0.dismissal == nil }) { throw ExitCode(1) }
    }
}

/// `homeward audit verify`
struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove that no look was altered, lost or damaged.",
        discussion: "Example:\n  homeward audit verify --data /srv/homeward")

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        guard let verification = try folder.verifyLooks() else {
            throw CommandFault.refused("Nobody has looked at this record yet: no server ran on it.")
        }
        let entries = Spoken.counted(verification.entryCount, "look")
        if output.isJSON {
            try Printing.json(
                Answer(
                    isSound: verification.isSound, looks: verification.entryCount, erased: verification.erasedCount,
                    hash: verification.head?.hash.description, findings: verification.findings.map(\.description)))
        } else if verification.isSound, let head = verification.head {
            Printing.toStandardOutput(
                "Sound: \(entries) (\(verification.erasedCount) lawfully erased), none altered, none lost. "
                    + "It ends with \(head.hash).\n\(PlainWords.of(verification.file))")
        } else {
            Printing.toStandardOutput(
                "\(verification.findings.count) found in \(entries):\n"
                    + verification.findings.map { "  \($0)" }.joined(separator: "\n"))
        }
        if !verification.isSound { throw ExitCode(1) }
    }

    private struct Answer: Encodable {
        let isSound: Bool
        let looks, erased: Int
        let hash: String?
        let findings: [String]
    }
}
