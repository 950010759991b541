// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Exchange
import Glibc
import Partnership
import Procedures
import WorkingTime

/// `homeward protocol adopt`
struct ProtocolAdopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Let a protocol govern from a date, on a named decision.",
        discussion: """
            Shows what it changes against the one that governs now, and asks; --yes answers for you. Episodes that \
            start from that date on are governed by it; with --applies-to-open those that are open then, too. What was \
            adopted is on the record for ever; a later adoption takes its place.

            Example:
              homeward protocol adopt eastmoor-2026 --from 2026-04-01 --authority eastmoor \\
                --decided-by "Eastmoor safeguarding board, 12 March 2026" --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The protocol’s id.", valueName: "protocol"))
    var name: String

    @Option(help: ArgumentHelp("The first date on which it governs: 2026-04-01.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("The authority whose children it governs, by its short name; “all” for everybody’s."))
    var authority: String

    @Option(help: ArgumentHelp("Who decided, and when.", valueName: "words"))
    var decidedBy: String

    @Flag(help: "It governs episodes that are open then, too.")
    var appliesToOpen = false

    @Flag(name: .customLong("yes"), help: "Adopt it without asking.")
    var isSure = false

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard let date = try? TimeText.date(from) else {
            throw CommandFault.misused("“\(from)” is not a date: write it as 2026-04-01.")
        }
        let folder = RecordFolder(data)
        // A protocol with a fault is refused with every fault, before anything is opened.
        let pack = try ShareFolders(named: share.folder, record: folder.path).pack(name)
        let planned = PlannedAdoption(
            pack: pack.id, from: date, authority: authority == "all" ? nil : AgencyID(authority),
            appliesToOpen: appliesToOpen, decidedBy: decidedBy)
        do {
            let differences = try await OpenedRecord.during(folder, protocols: share.folder) { record in
                try await adopt(planned, pack, in: record.partnership)
            }
            try answer(planned, pack, differences)
        } catch let refusal as AdoptionRefusal {
            throw CommandFault.refused(refusal.says)
        }
    }

    private func adopt(
        _ planned: PlannedAdoption, _ pack: ProtocolPack, in partnership: Partnership
    ) async throws -> PackDifferences {
        let state = partnership.state
        try planned.check(in: state, shelf: partnership.shelf, now: RealTime.now())
        let governing = partnership.shelf.pack(for: planned.authority, in: state)
        let differences = PackDifferences(from: governing, to: pack)
        if !output.isJSON { Printing.toStandardOutput(differences.markdown) }
        try askWhetherSure(differences)
        _ = try await partnership.adopt(planned, by: Actor(role: .administrator))
        return differences
    }

    private func askWhetherSure(_ differences: PackDifferences) throws {
        if isSure { return }
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFault.misused("Nothing was adopted. To adopt it without being asked, say --yes.")
        }
        Printing.toStandardError(raw: "Adopt it? Write yes: ")
        guard readLine()?.lowercased() == "yes" else { throw CommandFault.refused("Nothing was adopted.") }
    }

    private func answer(_ planned: PlannedAdoption, _ pack: ProtocolPack, _ differences: PackDifferences) throws {
        if output.isJSON {
            return try Printing.json(
                Answer(
                    pack: pack.id, from: TimeText.write(planned.from), authority: planned.authority?.name,
                    appliesToOpen: planned.appliesToOpen, decidedBy: planned.decidedBy,
                    instead: differences.before.id, differences: DifferencesAnswer(differences)))
        }
        let whose = planned.authority.map { "the children of \($0.name)" } ?? "every child"
        let open = planned.appliesToOpen ? ", and of episodes that are open then" : ""
        Printing.toStandardOutput(
            "Adopted: from \(Spoken.fullDate(planned.from)) \(pack.title) governs the episodes of \(whose)\(open), in "
                + "place of \(differences.before.title). Decided by: \(planned.decidedBy).")
    }

    private struct Answer: Encodable {
        let pack, from: String
        let authority: String?
        let appliesToOpen: Bool
        let decidedBy, instead: String
        let differences: DifferencesAnswer
    }
}
