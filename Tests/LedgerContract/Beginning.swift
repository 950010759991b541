// SPDX-License-Identifier: MIT
import Casework
import Ledger

extension LedgerContract {
    static let beginning = [
        LedgerContract("a store that was never founded has no founding") { store in
            try expect(try store.founding() == nil, "no founding")
        },
        LedgerContract("a founding is read back as it was written") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            try expect(try store.founding() == Samples.founding, "founding")
            try expect(try store.head() == Samples.head(0), "head")
            try expect(try store.lastPosition() == .beginning, "no entries")
            try expect(try store.rows(from: .first, limit: 10).isEmpty, "no rows")
        },
        LedgerContract("a ledger is founded once") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            try expectFault(.alreadyFounded) { try store.found(Samples.founding, head: Samples.head(0)) }
        },
    ]
}
