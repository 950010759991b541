// SPDX-License-Identifier: MIT

import Foundation
import Synchronization
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `A watched folder` {
    private static let start = Instant(secondsSince1970: 1_433_540_000)

    /// What was brought in, in order, as it was when it was read.
    private final class Brought: Sendable {
        let texts = Mutex<[String]>([])
        let isFailing = Mutex(false)
        struct Fault: Error {}

        func bring(_ file: String) throws -> WatchedFolder.Outcome {
            if isFailing.withLock({ $0 }) { throw Fault() }
            let text = try String(contentsOfFile: file, encoding: .utf8)
            texts.withLock { $0.append(text) }
            return text.contains("bad") ? .refused(why: "It is bad.") : .done(report: "Imported.")
        }
    }

    private func made() throws -> (path: String, folder: WatchedFolder) {
        let path = NSTemporaryDirectory() + "homeward-watched-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return (path, try WatchedFolder(path: path, stillFor: Elapsed(seconds: 20)))
    }

    private func put(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @Test func `takes each file once, when it has not changed for a while`() async throws {
        let (path, folder) = try made()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let brought = Brought()
        try put("one", "\(path)/night.csv")
        try await folder.look(at: Self.start) { try brought.bring($0) }
        try put("one and more", "\(path)/night.csv")
        try await folder.look(at: Self.start + Elapsed(seconds: 20)) { try brought.bring($0) }
        #expect(brought.texts.withLock { $0.isEmpty }, "it was still being written")
        for seconds: Int64 in [40, 41, 90] {
            try await folder.look(at: Self.start + Elapsed(seconds: seconds)) { try brought.bring($0) }
        }
        #expect(brought.texts.withLock { $0 } == ["one and more"])
        #expect(
            try names("\(path)/done") == ["20150605T213400Z-night.csv", "20150605T213400Z-night.csv.txt"])
        #expect(try names("\(path)/taken").isEmpty && !names(path).contains("night.csv"))
        let report = try String(contentsOfFile: "\(path)/done/20150605T213400Z-night.csv.txt", encoding: .utf8)
        #expect(report == "Imported.\n")
    }

    @Test func `sets aside what is refused, with why, and keeps files of one name apart`() async throws {
        let (path, folder) = try made()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let brought = Brought()
        for round in 0..<2 {
            try put("bad \(round)", "\(path)/night.csv")
            for _ in 0..<2 {
                let folder = try WatchedFolder(path: path, stillFor: Elapsed(seconds: 0))
                try await folder.look(at: Self.start) { try brought.bring($0) }
            }
        }
        _ = folder
        #expect(brought.texts.withLock { $0 } == ["bad 0", "bad 1"])
        let moment = "20150605T213320Z"
        #expect(
            try names("\(path)/refused") == [
                "\(moment)-2-night.csv", "\(moment)-2-night.csv.txt", "\(moment)-night.csv",
                "\(moment)-night.csv.txt",
            ])
        let why = try String(contentsOfFile: "\(path)/refused/\(moment)-night.csv.txt", encoding: .utf8)
        #expect(why == "It is bad.\n")
    }

    @Test func `leaves alone what is not a whole file of its own`() async throws {
        let (path, _) = try made()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let elsewhere = NSTemporaryDirectory() + "homeward-elsewhere-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        try put("secret", elsewhere)
        try FileManager.default.createSymbolicLink(atPath: "\(path)/link.csv", withDestinationPath: elsewhere)
        try FileManager.default.createDirectory(atPath: "\(path)/folder.csv", withIntermediateDirectories: false)
        for name in [".hidden.csv", "night.csv.part", "night.txt"] { try put("x", "\(path)/\(name)") }
        let before = try names(path)
        let brought = Brought()
        let folder = try WatchedFolder(path: path, stillFor: Elapsed(seconds: 0))
        try await folder.look(at: Self.start) { try brought.bring($0) }
        #expect(try brought.texts.withLock { $0.isEmpty } && names(path) == before)
    }

    @Test func `reads again what was under way when the record could not be written to`() async throws {
        let (path, _) = try made()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let brought = Brought()
        brought.isFailing.withLock { $0 = true }
        try put("one", "\(path)/night.csv")
        let folder = try WatchedFolder(path: path, stillFor: Elapsed(seconds: 0))
        await #expect(throws: Brought.Fault.self) { try await folder.look(at: Self.start) { try brought.bring($0) } }
        #expect(try names("\(path)/taken") == ["20150605T213320Z-night.csv"] && !names(path).contains("night.csv"))
        brought.isFailing.withLock { $0 = false }
        // The program starts again.
        let again = try WatchedFolder(path: path, stillFor: Elapsed(seconds: 0))
        try await again.look(at: Self.start) { try brought.bring($0) }
        #expect(brought.texts.withLock { $0 } == ["one"])
        #expect(try names("\(path)/done").count == 2 && names("\(path)/taken").isEmpty)
    }
}
