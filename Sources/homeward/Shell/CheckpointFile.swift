// SPDX-License-Identifier: MIT

import Foundation
import Ledger

/// Reads checkpoints and public keys as people keep them, and writes them as they can be read out.
enum CheckpointFile {
    static func read(_ path: String) throws -> SignedCheckpoint {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFault.refused("There is no checkpoint at \(path).")
        }
        guard let signed = SignedCheckpoint(text: String(decoding: bytes.prefix(4_096), as: UTF8.self)) else {
            throw CommandFault.refused("\(path) is not a checkpoint, or not all of one.")
        }
        return signed
    }

    /// `given` is the key itself, or a file that holds it.
    static func publicKey(_ given: String) throws -> CheckpointPublicKey {
        if let key = CheckpointPublicKey(text: given) { return key }
        if let bytes = FileManager.default.contents(atPath: given),
            let key = CheckpointPublicKey(text: String(decoding: bytes.prefix(4_096), as: UTF8.self))
        {
            return key
        }
        throw CommandFault.refused(
            "“\(given)” is neither the public key of a checkpoint key nor a file that holds one. "
                + "It begins with \(CheckpointPublicKey.prefix)")
    }

    /// In fours, so that it can be read out and compared.
    static func grouped(_ digits: String) -> String {
        stride(from: 0, to: digits.count, by: 4).map { digits.dropFirst($0).prefix(4) }.joined(separator: " ")
    }

    static func time(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}
