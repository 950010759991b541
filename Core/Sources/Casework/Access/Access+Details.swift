// SPDX-License-Identifier: MIT

extension Access {
    /// Whether they may know that an event happened. What it says is asked detail by detail.
    public func maySee(_ event: Event) -> Bool {
        guard let child = event.child else {
            if event.word.isOfConcern { return mayReadRegister(event) }
            if event.word.isOfTwoRecords { return mayReadJoining(event) }
            return actor.role.mayRecord(event.word)
        }
        return maySee(event.word.part, of: child)
    }

    /// Whether they may read a detail of an event: the part that it belongs to, and what the event tells as a whole.
    ///
    /// What was said to the interviewer stays the interviewer's also where it is about a place or about harm, for it may
    /// be about those who look after the child. Whoever wrote an entry may read what they wrote.
    public func maySee(_ key: DetailKey, of event: Event) -> Bool {
        guard let id = event.child else { return maySee(event) }
        guard let grants = grants(of: id) else { return false }
        // A correction tells what the entry tells that it corrects.
        let word = event.word == .corrected ? corrected(by: event, of: id) ?? event.word : event.word
        guard grants.contains(.see, word.part) else { return false }
        if let worker = actor.worker, event.by.worker == worker, !isHeldBack(word.part(of: key), of: id) {
            return true
        }
        if word.tellsInConfidence, !grants.contains(.see, word.contentPart) { return false }
        return grants.contains(.see, word.part(of: key))
    }

    private func corrected(by event: Event, of id: ChildID) -> EventWord? {
        guard let what = event.details.number(.what), let child = state.child(id) else { return nil }
        return state.word(at: Position(Int64(what)), of: child)
    }

    private func isHeldBack(_ part: RecordPart, of id: ChildID) -> Bool {
        guard part == .location, let child = state.child(id) else { return false }
        return isShielded(from: child, relationships(to: child))
    }
}

extension EventWord {
    /// Whether nothing that it says is for those who may not read it as a whole, whatever it is about.
    var tellsInConfidence: Bool {
        switch contentPart {
        case .interview, .ownWords, .minutes, .audit: true
        default: false
        }
    }
}
