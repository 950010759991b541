// SPDX-License-Identifier: MIT

import Analysis

/// A clause that leads to its line in the index of clauses.
enum ClauseLink {
    static func all(_ source: String) -> HTML {
        Citation.all(in: source).map { clause -> HTML in
            "<a href=\"#source-\(clause.document)\">\(clause.written)</a>"
        }.joined(separator: "; ")
    }
}

/// One clause that something in a pack comes from.
struct Citation: Hashable {
    /// The short name of the document.
    let document: String
    /// Where in it; empty for the whole.
    let place: String

    var written: String { place.isEmpty ? document : "\(document) \(place)" }

    /// "SG ¶66; BI, looked-after children" holds two.
    static func all(in source: String) -> [Citation] {
        source.split(separator: ";").flatMap { part in
            let text = String(part).trimmed
            let document = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            let place = text.dropFirst(document.count).drop { $0 == "," || $0 == " " }
            return places(in: String(place)).map { Citation(document: String(document), place: $0) }
        }
    }

    /// "¶12, ¶23" and "5, 6" are two places; "board's sixteen, 1" is one.
    private static func places(in text: String) -> [String] {
        let parts = text.split(separator: ",").map { String($0).trimmed }
        let areNumbers = parts.allSatisfy { $0.first.map { $0 == "¶" || $0.isNumber } ?? false }
        return parts.count > 1 && areNumbers ? parts : [text]
    }
}
