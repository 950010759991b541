// SPDX-License-Identifier: MIT
import GRDB
import GRDBSQLite
import Ledger

extension LedgerFault {
    /// The fault that SQLite's result code stands for.
    init(resultCode: Int32, message: String) {
        switch resultCode & 0xFF {
        case SQLITE_FULL: self = .diskFull
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
        case SQLITE_CORRUPT: self = .damaged(message)
        case SQLITE_NOTADB: self = .notALedger(message)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .permissionDenied(message)
        default: self = .storeFailed(code: Int(resultCode), message)
        }
    }

    /// Any error that came through GRDB.
    init(_ error: any Error) {
        switch error {
        case let fault as LedgerFault: self = fault
        case let error as DatabaseError:
            self.init(resultCode: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .storeFailed(code: -1, String(describing: type(of: error)))
        }
    }
}

/// Runs `body` and turns whatever it throws into a fault.
func faulting<T>(_ body: () throws -> T) throws(LedgerFault) -> T {
    do {
        return try body()
    } catch {
        throw LedgerFault(error)
    }
}
