// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Demo
import Exchange
import Foundation
import Logging
import Partnership
import Procedures
import WorkingTime

/// `homeward protocol replay`
struct ProtocolReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play a history through another protocol: who would owe what, when, for whom.",
        discussion: """
            Plays what happened in the period through two protocols: how many duties, met or not, for whom; who would \
            have been on which agenda when; the work of each role week by week. Changes nothing, also while a server \
            works on the record. With --out, a page to look at and print.

            Examples:
              homeward protocol replay --with hartlepool-2018 --instead-of hartlepool-2017 --demo --out replay.html
              homeward protocol replay --with england-2026 --from 2025-01-01 --to 2026-01-01 --data /srv/homeward
            """
    )

    @Option(help: ArgumentHelp("The protocol to try: its id, or its file.", valueName: "protocol"))
    var with: String

    @Option(
        help: ArgumentHelp(
            "The protocol to compare with. Without it the one that governs the record now.", valueName: "protocol"))
    var insteadOf: String?

    @Option(help: ArgumentHelp("The first date. Without it two years before the last.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The first date that is no longer looked at. Without it tomorrow.", valueName: "date"))
    var to: String?

    @Flag(help: "Play the invented history of the demonstration instead of a record.")
    var demo = false

    @Option(help: "Which of the invented histories.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Write a page here that needs nothing beside it.", valueName: "file"))
    var out: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let now = RealTime.now()
        let folder = RecordFolder(data)
        let folders = try ShareFolders(named: share.folder, record: demo ? nil : folder.path)
        let period = try period(now: now)
        let after = try folders.pack(with)
        let progress = ProgressLine()
        let history = try history(folder, now: now, progress)
        let before = try insteadOf.map { try folders.pack($0) } ?? governing(in: history.state, folders)
        let replay = Replay(
            before: before, after: after, calendars: try folders.loadCalendars(), period: period, now: now)
        let result = await ReplayRun(replay: replay, state: history.state, progress: progress).result()
        progress.end()
        let report = ReplayReport(
            result, differences: PackDifferences(from: before, to: after), history: history.name)
        if let out { try write(report.html, to: out) }
        Printing.toStandardOutput(output.isJSON ? report.json : report.text)
    }

    private func governing(in state: State, _ folders: ShareFolders) throws -> ProtocolPack {
        try folders.pack(state.adoptions.last?.pack ?? (demo ? "birmingham-2015" : "england-2014"))
    }

    private func history(
        _ folder: RecordFolder, now: Instant, _ progress: ProgressLine
    ) throws -> (state: State, name: String) {
        if demo {
            progress.show("Inventing two years of Eastmoor")
            var state = State()
            for event in try DemoHistory(seed: seed, now: now, pack: "birmingham-2015").events(after: state) {
                state.apply(event, at: state.position.next)
            }
            return (state, "The invented history of \(Eastmoor.name)")
        }
        progress.show("Reading the record")
        let (store, ledger) = try folder.openForReading()
        defer { try? store.close() }
        let reader = RecordReader(ledger: ledger, log: Logger(label: "homeward"))
        return (try reader.read(snapshot: "\(folder.path)/state.snapshot"), folder.name)
    }

    private func period(now: Instant) throws -> ReplayPeriod {
        let end = try to.map { try date($0) } ?? London.date(of: now).next
        let begin = try from.map { try date($0) } ?? end.adding(days: -730)
        guard let period = ReplayPeriod(from: begin, to: end) else {
            throw CommandFault.misused("The period has to end after it begins.")
        }
        return period
    }

    private func date(_ text: String) throws -> CivilDate {
        guard let date = try? TimeText.date(text) else {
            throw CommandFault.misused("“\(text)” is not a date: write it as 2026-04-01.")
        }
        return date
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFault.refused("\(path) cannot be written.")
        }
        Printing.toStandardError("Written: \(path)")
    }
}
