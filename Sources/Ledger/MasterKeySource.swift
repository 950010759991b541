// SPDX-License-Identifier: MIT
import Casework
import Dispatch
import Foundation
import Synchronization

/// Where the master key comes from. Never from the database.
public enum MasterKeySource: Hashable, Sendable {
    /// A file that only its owner may use (mode 0600 or 0400).
    case file(String)
    /// The name of an environment variable.
    case environment(String)
    /// A command, with its arguments, that prints the key: for asking a key service.
    case command([String])

    /// How long a command may take to print the key.
    public static let commandLimitInSeconds = 30

    /// The key in its written form is short; whatever prints more than this is no key.
    private static let textLimitInBytes = 4_096

    /// Reads the key. Throws `.masterKeyMissing`, `.masterKeyMalformed`, `.masterKeyCommandFailed`,
    /// `.masterKeyCommandTooSlow`, `.permissionsTooOpen`.
    public func read(withinSeconds limit: Int = commandLimitInSeconds) throws(LedgerFault) -> MasterKey {
        switch self {
        case .file(let path): return try Self.read(file: path)
        case .environment(let name):
            guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
                throw .masterKeyMissing(name)
            }
            return try MasterKey(text: text, from: name)
        case .command(let words): return try Self.read(command: words, withinSeconds: limit)
        }
    }

    /// Makes a new key file with mode 0600. Refuses with `.alreadyThere`: a key is never written over.
    public static func createFile(_ path: String, holding key: MasterKey) throws(LedgerFault) {
        try OwnerOnlyFile.createWhole(path, with: Array((key.text + "\n").utf8))
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

    /// Runs the command itself, with no shell between. What it prints is the key or nothing of ours, so neither its
    /// output nor its errors are shown to anybody or kept.
    private static func read(command words: [String], withinSeconds seconds: Int) throws(LedgerFault) -> MasterKey {
        guard let name = words.first else { throw .masterKeyMissing("command") }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let printed = Printed()
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw .masterKeyCommandFailed(name)
        }
        try? output.fileHandleForWriting.close()
        DispatchQueue.global(qos: .userInitiated).async {
            printed.take(from: output.fileHandleForReading, upTo: textLimitInBytes)
        }
        let limit = DispatchTime.now() + .seconds(seconds)
        guard ended.wait(timeout: limit) == .success, printed.isAll.wait(timeout: limit) == .success else {
            process.terminate()
            throw .masterKeyCommandTooSlow(name)
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .masterKeyCommandFailed(name)
        }
        return try MasterKey(text: printed.text, from: name)
    }
}

/// What a command has printed.
private final class Printed: Sendable {
    let isAll = DispatchSemaphore(value: 0)
    private let bytes = Mutex(Data())

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func take(from handle: FileHandle, upTo limit: Int) {
        let read = (try? handle.read(upToCount: limit)) ?? Data()
        bytes.withLock { $0 = read }
        try? handle.close()
        isAll.signal()
    }
}
