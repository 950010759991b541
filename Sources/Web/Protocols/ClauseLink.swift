// SPDX-License-Identifier: MIT

import Analysis

/// The clauses that something comes from, each of which leads to its document in the index of clauses.
enum ClauseLink {
    /// "SG ¶66; BI, looked-after children" gives two links.
    static func all(_ source: String) -> HTML {
        source.split(separator: ";").map { part -> HTML in
            let text = String(part).trimmed
            let document = text.prefix { $0 != "," && !$0.isWhitespace }
            return "<a href=\"#source-\(document)\">\(text)</a>"
        }.joined(separator: "; ")
    }
}
