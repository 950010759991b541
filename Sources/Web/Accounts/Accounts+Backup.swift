// SPDX-License-Identifier: MIT

import GRDB

extension Accounts {
    /// Copies the accounts to a new file at `path`, also while people sign in.
    public func backup(to path: String) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }
}
