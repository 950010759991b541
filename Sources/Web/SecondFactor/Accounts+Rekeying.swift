// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import GRDB

extension Accounts {
    /// Seals the secrets of second factors and the drafts anew for another master key. What follows from the key alone,
    /// such as known devices, begins anew.
    public func reseal(under newMaster: SymmetricKey) async throws {
        let (old, new) = (keys, AccountKeys(from: newMaster))
        try await change { database, _ in
            let rows = try Row.fetchAll(
                database, sql: "SELECT id, secondFactor FROM users WHERE secondFactor IS NOT NULL")
            for row in rows {
                let id: Int64 = row["id"]
                guard let secret = SecondFactorSeal.open(row["secondFactor"], user: id, under: old.secondFactors)
                else { continue }
                try database.execute(
                    sql: "UPDATE users SET secondFactor = ? WHERE id = ?",
                    arguments: [try SecondFactorSeal.seal(secret, user: id, under: new.secondFactors), id])
            }
            for row in try Row.fetchAll(database, sql: "SELECT user, name, sealed FROM drafts") {
                let (user, name): (Int64, String) = (row["user"], row["name"])
                guard let fields = DraftSeal.open(row["sealed"], user: user, name: name, under: old.drafts)
                else { continue }
                try database.execute(
                    sql: "UPDATE drafts SET sealed = ? WHERE user = ? AND name = ?",
                    arguments: [try DraftSeal.seal(fields, user: user, name: name, under: new.drafts), user, name])
            }
        }
    }
}
