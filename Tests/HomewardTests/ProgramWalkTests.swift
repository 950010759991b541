// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// Does what `docs/api.md` says, line by line, against the demonstration.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `The walk through the interface for programs` {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/api.md")

    /// Every block of commands on the page, in order.
    private static func commands() throws -> String {
        let text = try String(contentsOf: page, encoding: .utf8)
        return text.matches(of: /```sh\n([^`]*(?:`[^`]+)*?)```/).map { String($0.output.1) }.joined()
    }

    @Test func `ends with what it says`() throws {
        let shop = try Workshop()
        let demo = try RunningDemo(shop)
        defer { demo.end() }
        let script = "set -euo pipefail\ncd '\(shop.folder)'\n" + (try Self.commands())
        #expect(script.contains("children/search") && script.contains("api/v1/reports") && script.contains("/return"))
        let walk = Process()
        walk.executableURL = URL(fileURLWithPath: "/bin/bash")
        walk.arguments = ["-c", script]
        let path = shop.program.deletingLastPathComponent().path
        walk.environment = ProcessInfo.processInfo.environment.merging([
            "PATH": "\(path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
            "HOMEWARD": demo.address, "DATA": shop.data,
        ]) { $1 }
        let output = shop.folder + "/walk.txt"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let handle = FileHandle(forWritingAtPath: output)
        (walk.standardOutput, walk.standardError) = (handle, handle)
        walk.standardInput = FileHandle.nullDevice
        try walk.run()
        walk.waitUntilExit()
        let said = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
        #expect(walk.terminationStatus == 0, "\(said)")
        #expect(said.contains("\"Alexandra Nightingale-Walker\"") && said.contains("\"children\": []"), "\(said)")
    }
}

/// The demonstration in a workshop's folder, until it is ended.
private final class RunningDemo {
    let address: String
    private let process = Process()

    init(_ shop: Workshop) throws {
        process.executableURL = shop.program
        process.arguments = ["demo", "--data", shop.data, "--port", "0", "--json"]
        let output = shop.folder + "/demo.txt"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var told: String?
        while told == nil, process.isRunning {
            let said = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
            told = said.firstMatch(of: /"address" *: *"([^"]+?)\/?"/).map { String($0.output.1) }
            if told == nil { Thread.sleep(forTimeInterval: 0.2) }
        }
        guard let told else { throw CocoaError(.executableLoad) }
        address = told.replacing("\\/", with: "/")
    }

    func end() {
        process.interrupt()
        process.waitUntilExit()
    }
}
