// SPDX-License-Identifier: MIT

import Ledger
import Logging
import Web

/// Writes into the record that somebody works here, and their agency where it is new.
struct PersonRecording {
    let folder: RecordFolder
    let account: Account

    /// False where a running server has the record open: it writes it down itself, within seconds.
    func record() async throws -> Bool {
        guard account.agency != nil else { return true }
        let record: OpenedRecord
        do {
            record = try OpenedRecord(folder, protocols: nil, standing: "england-2014", log: Logger(label: "homeward"))
        } catch LedgerFault.inUse {
            return false
        }
        for (kind, agency) in try await WorkersKept.record([account], in: record.partnership) {
            Printing.toStandardError(
                "The record had no agency “\(agency.name)”, so it was added as \(kind.spoken). Its full name can be given later."
            )
        }
        await record.close()
        return true
    }
}
