// SPDX-License-Identifier: MIT

extension PackDifferences {
    /// The whole difference in Markdown, section by section. What differs in wording only stands last in each.
    public var markdown: String {
        var page = "# \(before.title) and \(after.title)\n\n\(summary)\n"
        for kind in ItemKind.allCases {
            let found = of(kind)
            if found.added.isEmpty, found.removed.isEmpty, found.changed.isEmpty { continue }
            page += "\n## \(kind.heading)\n"
            for item in found.added { page += Self.section("New", item, item.lines) }
            for gone in found.removed {
                page += Self.section("Taken out", gone.item, [gone.reason ?? "\(after.title) does not have it."])
            }
            let (wording, asking) = (found.changed.filter(\.isWordingOnly), found.changed.filter { !$0.isWordingOnly })
            for change in asking { page += Self.section("Changed", change.after, change.points.map(\.sentence)) }
            for change in wording {
                page += Self.section("Worded otherwise", change.after, change.points.map(\.sentence))
            }
        }
        return page
    }

    private static func section(_ what: String, _ item: ItemSaying, _ lines: [String]) -> String {
        "\n### \(what): \(item.heading)\n\n" + lines.map { "- \($0)\n" }.joined()
    }
}

extension ItemSaying {
    /// The title with the id: what people read, and what they search for.
    var heading: String { kind == .setting ? title : "\(title) (`\(id)`)" }

    /// Each aspect as a line with its label.
    var lines: [String] { aspects.map { "\($0.aspect.label): \($0.text)" } }
}
