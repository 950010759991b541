// SPDX-License-Identifier: MIT

import Casework
import GRDB
import WorkingTime

extension Accounts {
    /// Everybody who may sign in, as the list of unusual looks needs to know them.
    public func looked() async throws -> [String: UnusualLooks.Person] {
        try await pool.read { database in
            var people: [String: UnusualLooks.Person] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT worker, name, addedAt FROM users") {
                let addedAt: Int64? = row["addedAt"]
                people[row["worker"]] = UnusualLooks.Person(
                    name: row["name"], addedAt: addedAt.map { Instant(secondsSince1970: $0) })
            }
            return people
        }
    }
}
