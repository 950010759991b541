// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A pack as people read it, in Markdown: whole, section by section, each item with its clause.
public enum ProtocolPage {
    public static func markdown(_ pack: ProtocolPack) -> String {
        var page = "# \(pack.title)\n\n`\(pack.id)`"
        if let parent = pack.extends { page += ", starting from `\(parent)`" }
        if let from = pack.inForceFrom { page += ", in force from \(Spoken.fullDate(from))" }
        if let to = pack.inForceTo { page += " until before \(Spoken.fullDate(to))" }
        page += "\n\n## Sources\n\n"
        for (name, title) in pack.sources.sorted(by: { $0.key < $1.key }) { page += "- **\(name)**: \(title)\n" }
        let sayings = pack.sayings
        for kind in ItemKind.allCases {
            let items = sayings.filter { $0.kind == kind }
            if items.isEmpty { continue }
            page += "\n## \(kind.heading)\n\n"
            page += kind == .setting ? items.map(settingLine).joined() : items.map(markdown).joined(separator: "\n")
        }
        if !pack.removed.isEmpty { page += "\n## Taken out of \(pack.extends ?? "")\n\n" }
        for removal in pack.removed { page += "- `\(removal.id)`: \(removal.reason)\n" }
        return page
    }

    /// One item: its title, its id and what there is to know about it.
    public static func markdown(_ item: ItemSaying) -> String {
        "### \(item.heading)\n\n" + item.lines.map { "- \($0)\n" }.joined()
    }

    private static func settingLine(_ item: ItemSaying) -> String {
        "- \(item.title): \(item.says(.value) ?? "")\n"
    }
}
