// SPDX-License-Identifier: MIT

import Ledger
import Partnership
import Web

/// Writes into the record that somebody works here, and their agency where it is new.
struct PersonRecording {
    let folder: RecordFolder
    let account: Account

    /// False where a running server has the record open: it writes it down itself, within seconds.
    func record() async throws -> Bool {
        guard account.agency != nil else { return true }
        do {
            try await OpenedRecord.during(folder) { try await record(in: $0.partnership) }
            return true
        } catch LedgerFault.inUse {
            return false
        }
    }

    private func record(in partnership: Partnership) async throws {
        for (kind, agency) in try await WorkersKept.record([account], in: partnership) {
            Printing.toStandardError(
                "The record had no agency “\(agency.name)”, so it was added as \(kind.spoken). Its full name can be given later."
            )
        }
    }
}
