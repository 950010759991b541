// SPDX-License-Identifier: MIT
import Ledger

extension LedgerContract {
    static let keys = [
        LedgerContract("a subject's key comes with its first entries") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let keys = [Samples.key(of: .child(2), 2), Samples.key(of: .partnership, 9)]
            try store.append(Samples.batch(from: 1, of: [.child(2), .partnership], keys: keys))
            try expect(try store.keys() == keys, "all keys, in order of subject")
            try expect(try store.key(of: .partnership) == keys[1], "one key")
            try expect(try store.key(of: .child(1)) == nil, "no key")
        },
        LedgerContract("keys are replaced together with the founding's and the head's seal") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let keys = [Samples.key(of: .child(1), 1), Samples.key(of: .child(2), 2)]
            try store.append(Samples.batch(from: 1, of: [.child(1), .child(2)], keys: keys))
            let fresh = [Samples.key(of: .child(1), 101), Samples.key(of: .child(2), 102)]
            let founding = Founding(
                identity: Samples.founding.identity,
                foundedAt: Samples.founding.foundedAt,
                seal: Samples.hash(77)
            )
            let head = SealedHead(head: Samples.head(2).head, seal: Samples.hash(88))
            try store.replaceKeys(fresh, founding: founding, head: head)
            try expect(try store.keys() == fresh, "keys")
            try expect(try store.founding() == founding, "founding")
            try expect(try store.head() == head, "head")
        },
    ]
}
