// SPDX-License-Identifier: MIT

import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Synchronization

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

/// Too many passwords are being checked at this moment.
struct TooManyAtOnce: Error, Hashable {}

/// Makes and checks scrypt hashes: a few at a time and away from what answers pages, so that many sign-ins take neither
/// all the memory nor the time of those who are at work. What can't wait its turn is refused.
final class PasswordHasher: Sendable {
    /// For which waiting places a check may stand: devices that are known have some of their own.
    enum Queueing: Int { case known = 48, unknown = 24 }

    private let cost: PasswordCost
    /// A hash of nothing anybody knows, against which the passwords of unknown users are checked.
    private let decoy: String
    private let queue = DispatchQueue(label: "homeward.passwords", qos: .utility)
    private let waiting = Mutex(0)

    init(cost: PasswordCost) throws {
        self.cost = cost
        let noise = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        decoy = try PasswordHasher.hash(noise, cost: cost)
    }

    /// The hash as it is kept: `scrypt$32768$8$3$salt$hash`.
    func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await queued(.known) { Result { try PasswordHasher.hash(password, cost: cost) } }.get()
    }

    /// Whether the password is the hashed one. Without a hash the same work is done, and the answer is no.
    ///
    /// Throws ``TooManyAtOnce`` where too many wait already.
    func matches(_ password: String, hash: String?, _ queueing: Queueing = .known) async throws -> Bool {
        // Who signs in elsewhere only has no hash, and takes as long to be refused.
        let hash = hash.flatMap { $0.hasPrefix("scrypt$") ? $0 : nil }
        let kept = hash ?? decoy
        let isRight = try await queued(queueing) { PasswordHasher.matches(password, kept) }
        return isRight && hash != nil
    }

    private func queued<Value: Sendable>(
        _ queueing: Queueing, _ work: @escaping @Sendable () -> Value
    ) async throws -> Value {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < queueing.rawValue else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { throw TooManyAtOnce() }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { done in
            queue.async { done.resume(returning: work()) }
        }
    }

    private static func matches(_ password: String, _ hash: String) -> Bool {
        let parts = hash.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let kept = Data(base64Encoded: parts[5])
        else { return false }
        let cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard let derived = try? PasswordHasher.derive(password, salt: salt, cost: cost) else { return false }
        return Secrets.areEqual(derived, kept)
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
