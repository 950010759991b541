// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework
import Exchange
import Foundation
import Ledger
import Procedures
import TableFiles

/// `homeward export extract`
struct ExportExtract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write the analysts' extract: a star schema under pseudonyms, as CSV and as one SQLite file.",
        discussion: """
            Episodes, children, interviews, duties, notices, meetings, places and dates, without any name, address, number or \
            narrative. The keys are drawn anew for each extract; with --keys they are the same each time. What each column \
            is stands in docs/extract.md. It is for analysts.

            Example:
              homeward export extract --out ./extract --as t.wilk@eastmoor.example --data /srv/homeward
            """
    )

    @Option(
        help: ArgumentHelp(
            "Keep what pseudonyms are made with in this file, so that the next extract has the same.", valueName: "file"
        ))
    var keys: String?

    @OptionGroup var options: ExportOptions

    func run() async throws {
        let run = ExportRun(options: options, what: "homeward export extract", roles: [.analyst])
        var answer: ExportAnswer?
        try await run.run { setting, progress in
            let keys = try keys.map { try ExtractKeys(keptIn: $0) } ?? ExtractKeys()
            let (partnership, state, now) = (setting.partnership, setting.state, setting.now)
            let making = Extract.Making(
                pseudonym: keys.pseudonym,
                standings: { partnership.standings(of: $0, in: state, at: now) },
                meetingKinds: Self.meetingKinds(partnership.shelf.packs.values),
                calendars: partnership.shelf.calendars, places: PostcodeFile.read(in: options.data.folder))
            let extract = Extract(of: state, at: now, making) { progress.show("Writing the extract", share: $0) }
            let tables = extract.all.map(\.data)
            var files = tables.map { table in
                (name: "\(table.name).csv", bytes: Array(table.csv(for: .people).utf8))
            }
            progress.show("Writing the database")
            files.append((name: "extract.sqlite", bytes: try Self.database(extract)))
            answer = ExportAnswer(files, tables, children: extract.tables[.child]?.rows.count ?? 0)
            // Nobody's record is opened by it: it is noted as one thing that was taken out.
            return ExportRun.Taken(files: files, children: [])
        }
        try answer?.print(options.output)
    }

    private static func meetingKinds(_ packs: some Sequence<ProtocolPack>) -> Set<String> {
        Set(packs.flatMap(\.duties).flatMap(\.doneBy.meetingKinds))
    }

    /// Made in a folder that nobody else can read, and removed at once.
    private static func database(_ extract: Extract) throws -> [UInt8] {
        let folder = "\(NSTemporaryDirectory())/homeward-extract-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try ExtractDatabase.write(extract, to: "\(folder)/extract.sqlite")
        } catch {
            throw CommandFault.refused("The database cannot be written.")
        }
        return try OwnerOnlyFile.read("\(folder)/extract.sqlite")
    }
}

extension Discharge {
    /// The kinds of meeting that it names.
    fileprivate var meetingKinds: [String] {
        switch self {
        case .event(let match):
            match.words.contains(.meetingHeld)
                ? match.details.filter { $0.key == .kind }.flatMap(\.allowed) : []
        case .any(let parts), .all(let parts): parts.flatMap(\.meetingKinds)
        }
    }
}
