// SPDX-License-Identifier: MIT

import Casework
import Demo
import Exchange
import Foundation
import Ledger
import LedgerSQLite
import Partnership
import WorkingTime

/// A folder with a large invented record.
struct Load {
    let folder: String

    private static let childrenInCohort = 1_000

    /// Adds cohort after cohort until there are so many episodes.
    func fill(episodes wanted: Int) async throws {
        let partnership = try found()
        let begun = ContinuousClock.now
        var seed: UInt64 = 1
        var events = 0
        while partnership.state.episodes.count < wanted {
            let size = DemoHistory.Size.load(children: Self.childrenInCohort)
            let history = DemoHistory(seed: seed, now: Self.now(), size: size, pack: "birmingham-2015")
            events += try await history.keep(in: partnership)
            seed += 1
            let share = partnership.state.episodes.count * 100 / wanted
            FileHandle.standardError.write(Data("\r\(share) %".utf8))
        }
        let state = partnership.state
        print(
            "\n\(state.children.count) children, \(state.episodes.count) episodes, \(events) events in "
                + "\(Self.seconds(since: begun)) s")
    }

    /// Starts once and prints how long it took and what it needs.
    func open(withSnapshot: Bool) throws {
        let before = Self.residentKilobytes()
        let begun = ContinuousClock.now
        let partnership = try opened(snapshot: withSnapshot ? snapshotPath : nil)
        let seconds = Self.seconds(since: begun)
        let state = partnership.state
        let used = Self.residentKilobytes() - before
        print(
            "\(withSnapshot ? "with" : "without") a snapshot: \(seconds) s, \(used / 1_024) MB more resident, "
                + "\(state.episodes.count) episodes, \(state.position) entries, "
                + "\(used * 1_024 / max(1, state.episodes.count)) bytes an episode")
    }

    func leaveSnapshot() async throws {
        let begun = ContinuousClock.now
        try await opened(snapshot: nil).writeSnapshot(to: snapshotPath)
        let attributes = try FileManager.default.attributesOfItem(atPath: snapshotPath)
        print("snapshot of \((attributes[.size] as? Int ?? 0) / 1_048_576) MB after \(Self.seconds(since: begun)) s")
    }

    private var snapshotPath: String { "\(folder)/state.snapshot" }
    private var keyPath: String { "\(folder)/master.key" }

    private func found() throws -> Partnership {
        try OwnerOnlyFile.makeDirectory(folder)
        let key = MasterKey.random()
        try MasterKeySource.createFile(keyPath, holding: key)
        let store = try SQLiteLedgerStore.create(in: folder)
        return try partnership(over: Ledger.found(in: store, masterKey: key, foundedAt: 0), snapshot: nil)
    }

    func opened(snapshot: String?) throws -> Partnership {
        let key = try MasterKeySource.file(keyPath).read()
        return try partnership(
            over: Ledger(opening: SQLiteLedgerStore.open(in: folder), masterKey: key), snapshot: snapshot)
    }

    private func partnership(over ledger: Ledger, snapshot: String?) throws -> Partnership {
        let packs = PackFolder(path: "Protocols").loadAll().packs
        guard let calendars = CalendarFolder.load("Calendars").value,
            let shelf = ProtocolShelf(packs: packs, calendars: calendars, standing: "england-2014")
        else { throw LedgerFault.notFound("Protocols and Calendars: run this at the root of the repository") }
        return try Partnership(
            name: "Load", ledger: ledger, shelf: shelf, clock: PartnershipClock { Self.now() }, snapshot: snapshot)
    }

    static func now() -> Instant { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) }

    private static func seconds(since begun: ContinuousClock.Instant) -> String {
        String(
            format: "%.2f",
            Double((ContinuousClock.now - begun).components.seconds)
                + Double((ContinuousClock.now - begun).components.attoseconds) / 1e18)
    }

    private static func residentKilobytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
