// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Procedures
import WorkingTime

/// `homeward protocol show`
struct ProtocolShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a protocol whole, in plain English, with everything it inherits.",
        discussion: """
            Who owes what, while what is so, by when, what ends it, and by which clause; and every other section.

            Examples:
              homeward protocol show birmingham-2015
              homeward protocol show birmingham-2015 --section duties
            """
    )

    @Argument(help: ArgumentHelp("The protocol’s id, or its file.", valueName: "protocol"))
    var name: String

    @Option(help: ArgumentHelp("Only this section: duties, guardrails, triggers, letters …"))
    var section: String?

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let pack = try ShareFolders(named: share.folder, record: nil).pack(name)
        let kinds = try section.map { [try kind(named: $0)] }
        if output.isJSON { return try Printing.json(Answer(pack, kinds ?? ItemKind.allCases)) }
        guard let kinds else { return Printing.toStandardOutput(ProtocolPage.markdown(pack)) }
        let items = pack.sayings.filter { kinds.contains($0.kind) }
        Printing.toStandardOutput(
            items.isEmpty
                ? "\(pack.title) has nothing there." : items.map(ProtocolPage.markdown).joined(separator: "\n"))
    }

    private func kind(named name: String) throws -> ItemKind {
        guard let kind = ItemKind.allCases.first(where: { $0.section == name }) else {
            throw CommandFault.misused(
                "“\(name)” is no section. There are: \(ItemKind.allCases.map(\.section).joined(separator: ", ")).")
        }
        return kind
    }

    private struct Answer: Encodable {
        struct Removed: Encodable { let id, section, reason: String }

        let id, title: String
        let extends: String?
        let inForceFrom, inForceTo: String?
        let sources: [String: String]
        let items: [ItemAnswer]
        let removed: [Removed]

        init(_ pack: ProtocolPack, _ kinds: [ItemKind]) {
            (id, title, extends, sources) = (pack.id, pack.title, pack.extends, pack.sources)
            inForceFrom = pack.inForceFrom.map { TimeText.write($0) }
            inForceTo = pack.inForceTo.map { TimeText.write($0) }
            items = pack.sayings.filter { kinds.contains($0.kind) }.map(ItemAnswer.init)
            removed = pack.removed.map { Removed(id: $0.id, section: $0.section, reason: $0.reason) }
        }
    }
}

/// An item of a protocol in plain English, as JSON.
struct ItemAnswer: Encodable {
    struct Point: Encodable { let label, says: String }

    let section, id, title: String
    let points: [Point]

    init(_ item: ItemSaying) {
        (section, id, title) = (item.kind.section, item.id, item.title)
        points = item.aspects.map { Point(label: $0.aspect.label, says: $0.text) }
    }
}
