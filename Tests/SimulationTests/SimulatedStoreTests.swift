// SPDX-License-Identifier: MIT

import LedgerContract
import Testing

@testable import Simulation

@Suite struct `The simulated store` {
    @Test(arguments: LedgerContract.all)
    func `keeps the contract`(_ rule: LedgerContract) async throws {
        let store = SimulatedStore(SimulatedDisk(), isShared: false)
        await #expect(throws: Never.self) { try await rule.check(store) }
    }
}
