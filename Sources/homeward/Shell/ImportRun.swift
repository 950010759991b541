// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Exchange
import Foundation
import Partnership

/// Carries an import out on the record, or only says what it would do.
struct ImportRun {
    let data: DataOptions
    let share: ShareOptions
    let output: OutputOptions
    let isDryRun: Bool

    /// Plans against the record as it is and records the plan whole; ends with 1 where faults stop it.
    func run(_ plan: @escaping @Sendable (State) throws -> ImportPlan) async throws {
        let folder = RecordFolder(data)
        if isDryRun, try !folder.isFounded {
            return try answer(plan(State()).report, wasStored: false)
        }
        if try !folder.isFounded {
            // What stops the import on an empty record stops it before one is begun.
            let first = try plan(State())
            guard first.report.mayGoOn else { return try answer(first.report, wasStored: false) }
            try folder.found(named: "Homeward", at: RealTime.now().secondsSince1970)
        }
        let isDryRun = isDryRun
        let done = try await OpenedRecord.during(folder, protocols: share.folder) { record in
            try await ImportPlan.carriedOut(on: record.partnership, isDryRun: isDryRun, plan)
        }
        try answer(done.report, wasStored: done.wasStored)
    }

    private func answer(_ report: ImportReport, wasStored: Bool) throws {
        let answer = ImportAnswer(report, isDryRun: isDryRun, wasStored: wasStored)
        if output.isJSON { try Printing.json(answer) } else { Printing.toStandardOutput(answer.text) }
        if !report.mayGoOn { throw ExitCode(1) }
    }

    /// The authority that was named, or the only one there is; with the act that adds it where it is new.
    static func authority(named name: String?, in state: State) throws -> (id: AgencyID, founding: Act?) {
        let known = state.agencies.values.filter { $0.kind == .authority }.map(\.id)
        if let name, let agency = state.agencies[AgencyID(name)] {
            guard agency.kind == .authority else {
                throw CommandFault.refused("“\(name)” is not an authority but \(agency.kind.spoken).")
            }
            return (agency.id, nil)
        }
        if name == nil, known.count == 1 { return (known[0], nil) }
        if name == nil, 1 < known.count {
            let names = known.map(\.name).sorted().joined(separator: ", ")
            throw CommandFault.misused("Whose return is it? Say with --authority, one of: \(names).")
        }
        let id = AgencyID(name ?? "our-authority")
        let details: Details = [
            .agency: .word(id.name), .name: .text(name ?? "Our authority"),
            .kind: .word(Agency.Kind.authority.rawValue),
        ]
        return (id, Act(.agencyAdded, .partnership, occurredAt: .at(RealTime.now()), details: details))
    }
}
