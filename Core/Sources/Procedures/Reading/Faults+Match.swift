// SPDX-License-Identifier: MIT

import Casework

extension Faults {
    /// Reads which events count; `alsoKnown` are keys that somebody else reads.
    func match(
        _ node: PackNode, alsoKnown: [String] = [], needsEvent: Bool = true, of subject: MatchSubject = .child
    ) -> Match? {
        guard case .mapping = node.content else {
            // A bare word is an event that says nothing else.
            guard let events = choices(node, "event", of: EventWord.self) else { return nil }
            let isRight = events.allSatisfy { subject.holds($0) }
            for word in events where !subject.holds(word) { add(node, subject.refuses(word)) }
            return isRight ? Match(events) : nil
        }
        let own = ["event", "by", "given", "lacks"] + alsoKnown
        let events = node["event"].map { choices($0, "event", of: EventWord.self) }
        if events == nil && needsEvent { add(node, "A match needs “event”.") }
        let words = (events ?? nil) ?? []
        let before = all.count
        let by = node["by"].flatMap { self.words($0, "role", among: RoleGroup.names) } ?? []
        let given = node["given"].map { keys($0, of: words) } ?? []
        let lacks = node["lacks"].map { keys($0, of: words) } ?? []
        var details: [Match.Test] = []
        for entry in node.entries where !own.contains(entry.key) {
            if let test = test(entry, of: words, among: own) { details.append(test) }
        }
        for word in words where !subject.holds(word) { add(node, subject.refuses(word)) }
        guard all.count == before, events != .some(nil), events != nil || !needsEvent else { return nil }
        return Match(
            words, by: by.compactMap(RoleGroup.init(named:)), details: details, given: given, lacks: lacks)
    }

    private func test(_ entry: PackNode.Entry, of words: [EventWord], among own: [String]) -> Match.Test? {
        let place = entry.place
        guard let key = DetailKey(named: entry.key), words.isEmpty || words.contains(where: { $0.form.carries(key) })
        else {
            let carried = carriedKeys(words)
            unknown(entry.key, "detail of \(spoken(words))", at: place, among: own + carried.map(\.name))
            return nil
        }
        switch key.holds {
        case .flag: return flag(entry.value, "“\(key.name)”").map { Match.Test(key: key, allowed: [String($0)]) }
        case .word, .words, .number, .numbers:
            return self.words(entry.value, "value of “\(key.name)”").map { Match.Test(key: key, allowed: $0) }
        case .text, .time, .date, .answers:
            add(place, "What “\(key.name)” says can't be asked; write `given: [\(key.name)]`.")
            return nil
        }
    }

    private func keys(_ node: PackNode, of words: [EventWord]) -> [DetailKey] {
        let carried = carriedKeys(words)
        let names = self.words(node, "detail of \(spoken(words))", among: carried.map(\.name)) ?? []
        return names.compactMap { DetailKey(named: $0) }
    }

    /// What any of the words may carry; everything where there is no word.
    private func carriedKeys(_ words: [EventWord]) -> [DetailKey] {
        let forms = words.map(\.form)
        return DetailKey.allCases.filter { key in forms.isEmpty || forms.contains { $0.carries(key) } }
    }

    private func spoken(_ words: [EventWord]) -> String {
        words.isEmpty ? "an event" : words.map { "“\($0.rawValue)”" }.joined(separator: " or ")
    }
}

/// Whose events a match is about.
enum MatchSubject {
    /// A child's own record and their episodes.
    case child
    case partnership

    func holds(_ word: EventWord) -> Bool { (word.form.about == .partnership) == (self == .partnership) }

    func refuses(_ word: EventWord) -> String {
        self == .child
            ? "“\(word.rawValue)” belongs to the partnership and is on no child's history."
            : "“\(word.rawValue)” is on a child's history; a duty of the area is done by an event of the partnership."
    }
}
