// SPDX-License-Identifier: MIT
import Ledger
import LedgerContract
import LedgerSQLite
import Testing

@Suite struct `The SQLite store` {
    @Test(arguments: LedgerContract.all)
    func `keeps the contract`(_ rule: LedgerContract) async throws {
        let place = try Workplace()
        let store = try SQLiteLedgerStore.create(in: place.directory)
        await #expect(throws: Never.self) { try await rule.check(store) }
    }
}

@Suite struct `Leases within one process` {
    @Test(arguments: LeaseContract.all)
    func `keep the contract of leases`(_ rule: LeaseContract) throws {
        let leases = OwnLeases()
        #expect(throws: Never.self) { try rule.check(leases, leases) }
    }
}
