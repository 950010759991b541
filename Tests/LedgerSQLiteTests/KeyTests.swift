// SPDX-License-Identifier: MIT

import Ledger
import LedgerSQLite
import Testing

@Suite struct `A subject's key` {
    @Test func `once destroyed leaves nothing readable of the subject, and the chain whole`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, ledger) = try await filledLedger(in: place, key: key, count: 100)
        try await ledger.erase(.child(3), at: 1_900_000_000)
        try store.close()
        let reopened = try Ledger(opening: SQLiteLedgerStore.open(in: place.directory), masterKey: key)
        let texts = try await reopened.entries(of: .child(3)).map(\.text)
        #expect(texts == Array(repeating: nil, count: 12))
        #expect(try await reopened.entries(of: .child(4)).allSatisfy { $0.text != nil })
        let verification = try reopened.verify()
        #expect(verification.isSound)
        #expect(verification.erasedCount == 12)
        await #expect(throws: LedgerFault.subjectErased(.child(3))) {
            try await reopened.append([draft(.child(3), "more")])
        }
        try reopened.reload()
        try await reopened.append([draft(.child(4), "others go on")])
    }

    @Test func `is wrapped anew when the master key changes, and the old one opens nothing`() async throws {
        let place = try Workplace()
        let (old, new) = (MasterKey.random(), MasterKey.random())
        let (store, ledger) = try await filledLedger(in: place, key: old, count: 100)
        try await ledger.rotate(to: new)
        await #expect(throws: LedgerFault.needsReload) { try await ledger.append([draft(.child(4), "more")]) }
        #expect(throws: LedgerFault.masterKeyWrong) { try Ledger(opening: store, masterKey: old) }
        let reopened = try Ledger(opening: store, masterKey: new)
        #expect(try reopened.verify().isSound)
        #expect(try await reopened.entries(of: .child(4)).allSatisfy { $0.text != nil })
        try await reopened.append([draft(.child(4), "more")])
    }
}
