// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Exchange
import Procedures
import WorkingTime

/// `homeward protocol show`
struct ProtocolShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a protocol asks of whom, with everything it inherits.",
        discussion: """
            Example:
              homeward protocol show birmingham-2015
            """
    )

    @Argument(help: ArgumentHelp("The protocol’s id, or its file.", valueName: "protocol"))
    var name: String

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        guard name.hasSuffix(".yaml") || folders.packs.ids.contains(name) else {
            throw CommandFault.refused(
                "There is no protocol “\(name)” in \(folders.protocols). There are: "
                    + folders.packs.ids.joined(separator: ", ") + ".")
        }
        let loaded = name.hasSuffix(".yaml") ? folders.packs.load(file: name) : folders.packs.load(name)
        let pack = try loaded.valueOrRefusal()
        if output.isJSON { return try Printing.json(Answer(pack)) }
        Printing.toStandardOutput(text(of: pack))
    }

    private func text(of pack: ProtocolPack) -> String {
        var lines = ["\(pack.id): \(pack.title)"]
        if let parent = pack.extends { lines.append("extends \(parent)") }
        if let from = pack.inForceFrom { lines.append("in force from \(Spoken.fullDate(from))") }
        for (short, title) in pack.sources.sorted(by: { $0.key < $1.key }) { lines.append("  \(short): \(title)") }
        for duty in pack.duties {
            let isLocal = duty.isLocalChoice ? ", its figure a local choice" : ""
            lines += ["", duty.id, "  \(duty.what)", "  Owed by \(duty.who.spoken) · \(duty.source)\(isLocal)"]
            if let note = duty.note { lines.append("  \(note)") }
        }
        for removal in pack.removed { lines += ["", "without \(removal.id): \(removal.reason)"] }
        return lines.joined(separator: "\n")
    }

    private struct Answer: Encodable {
        struct Item: Encodable {
            let id, who, what, source: String
            let isLocalChoice: Bool
            let note: String?
        }

        struct Removed: Encodable { let id, reason: String }

        let id, title: String
        let extends: String?
        let sources: [String: String]
        let duties: [Item]
        let removed: [Removed]

        init(_ pack: ProtocolPack) {
            (id, title, extends, sources) = (pack.id, pack.title, pack.extends, pack.sources)
            duties = pack.duties.map {
                Item(
                    id: $0.id, who: $0.who.rawValue, what: $0.what, source: $0.source,
                    isLocalChoice: $0.isLocalChoice, note: $0.note)
            }
            removed = pack.removed.map { Removed(id: $0.id, reason: $0.reason) }
        }
    }
}
