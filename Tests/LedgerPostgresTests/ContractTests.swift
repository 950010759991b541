// SPDX-License-Identifier: MIT
import Ledger
import LedgerContract
import Testing

@Suite struct `The PostgreSQL store` {
    @Test(arguments: LedgerContract.all)
    func `keeps the contract`(_ rule: LedgerContract) async throws {
        let store = try Workplace().open()
        await #expect(throws: Never.self) { try await rule.check(store) }
        store.close()
    }

    @Test(arguments: LeaseContract.all)
    func `keeps the contract of leases`(_ rule: LeaseContract) throws {
        let place = try Workplace()
        let (one, another) = (try place.open(), try place.open())
        #expect(throws: Never.self) { try rule.check(one, another) }
    }
}
