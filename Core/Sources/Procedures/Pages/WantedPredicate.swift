// SPDX-License-Identifier: MIT

import Casework

/// One predicate that a condition wants to hold, taken apart again: for sorting duties, never for deciding.
struct WantedPredicate: Hashable {
    let name: String
    let values: [String]

    /// As a pack writes it: `kind: missing, unreported`.
    init(written: String) {
        let parts = written.split(separator: ":", maxSplits: 1)
        name = parts.first.map(String.init) ?? ""
        values = parts.count < 2 ? [] : parts[1].split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    }

    /// The event words of a `happened`.
    var words: [EventWord] {
        guard name == "happened", let said = values.first else { return [] }
        let names = Set(said.split(separator: " or ").map(String.init))
        return EventWord.allCases.filter { names.contains($0.spoken) }
    }
}

extension Condition {
    /// Every predicate that has to hold, or is one of several of which one has to.
    var wanted: [WantedPredicate] {
        switch self {
        case .predicate(let predicate): [WantedPredicate(written: predicate.written)]
        case .all(let parts), .any(let parts): parts.flatMap(\.wanted)
        case .not: []
        }
    }

    /// Whether it wants that this predicate does not hold.
    func denies(_ name: String) -> Bool {
        switch self {
        case .predicate: false
        case .all(let parts), .any(let parts): parts.contains { $0.denies(name) }
        case .not(let part): part.wanted.contains { $0.name == name }
        }
    }
}
