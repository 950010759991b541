// SPDX-License-Identifier: MIT
import Ledger

extension SQLiteLedgerStore {
    public func compareFile(_ progress: ProgressReport) throws(LedgerFault) -> FileComparison {
        try Self.compare(path, sealedBy: sealer.withLock { $0 }, progress)
    }

    /// Without `sealer` only the digest is compared: that finds damage, and whoever did not write a new seal as well.
    static func compare(
        _ path: String, sealedBy sealer: FileSealer?, _ progress: ProgressReport
    ) throws(LedgerFault) -> FileComparison {
        let reading = try FileSeal.read(of: path)
        guard reading != .none else { return try unsealed(path) }
        guard let difference = try difference(of: path, from: reading, sealer, progress) else {
            return .same(byteCount: try FileBytes.size(of: path) ?? 0)
        }
        // Whoever opens the ledger to write takes its seal away before anything changes.
        guard try FileSeal.read(of: path) == reading else { return .notCompared(.isOpen, []) }
        return .differs(Finding(kind: .fileAltered, detail: difference))
    }

    private static func difference(
        of path: String, from reading: FileSeal.Reading, _ sealer: FileSealer?, _ progress: ProgressReport
    ) throws(LedgerFault) -> String? {
        guard case .sealed(let seal) = reading else { return "the seal beside it cannot be read" }
        if let sealer, !sealer.made(seal) { return "the seal beside it was not made with this master key" }
        if 0 < (try FileBytes.size(of: path + "-wal") ?? 0) { return "something was written since it was sealed" }
        let size = try FileBytes.size(of: path) ?? 0
        if size != seal.byteCount { return "it has \(size) bytes, and \(seal.byteCount) were sealed" }
        return try seal.isSame(as: path, progress: progress) ? nil : "its bytes are not those that were sealed"
    }

    private static func unsealed(_ path: String) throws(LedgerFault) -> FileComparison {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let damage = try WriterLock.withoutWriter("\(directory)/ledger.lock") { () throws(LedgerFault) in
            try WriteAheadLog.damage(in: path + "-wal")
        }
        guard let damage else { return .notCompared(.isOpen, []) }
        return .notCompared(.isNotSealed, damage.map { [Finding(kind: .logDamaged, detail: $0)] } ?? [])
    }
}
