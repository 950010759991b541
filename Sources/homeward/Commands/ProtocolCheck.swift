// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Procedures

/// `homeward protocol check`
struct ProtocolCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every fault in a protocol’s file, with its line.",
        discussion: """
            Ends with 1 when there is any.

            Example:
              homeward protocol check Protocols/birmingham-2015.yaml
            """
    )

    @Argument(
        help: ArgumentHelp("The protocols’ files, or folders of them. Without any, all found.", valueName: "path"))
    var files: [String] = []

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let loaded =
            files.isEmpty ? Self.all(in: folders.packs) : files.flatMap { Self.loaded($0, beside: folders.packs) }
        let faults = loaded.flatMap(\.1.faults)
        if output.isJSON {
            try Printing.json(Answer(checked: loaded.map(\.0), faults: faults.map(FaultAnswer.init)))
        } else {
            for (name, pack) in loaded {
                let lines = pack.faults.map { "\n  \($0)" }.joined()
                let duties = pack.value.map { "\($0.duties.count) duties, no fault" } ?? "\(pack.faults.count) found"
                Printing.toStandardOutput("\(name): \(duties)\(lines)")
            }
        }
        if !faults.isEmpty { throw ExitCode(1) }
    }

    private static func all(in folder: PackFolder) -> [(String, Loaded<ProtocolPack>)] {
        folder.ids.map { ($0, folder.load($0)) }
    }

    /// The packs of a folder, or the one in a file, which may extend a pack `beside` it.
    private static func loaded(_ path: String, beside folder: PackFolder) -> [(String, Loaded<ProtocolPack>)] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            return all(in: PackFolder(path: path))
        }
        return [(path, folder.load(file: path))]
    }

    private struct Answer: Encodable {
        let checked: [String]
        let faults: [FaultAnswer]
    }
}

/// A fault in a file that people edit, as JSON.
struct FaultAnswer: Encodable {
    let file: String
    let line: Int
    let column: Int?
    let says: String
    let allowed: [String]
    let nearest: String?

    init(_ fault: ReadingFault) {
        (file, line, column, says) = (fault.file, fault.line, fault.column, fault.says)
        (allowed, nearest) = (fault.allowed, fault.nearest)
    }
}
