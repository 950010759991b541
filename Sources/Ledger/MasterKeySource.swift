// SPDX-License-Identifier: MIT
import Casework
import Foundation

/// Where the master key comes from. Never from the database.
public enum MasterKeySource: Hashable, Sendable {
    /// A file that only its owner may use (mode 0600 or 0400).
    case file(String)
    /// The name of an environment variable.
    case environment(String)
    /// A command, with its arguments, that prints the key: for asking a key service.
    case command([String])

    /// The key in its written form is short; whatever prints more than this is no key.
    private static let textLimitInBytes = 4_096

    /// Reads the key. Throws `.masterKeyMissing`, `.masterKeyMalformed`, `.masterKeyCommandFailed`,
    /// `.permissionsTooOpen`.
    public func read() throws(LedgerFault) -> MasterKey {
        switch self {
        case .file(let path): return try Self.read(file: path)
        case .environment(let name):
            guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
                throw .masterKeyMissing(name)
            }
            return try MasterKey(text: text, from: name)
        case .command(let words): return try Self.read(command: words)
        }
    }

    /// Makes a new key file with mode 0600. Refuses with `.alreadyThere`: a key is never written over.
    public static func createFile(_ path: String, holding key: MasterKey) throws(LedgerFault) {
        try OwnerOnlyFile.create(path)
        try OwnerOnlyFile.replace(path, with: Array((key.text + "\n").utf8))
    }

    private static func read(file path: String) throws(LedgerFault) -> MasterKey {
        do throws(LedgerFault) {
            try OwnerOnlyFile.check(path)
        } catch {
            if case .notFound = error { throw .masterKeyMissing(path) }
            throw error
        }
        let bytes = try OwnerOnlyFile.read(path)
        guard bytes.count <= textLimitInBytes else { throw .masterKeyMalformed(path) }
        return try MasterKey(text: String(decoding: bytes, as: UTF8.self), from: path)
    }

    private static func read(command words: [String]) throws(LedgerFault) -> MasterKey {
        guard let name = words.first else { throw .masterKeyMissing("command") }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .masterKeyCommandFailed(name)
        }
        let bytes = (try? output.fileHandleForReading.read(upToCount: textLimitInBytes)) ?? Data()
        try? output.fileHandleForReading.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw .masterKeyCommandFailed(name) }
        return try MasterKey(text: String(decoding: bytes, as: UTF8.self), from: name)
    }
}
