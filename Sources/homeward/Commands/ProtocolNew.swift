// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Procedures
import WorkingTime

/// `homeward protocol new`
struct ProtocolNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a protocol of your own: a file with notes to start from, and a first scenario.",
        discussion: """
            Writes the protocol beside the others, and a scenario that it passes. Nothing is ever written over.

            Examples:
              homeward protocol new eastmoor-2026 --extends england-2026
              homeward protocol new eastmoor-2026 --title "Eastmoor, 2026" --protocols Protocols --scenarios Scenarios
            """
    )

    @Argument(help: ArgumentHelp("Its id: small letters, digits and hyphens, such as eastmoor-2026.", valueName: "id"))
    var id: String

    @Option(
        name: .customLong("extends"),
        help: ArgumentHelp("The protocol whose duties hold here too.", valueName: "protocol"))
    var parent: String?

    @Option(help: ArgumentHelp("Its title, as people say it. Without it, made from the id.", valueName: "words"))
    var title: String?

    @Option(
        help: ArgumentHelp("The folder of scenarios. Without it, beside the folder of protocols.", valueName: "folder"))
    var scenarios: String?

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let isID =
            !id.isEmpty && id.utf8.count <= 60 && id.first != "-"
            && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        guard isID else {
            throw CommandFault.misused(
                "“\(id)” is no id: use small letters, digits and hyphens, such as eastmoor-2026.")
        }
        let beside = URL(fileURLWithPath: folders.protocols).deletingLastPathComponent().path
        let file = "\(folders.protocols)/\(id).yaml"
        let story = "\(scenarios ?? "\(beside)/Scenarios")/\(id)/first.yaml"
        for path in [file, story] where FileManager.default.fileExists(atPath: path) {
            throw CommandFault.refused("\(path) is there already, and nothing is ever written over.")
        }
        let extended = try parent.map { try extendedPack($0, folders) }
        let words = title ?? id.split(separator: "-").map { $0.capitalized }.joined(separator: " ")
        let today = London.date(of: RealTime.now())
        do {
            try write(StarterPack.pack(id: id, title: words, extends: extended, inForceFrom: today), to: file)
            try write(StarterPack.scenario(for: id), to: story)
        } catch {
            throw CommandFault.refused("Nothing can be written to \(folders.protocols) or \(story).")
        }
        if output.isJSON { return try Printing.json(Answer(protocol: file, scenario: story)) }
        Printing.toStandardOutput(
            """
            \(file)
            \(story)
            Next: open the first in an editor, then
              homeward protocol check \(file)
              homeward scenario run \(story)
            """)
    }

    private func extendedPack(_ name: String, _ folders: ShareFolders) throws -> ProtocolPack {
        guard folders.packs.ids.contains(name) else {
            let meant = Spelling.nearest(name, among: folders.packs.ids).map { " Did you mean “\($0)”?" } ?? ""
            throw CommandFault.refused(
                "There is no protocol “\(name)” in \(folders.protocols).\(meant) There are: "
                    + folders.packs.ids.joined(separator: ", ") + ".")
        }
        return try folders.packs.load(name).valueOrRefusal()
    }

    private func write(_ text: String, to path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }

    private struct Answer: Encodable { let `protocol`, scenario: String }
}
