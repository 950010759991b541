// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Demo
import Foundation
import Ledger
import Logging
import Partnership
import Procedures
import Web
import WorkingTime

/// Makes a report from a record in somebody's name, which is noted before anything is written; or from the invented history.
struct ReportRun {
    enum Source {
        case record(DataOptions)
        case demo(seed: UInt64, at: String?)
    }

    let kind: ReportKind
    let dates: (from: String?, to: String?)
    let email: String?
    let authority: String?
    let source: Source
    let share: ShareOptions

    func report(_ progress: ProgressLine) async throws -> Report {
        switch source {
        case .demo(let seed, let at): try demo(seed: seed, at: at, progress)
        case .record(let data): try await fromRecord(RecordFolder(data), progress)
        }
    }

    private func demo(seed: UInt64, at text: String?, _ progress: ProgressLine) throws -> Report {
        let now = try text.map(moment) ?? RealTime.now()
        let shelf = try ShareFolders(named: share.folder, record: nil).shelf(standing: "birmingham-2015")
        progress.show("Inventing two years of Eastmoor")
        var state = State()
        let history = DemoHistory(seed: seed, now: now, pack: "birmingham-2015")
        let book = DutyBook(pack: shelf.standing, calendars: shelf.calendars)
        for event in try history.events(after: state, under: book) { state.apply(event, at: state.position.next) }
        let desk = ReportDesk(state: state, shelf: shelf, name: Eastmoor.name, now: now)
        progress.show("Counting")
        let named = state
        return desk.report(kind, try period(now), of: try whose(among: nil, in: state)) {
            named.child($0)?.facts.name
        }
    }

    private func fromRecord(_ folder: RecordFolder, _ progress: ProgressLine) async throws -> Report {
        guard let email else {
            throw CommandFault.misused("Say with --as in whose name it is made: it is noted that they took it out.")
        }
        progress.show("Reading the record")
        return try await OpenedRecord.during(folder, protocols: share.folder) { record in
            try await made(record, email, progress)
        }
    }

    private func made(_ record: OpenedRecord, _ email: String, _ progress: ProgressLine) async throws -> Report {
        let account = try await record.account(of: email)
        guard kind.isRead(by: account.role) else {
            let may = Role.allCases.filter { kind.isRead(by: $0) }.map(\.spoken).joined(separator: ", ")
            throw CommandFault.refused("\(account.name) may not read this report. Who may: \(may).")
        }
        let (state, now, partnership) = (record.partnership.state, RealTime.now(), record.partnership)
        let access = Access(account.actor, in: state, at: now)
        let isForAll = account.role == .analyst || account.agency == nil
        let areas = isForAll ? nil : account.agency.map { Set(state.agencies[$0]?.areas ?? []) }
        let desk = ReportDesk(state: state, shelf: partnership.shelf, name: partnership.name, now: now)
        progress.show("Counting")
        let report = desk.report(kind, try period(now), of: try whose(among: areas, in: state)) { id in
            guard access.may(.export, .identity, of: id), access.may(.export, .episode, of: id) else { return nil }
            return state.child(id)?.facts.name
        }
        progress.show("Noting that it is taken out")
        let looks = try record.folder.openLooks(log: Logger(label: "homeward"))
        defer { try? looks.store.close() }
        let children: [ChildID?] = report.children.isEmpty ? [nil] : report.children
        let noted = children.map { child in
            Look(
                .exported, by: account.actor, at: RealTime.now(), child: child, part: child == nil ? nil : .episode,
                route: "homeward report \(kind.id)")
        }
        try await looks.book.note(noted, in: state, LookBook.Manner(isDurable: true))
        return report
    }

    /// Those for whose children the authority named, or all whom they may ask for, is responsible; nil for everybody's.
    private func whose(among areas: Set<AgencyID>?, in state: State) throws -> Set<AgencyID>? {
        guard let authority else { return areas }
        let id = AgencyID(authority)
        let known = areas ?? Set(state.agencies.values.filter { $0.kind == .authority }.map(\.id))
        guard known.contains(id) else {
            let names = known.map(\.name).sorted().joined(separator: ", ")
            throw CommandFault.refused("“\(authority)” is none of the authorities to be asked about: \(names).")
        }
        return [id]
    }

    private func period(_ now: Instant) throws -> ClosedRange<CivilDate> {
        let usual = kind.usualPeriod(today: London.date(of: now))
        guard dates.from != nil || dates.to != nil else { return usual }
        guard let first = dates.from, let last = dates.to else {
            throw CommandFault.misused("Give both --from and --to, or neither.")
        }
        let (from, to) = (
            try TypedDate.read(first, else: usual.lowerBound), try TypedDate.read(last, else: usual.upperBound)
        )
        guard from <= to else { throw CommandFault.misused("The last date is before the first.") }
        if let fault = kind.fault(from...to) { throw CommandFault.refused(fault) }
        return from...to
    }

    private func moment(_ text: String) throws -> Instant {
        guard let instant = try? TimeText.instant(text) else {
            throw CommandFault.misused("“\(text)” is not a time: write it as 2026-11-20T23:41.")
        }
        return instant
    }
}
