// SPDX-License-Identifier: MIT

import Foundation

/// The real program, run as somebody would, in a folder of its own.
final class Workshop {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "homeward-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var data: String { folder + "/record" }

    /// What a command printed and how it ended.
    struct Outcome {
        let code: Int32
        let output, errors: String

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
        }
    }

    func write(_ text: String, to name: String) throws -> String {
        let path = "\(folder)/\(name)"
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// The program is built beside the tests.
    var program: URL {
        let beside = Bundle.main.bundleURL.appendingPathComponent("homeward")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
            "homeward")
    }

    func run(_ words: String...) throws -> Outcome { try run(words: words) }

    /// Runs the program; `directory` is where it is given and what it shares, else wherever the tests are.
    func run(
        words arguments: [String], in directory: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let directory {
            process.currentDirectoryURL = URL(fileURLWithPath: directory)
            process.environment = ProcessInfo.processInfo.environment.merging(["HOMEWARD_SHARE": directory]) { $1 }
        }
        process.executableURL = program
        process.arguments = arguments
        let outputPath = "\(folder)/output-\(UUID().uuidString)"
        let errorPath = outputPath + "-errors"
        for path in [outputPath, errorPath] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: outputPath)
        process.standardError = FileHandle(forWritingAtPath: errorPath)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = { (path: String) in
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
        return Outcome(code: process.terminationStatus, output: text(outputPath), errors: text(errorPath))
    }
}

/// A small return: two children, three placements, three periods, one of them without an end.
enum SmallReturn {
    static let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1001,2,01/02/2009,WBRI,,,\n1002,1,03/04/2010,BAFR,,,\n"
    static let episodes = """
        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
        1001,10/05/2023,S,C2,N1,U1,PR1,01/09/2023,X1,CREQB,EM1 2AB,EM3 4CD,
        1001,01/09/2023,P,C2,N1,K2,PR1,,,,EM1 2AB,EM2 4LH,1234567
        1002,02/06/2023,S,C2,N1,U1,PR1,02/02/2024,E4A,,EM1 2AB,EM3 4CD,

        """
    static let missing = """
        CHILD,DOB,MISSING,MIS_START,MIS_END
        1001,01/02/2009,M,05/10/2023,07/10/2023
        1001,01/02/2009,A,06/01/2024,
        1002,03/04/2010,M,09/11/2023,09/11/2023

        """

    static func write(in shop: Workshop, missing: String = missing) throws -> String {
        _ = try shop.write(header, to: "return/header.csv")
        _ = try shop.write(episodes, to: "return/episodes.csv")
        return URL(fileURLWithPath: try shop.write(missing, to: "return/missing.csv")).deletingLastPathComponent().path
    }
}
