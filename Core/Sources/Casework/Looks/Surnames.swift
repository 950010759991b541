// SPDX-License-Identifier: MIT

/// The last names in a name, each part of a double one, for telling whether two people share one.
enum Surnames {
    /// "adams" and "reed" of "Kezia Adams-Reed". Nothing of a name that is one word.
    static func of(_ name: String) -> Set<String> {
        let words = name.split(whereSeparator: \.isWhitespace)
        guard 1 < words.count, let last = words.last else { return [] }
        return parts(String(last))
    }

    /// Every surname that the record holds for a child, earlier ones among them.
    static func of(_ child: Child) -> Set<String> {
        var found = of(child.facts.name)
        for details in [child.facts.identity] + child.facts.formerly {
            if let name = details.text(.name) { found.formUnion(of(name)) }
            if let surname = details.text(.surname) { found.formUnion(parts(surname)) }
        }
        return found
    }

    private static func parts(_ surname: String) -> Set<String> {
        Set(
            surname.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init).filter {
                1 < $0.count
            })
    }
}
