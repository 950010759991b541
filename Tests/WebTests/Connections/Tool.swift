// SPDX-License-Identifier: MIT

import Dispatch
import Foundation
import Glibc

/// Runs openssl or curl, as the people do whose browsers and scanners ours has to stand up to.
enum Tool {
    struct Outcome: Sendable {
        let status: Int32
        let said: String
    }

    /// What it printed to either output; nothing is ever asked of it.
    ///
    /// Begun by the system's own call: Foundation's reads past its buffer where a process has very many files open, as one
    /// that runs a hundred servers at once has.
    static func run(_ words: [String]) async throws -> Outcome {
        let printed = NSTemporaryDirectory() + "homeward-tool-\(UUID().uuidString)"
        defer { unlink(printed) }
        let process = try begin(words, printingTo: printed)
        let status = await withCheckedContinuation { continuation in
            DispatchQueue(label: "tool").async {
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                continuation.resume(returning: status)
            }
        }
        let said = String(decoding: try Data(contentsOf: URL(filePath: printed)), as: UTF8.self)
        return Outcome(status: (status >> 8) & 0xFF, said: said)
    }

    private static func begin(_ words: [String], printingTo path: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let fault = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
        guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .ENOENT) }
        return process
    }
}

/// An authority for one test, in a directory of its own, with certificates for `localhost`.
struct TestAuthority: Sendable {
    let folder: String

    init() async throws {
        folder = NSTemporaryDirectory() + "homeward-certificates-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try await openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=Test authority", "-keyout", "\(folder)/authority.key", "-out", "\(folder)/authority.pem",
        ])
    }

    var authorityFile: String { "\(folder)/authority.pem" }

    /// Writes `name.pem` and `name.key`; in force for `days` from now.
    func issue(_ name: String, called commonName: String = "localhost", days: Int = 2) async throws {
        let extensions = "\(folder)/\(name).cnf"
        try "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n".write(
            toFile: extensions, atomically: true, encoding: .utf8)
        try await openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=\(commonName)",
            "-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).csr",
        ])
        try await openssl([
            "x509", "-req", "-in", "\(folder)/\(name).csr", "-CA", authorityFile, "-CAkey", "\(folder)/authority.key",
            "-days", "\(days)", "-extfile", extensions, "-out", "\(folder)/\(name).pem",
        ])
        try setMode(0o600, of: "\(name).key")
    }

    func setMode(_ mode: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder)/\(name)")
    }

    /// Puts what is under `name` where `place` was.
    func move(_ name: String, to place: String) throws {
        for ending in ["key", "pem"] {
            let (from, to) = ("\(folder)/\(name).\(ending)", "\(folder)/\(place).\(ending)")
            try FileManager.default.removeItem(atPath: to)
            try FileManager.default.moveItem(atPath: from, toPath: to)
        }
    }

    func leave() { try? FileManager.default.removeItem(atPath: folder) }

    private func openssl(_ words: [String]) async throws {
        let outcome = try await Tool.run(["openssl"] + words)
        precondition(outcome.status == 0, outcome.said)
    }
}
