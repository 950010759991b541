// SPDX-License-Identifier: MIT

extension Act {
    /// Stands in ``DetailKey/meeting`` for the meeting that an act before in the same submission calls: it has no number
    /// until it is recorded, and a meeting is recorded together with the children it is about or not at all.
    public static let meetingCalledBefore = 0

    /// The same act with the number of the meeting that was called before it, where it names that one. Refuses where
    /// none was.
    func tied(to called: Position?) throws(Refusal) -> Act {
        guard details.number(.meeting) == Act.meetingCalledBefore else { return self }
        guard let called else { throw .detailIsLacking(word, .meeting) }
        var tied = self
        tied.details[.meeting] = .number(Int(called.number))
        return tied
    }
}
