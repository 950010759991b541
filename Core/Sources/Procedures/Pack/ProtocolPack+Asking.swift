// SPDX-License-Identifier: MIT

import Casework

extension ProtocolPack {
    /// The words that this protocol's duties and guardrails ask of one detail of an event, each once, in
    /// alphabetical order. A form that offers fewer leaves a duty that nobody can do, or a guardrail that nobody meets.
    public func wordsAsked(of key: DetailKey, in word: EventWord) -> [String] {
        let ofDuties = duties.flatMap { $0.doneBy.matches + $0.lapses + $0.clock.choices.compactMap(\.match) }
        let matches = ofDuties + guardrails.map(\.refuses)
        let tests = matches.filter { $0.words.contains(word) }.flatMap(\.details).filter { $0.key == key }
        return Set(tests.flatMap(\.allowed)).sorted()
    }
}

extension Discharge {
    /// Every event named.
    fileprivate var matches: [Match] {
        switch self {
        case .event(let match): [match]
        case .any(let parts), .all(let parts): parts.flatMap(\.matches)
        }
    }
}

extension Clock {
    /// The event that starts it, where one does.
    fileprivate var match: Match? {
        switch start {
        case .event(let match, _, _), .each(let match): match
        default: nil
        }
    }
}
