// SPDX-License-Identifier: MIT

extension Mark {
    /// Whether this entry takes the child off the agenda that `placing` put them on: a later one, of the same meeting
    /// or the same kind where it names one.
    public func takesOff(_ placing: Mark) -> Bool {
        guard word == .takenOffAgenda, placing.position < position else { return false }
        if let meeting = details.number(.meeting) { return placing.details.number(.meeting) == meeting }
        return details.word(.kind).map { placing.details.word(.kind) == $0 } ?? true
    }
}
