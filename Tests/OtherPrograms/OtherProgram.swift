// SPDX-License-Identifier: MIT

import Foundation

/// A program that the tests run beside ours: another validator, another reader of our files, a database's own tool.
public enum OtherProgram {
    /// What it printed and how it ended.
    public struct Outcome: Sendable {
        public let code: Int32
        public let output, errors: String
    }

    /// Runs it to its end. Nothing is ever asked of it; what it prints may be as long as it likes.
    public static func run(_ path: String, _ words: [String], in directory: String? = nil) throws -> Outcome {
        let errorPath = NSTemporaryDirectory() + "homeward-errors-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: errorPath, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: errorPath) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        // A file, not a second pipe: one that is full while the other is being read would keep both waiting.
        process.standardError = FileHandle(forWritingAtPath: errorPath)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let complained = FileManager.default.contents(atPath: errorPath) ?? Data()
        return Outcome(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self))
    }
}
