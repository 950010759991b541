// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Procedures

/// `homeward protocol diff`
struct ProtocolDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in plain English what differs between two protocols.",
        discussion: """
            What was added, what was taken out and why, and what changed point by point. Ends with 0 whether or not \
            anything differs.

            Example:
              homeward protocol diff england-2014 birmingham-2015
            """
    )

    @Argument(help: ArgumentHelp("The earlier protocol’s id, or its file.", valueName: "before"))
    var before: String

    @Argument(help: ArgumentHelp("The later protocol’s id, or its file.", valueName: "after"))
    var after: String

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let differences = PackDifferences(from: try folders.pack(before), to: try folders.pack(after))
        if output.isJSON { return try Printing.json(DifferencesAnswer(differences)) }
        Printing.toStandardOutput(differences.markdown)
    }
}

/// What differs between two protocols, as JSON.
struct DifferencesAnswer: Encodable {
    struct Changed: Encodable {
        let section, id, title: String
        let isWordingOnly: Bool
        let says: [String]
    }

    struct Removed: Encodable {
        let section, id, title: String
        let reason: String?
    }

    let before, after, summary: String
    let added: [ItemAnswer]
    let removed: [Removed]
    let changed: [Changed]

    init(_ differences: PackDifferences) {
        (before, after) = (differences.before.id, differences.after.id)
        summary = differences.summary
        added = differences.added.map(ItemAnswer.init)
        removed = differences.removed.map {
            Removed(section: $0.item.kind.section, id: $0.item.id, title: $0.item.title, reason: $0.reason)
        }
        changed = differences.changed.map {
            Changed(
                section: $0.after.kind.section, id: $0.after.id, title: $0.after.title,
                isWordingOnly: $0.isWordingOnly, says: $0.points.map(\.sentence))
        }
    }
}
