// SPDX-License-Identifier: MIT

import Crypto
import CryptoExtras
import Foundation

/// How much work one guess at a password costs.
public struct PasswordCost: Hashable, Sendable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// N = 2^15, r = 8, p = 3: one of the settings that the OWASP password storage cheat sheet holds equal to its
    /// first choice, at 32 MiB a guess.
    public static let standard = PasswordCost(rounds: 32_768, blockSize: 8, parallelism: 3)
    /// For tests, which sign in many times and guard nothing.
    public static let trivial = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
}

/// Makes and checks scrypt hashes, a few at a time so that many sign-ins can't take all the memory.
actor PasswordHasher {
    private let cost: PasswordCost
    /// A hash of nothing anybody knows, against which the passwords of unknown users are checked.
    private let decoy: String

    init(cost: PasswordCost) throws {
        self.cost = cost
        let noise = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        decoy = try PasswordHasher.hash(noise, cost: cost)
    }

    /// The hash as it is kept: `scrypt$32768$8$3$salt$hash`.
    func hash(_ password: String) throws -> String { try PasswordHasher.hash(password, cost: cost) }

    /// Whether the password is the hashed one. Without a hash the same work is done, and the answer is no.
    func matches(_ password: String, hash: String?) -> Bool {
        let parts = (hash ?? decoy).split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let kept = Data(base64Encoded: parts[5])
        else { return false }
        let cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard let derived = try? PasswordHasher.derive(password, salt: salt, cost: cost) else { return false }
        return Secrets.areEqual(derived, kept) && hash != nil
    }

    private static func hash(_ password: String, cost: PasswordCost) throws -> String {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let derived = try derive(password, salt: salt, cost: cost)
        let work = "\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)"
        return "scrypt$\(work)$\(salt.base64EncodedString())$\(derived.base64EncodedString())"
    }

    private static func derive(_ password: String, salt: Data, cost: PasswordCost) throws -> Data {
        // The same characters typed on another keyboard may arrive composed otherwise.
        let typed = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: typed, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes { Data($0) }
    }
}
