// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging
import Partnership
import Web

/// Writes into the record that somebody works here, and their agency where it is new.
struct PersonRecording {
    let folder: RecordFolder
    let account: Account

    /// False where a running server has the record open.
    func record() async throws -> Bool {
        guard let agency = account.agency else { return true }
        let record: OpenedRecord
        do {
            record = try OpenedRecord(folder, protocols: nil, standing: "england-2014", log: Logger(label: "homeward"))
        } catch LedgerFault.inUse {
            return false
        }
        let now = RealTime.now()
        var acts: [Act] = []
        if record.partnership.state.agencies[agency] == nil {
            let details: Details = [
                .agency: .word(agency.name), .name: .text(agency.name), .kind: .word(kind.rawValue),
            ]
            acts.append(Act(.agencyAdded, .partnership, occurredAt: .at(now), details: details))
            Printing.toStandardError(
                "The record had no agency “\(agency.name)”, so it was added as \(kind.spoken). Its full name can be given later."
            )
        }
        let details: Details = [
            .worker: .word(account.worker), .name: .text(account.name), .role: .word(account.role.rawValue),
            .agency: .word(agency.name),
        ]
        acts.append(Act(.workerAdded, .partnership, occurredAt: .at(now), details: details))
        _ = try await record.partnership.submitTrusted(acts, by: Actor(role: .administrator))
        await record.close()
        return true
    }

    /// What the agency most likely is, by what its first worker does.
    private var kind: Agency.Kind {
        switch account.role {
        case .carer, .homeManager: .childrensHome
        case .fosterCarer: .fosteringService
        case .interviewer: .interviewProvider
        case .school: .school
        case .health: .health
        case let role where role.isPolice: .police
        default: .authority
        }
    }
}
