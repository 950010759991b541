// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Synchronization

extension ImportPlan {
    /// Plans against the record as it is and records the plan whole, or nothing where faults stop it. No other writer
    /// comes in between. Returns what was found, and whether anything was recorded.
    public static func carriedOut(
        on partnership: Partnership, isDryRun: Bool = false, _ plan: @escaping @Sendable (State) throws -> ImportPlan
    ) async throws -> (report: ImportReport, wasStored: Bool) {
        let planned = Mutex(ImportPlan())
        let receipt = try await partnership.submitTrusted(by: Actor(role: .administrator)) { state in
            let made = try plan(state)
            planned.withLock { $0 = made }
            return isDryRun || !made.report.mayGoOn ? [] : made.acts
        }
        return (planned.withLock { $0.report }, receipt != nil)
    }
}
