// SPDX-License-Identifier: MIT

import Foundation
import PostgresCluster
import Synchronization

/// A record whose ledgers are in a database, people who may sign in, and as many servers as a test begins.
final class SharedWorkshop: Sendable {
    let folder: String
    let database: PostgresDatabase
    private let running = Mutex<[Process]>([])

    static let password = "Marmalade-tram-42-pigeon"

    init() throws {
        let shop = NSTemporaryDirectory() + "homeward-shared-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: shop, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        folder = shop
        database = try PostgresCluster.shared().database()
        try Data((Self.password + "\n").utf8).write(to: URL(fileURLWithPath: "\(shop)/password"))
    }

    deinit {
        for process in running.withLock({ $0 }) where process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    var data: String { "\(folder)/record" }

    /// Where the ledgers are, as every command is told.
    var place: [String] { ["--data", data, "--ledger", database.address] }

    func prepare() throws -> Workshop.Outcome {
        try run(["ledger", "prepare", database.addressOfOwner, "--role", database.application])
    }

    func run(_ words: [String]) throws -> Workshop.Outcome { try Workshop().run(words: words) }

    func addPerson(_ email: String, _ role: String, _ agency: String) throws -> Workshop.Outcome {
        try run(
            [
                "user", "add", "--email", email, "--name", email, "--role", role, "--agency", agency, "--password-file",
                "\(folder)/password",
            ] + place)
    }

    /// A server in a process of its own, once it answers.
    func serve(_ more: [String] = []) throws -> RunningServer {
        let server = try RunningServer.begin(place + more, in: folder)
        running.withLock { $0.append(server.process) }
        return server
    }
}

/// One `homeward serve`.
struct RunningServer: Sendable {
    let process: Process
    let address: String
    let log: String

    /// Begins one, until it answers. What it says of itself comes into a file in `folder`.
    static func begin(_ words: [String], in folder: String) throws -> RunningServer {
        let process = Process()
        let output = Pipe()
        process.executableURL = try Workshop().program
        process.arguments =
            [
                "serve", "--port", "0", "--without-tls", "--second-factor", "nobody", "--json", "--requests-per-second",
                "1000",
            ] + words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        let log = "\(folder)/log-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: log)
        try process.run()
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        let answer = try? JSONSerialization.jsonObject(with: said) as? [String: Any]
        guard let address = answer?["address"] as? String else {
            if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
            let complained = FileManager.default.contents(atPath: log) ?? Data()
            throw PostgresCluster.Lacking(description: "no server: \(String(decoding: complained, as: UTF8.self))")
        }
        return RunningServer(process: process, address: address, log: log)
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
