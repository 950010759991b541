// SPDX-License-Identifier: MIT
import Ledger

extension SQLiteLedgerStore {
    /// Verifies the ledger or backup at `path`, however damaged it is. What keeps it from being opened at all is a
    /// finding where the file is not the one that was sealed; otherwise it is thrown.
    public static func verify(
        _ path: String, with masterKey: MasterKey, progress: @escaping ProgressReport = { _ in }
    ) throws(LedgerFault) -> Verification {
        do throws(LedgerFault) {
            let store = try openForReading(path)
            let outcome = Result { () throws(LedgerFault) in
                try Ledger(opening: store, masterKey: masterKey).verify(progress: progress)
            }
            try? store.close()
            return try outcome.get()
        } catch {
            switch error {
            case .masterKeyWrong, .notALedger, .unknownVersion, .damaged, .storeFailed, .notFound("founding"): break
            default: throw error
            }
            let file = try compare(path, sealedBy: nil, progress)
            guard case .differs = file else {
                if case .damaged(let reason) = error { return unreadable(file, reason) }
                throw error
            }
            return unreadable(file, "it cannot be opened (\(error.code))")
        }
    }

    private static func unreadable(_ file: FileComparison, _ reason: String) -> Verification {
        let finding = Finding(kind: .storeDamaged, detail: reason)
        return Verification(head: nil, entryCount: 0, erasedCount: 0, file: file, findings: file.findings + [finding])
    }
}
