// SPDX-License-Identifier: MIT

import Casework

/// One thing that `verify` found wrong.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The entry concerned; nothing when it is the ledger as a whole.
    public let position: Position?
    public let kind: Kind
    public let detail: String

    public enum Kind: String, Hashable, Sendable {
        /// An entry cannot be read; the detail says why in ``Damage``'s words.
        case entryDamaged = "entry-damaged"
        /// The entry's hash is not that of what stands there.
        case chainBroken = "chain-broken"
        /// The ledger does not end where its sealed head says.
        case headWrong = "head-wrong"
        /// The head was not sealed by this ledger's master key.
        case headSealBroken = "head-seal-broken"
        /// A wrapped key does not unwrap.
        case keyBroken = "key-broken"
        /// A key without entries.
        case keyUnused = "key-unused"
        /// An index or count disagrees with the entries.
        case indexWrong = "index-wrong"
        /// The store's structure or protections are not as they were made.
        case structureWrong = "structure-wrong"
        /// The store finds itself damaged.
        case storeDamaged = "store-damaged"
        /// The file is not, byte for byte, the one that was sealed.
        case fileAltered = "file-altered"
        /// The write-ahead log of a ledger that was not closed cleanly is damaged, so what followed is not read.
        case logDamaged = "log-damaged"
        /// A snapshot that cannot be used; it is ignored.
        case snapshotUnusable = "snapshot-unusable"
    }

    public init(position: Position? = nil, kind: Kind, detail: String) {
        self.position = position
        self.kind = kind
        self.detail = detail
    }

    public var description: String {
        let place = position.map { "entry \($0): " } ?? ""
        return "\(place)\(kind.rawValue): \(detail)"
    }
}
