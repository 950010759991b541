// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Foundation
import Ledger
import Logging
import Partnership
import Web
import WorkingTime

/// Takes something out of the record in somebody's name: whether they may, noted before anything is written, into a folder
/// that held nothing.
struct ExportRun {
    let options: ExportOptions
    /// As the trail of looks has it: `homeward export 903`.
    let what: String
    let roles: Set<Role>

    /// The record as it is, for whoever takes something out of it.
    struct Setting: Sendable {
        let partnership: Partnership
        let state: State
        let now: Instant
        let account: Account
        let access: Access

        /// The authorities whose children they answer for; nil for everybody's.
        let authorities: Set<AgencyID>?

        /// The one that was named, or the only one there is.
        func authority(named name: String?) throws -> AgencyID {
            let all = (authorities ?? Set(state.agencies.values.filter { $0.kind == .authority }.map(\.id)))
            if let name {
                guard all.contains(AgencyID(name)) else {
                    throw CommandFault.refused("“\(name)” is no authority for whose children \(account.name) answers.")
                }
                return AgencyID(name)
            }
            guard let only = all.first, all.count == 1 else {
                let names = all.map(\.name).sorted().joined(separator: ", ")
                throw CommandFault.misused("Whose return is it? Say with --authority, one of: \(names).")
            }
            return only
        }

        /// Whether they may take these parts of the child's record out.
        func mayExport(_ parts: [RecordPart]) -> @Sendable (ChildID) -> Bool {
            let access = access
            return { child in parts.allSatisfy { access.may(.export, $0, of: child) } }
        }
    }

    /// What is written, and of whom it tells.
    struct Taken: Sendable {
        var files: [(name: String, bytes: [UInt8])]
        /// Each of them is noted as taken out; nobody where only counts are.
        var children: [ChildID]
    }

    func run(_ make: (Setting, ProgressLine) async throws -> Taken) async throws {
        try refuseUnlessEmpty(options.folder)
        let progress = ProgressLine()
        defer { progress.end() }
        progress.show("Reading the record")
        try await OpenedRecord.during(RecordFolder(options.data), protocols: options.share.folder) { record in
            try await take(out: record, make, progress)
        }
    }

    private func take(
        out record: OpenedRecord, _ make: (Setting, ProgressLine) async throws -> Taken, _ progress: ProgressLine
    ) async throws {
        let setting = try await setting(record)
        let taken = try await make(setting, progress)
        let looks = try record.folder.openLooks(log: Logger(label: "homeward"))
        defer { try? looks.store.close() }
        progress.show("Noting that it is taken out")
        let children: [ChildID?] = taken.children.isEmpty ? [nil] : taken.children
        let noted = children.map { child in
            Look(
                .exported, by: setting.account.actor, at: RealTime.now(), child: child,
                part: child == nil ? nil : .episode, route: what)
        }
        try await looks.book.note(noted, in: setting.state, LookBook.Manner(isDurable: true))
        try OwnerOnlyFile.makeDirectory(options.folder)
        for file in taken.files {
            progress.show("Writing \(file.name)")
            try OwnerOnlyFile.replace("\(options.folder)/\(file.name)", with: file.bytes)
        }
    }

    private func setting(_ record: OpenedRecord) async throws -> Setting {
        let account = try await record.account(of: options.email)
        guard roles.contains(account.role) else {
            let may = Role.allCases.filter(roles.contains).map(\.spoken).joined(separator: ", ")
            throw CommandFault.refused("\(account.name) may not take this out. Who may: \(may).")
        }
        let (state, now) = (record.partnership.state, RealTime.now())
        // An analyst counts for everybody, under pseudonyms.
        let agency = account.role == .analyst ? nil : account.agency
        let areas = agency.map { Set(state.agencies[$0]?.areas ?? []) }
        return Setting(
            partnership: record.partnership, state: state, now: now, account: account,
            access: Access(account.actor, in: state, at: now), authorities: areas)
    }

    private func refuseUnlessEmpty(_ folder: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        let held = try? FileManager.default.contentsOfDirectory(atPath: folder)
        guard isFolder.boolValue, held?.isEmpty == true else {
            throw CommandFault.refused("\(folder) is not empty, and nothing is ever written over. Name another folder.")
        }
    }
}
