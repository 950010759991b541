// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Ledger

/// What pseudonyms of an extract are made with: a key drawn for this extract alone, or one that is kept in a file.
struct ExtractKeys: Sendable {
    private let key: SymmetricKey

    /// Drawn now and kept nowhere.
    init() { key = SymmetricKey(size: .bits256) }

    /// From the file, which is made where it is not there; only its owner may read it.
    init(keptIn path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            key = SymmetricKey(size: .bits256)
            try OwnerOnlyFile.create(path)
            try OwnerOnlyFile.replace(path, with: key.withUnsafeBytes { Array($0) })
            return
        }
        try OwnerOnlyFile.check(path)
        let bytes = try OwnerOnlyFile.read(path)
        guard bytes.count == 32 else { throw CommandFault.refused("What stands in \(path) is no key for extracts.") }
        key = SymmetricKey(data: bytes)
    }

    /// 80 bits of HMAC-SHA256 in hexadecimal digits: the same for the same, and nothing to be read off it.
    @Sendable func pseudonym(_ what: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(what.utf8), using: key).prefix(10).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
