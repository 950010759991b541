// SPDX-License-Identifier: MIT
import Dispatch
import GRDB
import Glibc
import Ledger

extension SQLiteLedgerStore {
    /// Copies the ledger to a new file while it is in use: one consistent moment, in one file with mode 0600, sealed
    /// as the ledger is, with the seal of the whole file beside it. The file bears its name only when it is whole and
    /// on disk.
    public func backup(to path: String, progress: @escaping ProgressReport = { _ in }) throws(LedgerFault) {
        try Self.copy(from: self, to: path, progress)
    }

    /// Puts a backup back as the ledger in `directory`. Refuses with `.alreadyThere` when one is there, and with
    /// `.damaged` when the backup is not what its seal says, unless `evenIfDamaged`.
    public static func restore(
        _ backup: String, in directory: String, evenIfDamaged: Bool = false,
        progress: @escaping ProgressReport = { _ in }
    ) throws(LedgerFault) {
        let reading = try FileSeal.read(of: backup)
        if !evenIfDamaged, case .differs(let finding) = try compare(backup, sealedBy: nil, { progress($0 / 2) }) {
            throw .damaged("the backup: \(finding.detail)")
        }
        let source = try openForReading(backup)
        try OwnerOnlyFile.makeDirectory(directory)
        let lock = try WriterLock("\(directory)/ledger.lock")
        defer { lock.release() }
        let target = "\(directory)/\(fileName)"
        // The very bytes that were sealed; of what has no seal, the content.
        if case .sealed = reading, !evenIfDamaged {
            try source.close()
            try copyBytes(of: backup, to: target) { progress(0.5 + $0 / 2) }
        } else {
            let outcome = Result { () throws(LedgerFault) in try copy(from: source, to: target, progress) }
            try source.close()
            try outcome.get()
        }
    }

    private static func copy(
        from store: SQLiteLedgerStore, to path: String, _ progress: @escaping ProgressReport
    ) throws(LedgerFault) {
        try place(path) { partial throws(LedgerFault) in
            try OwnerOnlyFile.create(partial)
            let size = try FileBytes.size(of: store.path) ?? 0
            let watch = GrowthWatch(partial, upTo: size, progress)
            defer { watch.end() }
            let end = try faulting {
                let target = try DatabaseQueue(path: partial)
                try store.pool.backup(to: target)
                // One file and no write-ahead log beside it.
                try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                let end = try? target.read { try head($0) }
                try target.close()
                return end
            }
            try OwnerOnlyFile.sync(partial)
            if let sealer = store.sealer.withLock({ $0 }), let end {
                try sealer.seal(partial, endingAt: end.head, in: FileSeal.path(of: path))
            }
        }
    }

    private static func copyBytes(
        of backup: String, to path: String, _ progress: ProgressReport
    ) throws(LedgerFault) {
        try place(path) { partial throws(LedgerFault) in
            try OwnerOnlyFile.copy(backup, to: partial, progress: progress)
            guard case .sealed(let seal) = try FileSeal.read(of: backup), try seal.isSame(as: partial) else {
                throw .damaged("the backup: its bytes are not those that were sealed")
            }
            try OwnerOnlyFile.replace(FileSeal.path(of: path), with: Array(seal.text.utf8))
        }
    }

    /// Lets `fill` write a file under another name, which bears this one only when it is whole; never over one that is
    /// there.
    private static func place(
        _ path: String, _ fill: (_ partial: String) throws(LedgerFault) -> Void
    ) throws(LedgerFault) {
        guard access(path, F_OK) != 0 else { throw .alreadyThere(path) }
        let partial = path + ".partial"
        unlink(partial)
        do throws(LedgerFault) {
            try fill(partial)
            guard link(partial, path) == 0 else { throw OwnerOnlyFile.fault(errno, path) }
        } catch {
            unlink(partial)
            throw error
        }
        unlink(partial)
        try OwnerOnlyFile.syncDirectory(of: path)
    }
}

/// Tells how far a file has grown, a few times a second: copying in steps would begin anew whenever somebody writes.
private final class GrowthWatch {
    private let timer: any DispatchSourceTimer

    init(_ path: String, upTo size: Int, _ progress: @escaping ProgressReport) {
        timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
        timer.setEventHandler {
            let reached = (try? FileBytes.size(of: path)) ?? 0
            progress(min(1, Double(reached) / Double(max(1, size))))
        }
        timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
        timer.resume()
    }

    func end() {
        timer.cancel()
    }
}
