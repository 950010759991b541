// SPDX-License-Identifier: MIT

extension Condition {
    /// What has to be so, in plain English.
    public var clause: Clause { clause(isSo: true) }

    /// "where the child is looked after and was reported"; "in every case" where it asks nothing.
    public var english: String {
        let clause = clause
        return clause.isAlways ? "in every case" : "where \(clause.text)"
    }

    /// An opposite is said of each part, since people read “neither is so” more easily than “it is not so that”.
    private func clause(isSo: Bool) -> Clause {
        switch self {
        case .predicate(let predicate):
            let phrase = predicate.phrase ?? Phrase("“\(predicate.written)” holds", not: "“\(predicate.written)” fails")
            if phrase == .always { return isSo ? .all([]) : .any([]) }
            return .phrase(isSo ? phrase.holds : phrase.fails)
        case .not(let part): return part.clause(isSo: !isSo)
        case .all(let parts):
            return isSo ? .together(parts.map { $0.clause }) : .either(parts.map { $0.clause(isSo: false) })
        case .any(let parts):
            return isSo ? .either(parts.map { $0.clause }) : .together(parts.map { $0.clause(isSo: false) })
        }
    }

    /// The same condition, each predicate of which can be said in these words.
    func said(_ phrase: Phrase) -> Condition {
        switch self {
        case .predicate(var predicate):
            predicate.phrase = phrase
            return .predicate(predicate)
        case .not(let part): return .not(part.said(phrase))
        case .all(let parts): return .all(parts.map { $0.said(phrase) })
        case .any(let parts): return .any(parts.map { $0.said(phrase) })
        }
    }
}

extension Phrase {
    static let always = Phrase("it is any episode", not: "it is no episode")
}

extension Clause {
    /// All of these, those of a part with them, each once.
    fileprivate static func together(_ parts: [Clause]) -> Clause {
        var all: [Clause] = []
        for part in parts {
            let inner = if case .all(let inner) = part { inner } else { [part] }
            for one in inner where !all.contains(one) { all.append(one) }
        }
        return all.count == 1 ? all[0] : .all(all)
    }

    /// Any of these, those of a part with them, each once.
    fileprivate static func either(_ parts: [Clause]) -> Clause {
        if parts.contains(where: \.isAlways) { return .all([]) }
        var any: [Clause] = []
        for part in parts {
            let inner = if case .any(let inner) = part { inner } else { [part] }
            for one in inner where !any.contains(one) { any.append(one) }
        }
        return any.count == 1 ? any[0] : .any(any)
    }
}
