// SPDX-License-Identifier: MIT

extension AbsenceFigures {
    /// How far the return interviews have come, of the episodes after which one is owed.
    public var interviews: Figure {
        figure(
            "interviews", "Return interviews",
            "Episodes from which the child is back, by how far the interview has come. An interview that was held counts "
                + "as held, whatever came before it; held within 72 hours is reckoned from the return. Episodes from which "
                + "the child is not back, and absences after which none was offered, owe none and stand under not known.",
            bands: InterviewOutcome.allCases.map(\.rawValue)
        ) { row in row.interview.flatMap { InterviewOutcome.allCases.firstIndex(of: $0) } }
    }

    /// Episodes that nobody had reported, beside those that somebody had.
    public var notice: Figure {
        figure(
            "notice", "How it came to notice",
            "Whether anybody reported the child, or an agency heard of it otherwise and entered it afterwards.",
            bands: AbsenceRow.Notice.allCases.map(\.rawValue)
        ) { row in row.cameToNotice.flatMap { AbsenceRow.Notice.allCases.firstIndex(of: $0) } }
    }

    /// Of the interviews that are owed, how many were held within 72 hours of the return, and how many at all.
    public var interviewTimeliness: (owed: Int, held: Int, heldInTime: Int) {
        var result = (owed: 0, held: 0, heldInTime: 0)
        for outcome in rows.lazy.compactMap(\.interview) {
            result.owed += 1
            if outcome == .heldInTime || outcome == .heldLater { result.held += 1 }
            if outcome == .heldInTime { result.heldInTime += 1 }
        }
        return result
    }
}
