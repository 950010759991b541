// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What is to happen in one invented episode, drawn before it is written down act by act.
public struct EpisodePlan: Sendable {
    /// What the episode is held as in the end.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case missing, absent, away
    }

    /// What becomes of the return interview.
    public enum Interview: String, CaseIterable, Hashable, Sendable {
        case notOffered, held, declined, notArranged
    }

    var kind: Kind
    var start: Instant
    var end: Instant
    /// Minutes from going missing to the report.
    var minutesToReport: Int
    /// Police first held the child as absent, and then as missing.
    var wasAbsentFirst: Bool
    var isHighRisk: Bool
    /// Where the child was found before they were back; nil where they came back by themselves.
    var found: FoundPlace?
    var interview: Interview
    var isInterviewInTime: Bool
    /// Only what is counted is written down.
    var isBrief: Bool

    var hours: Double { Double((end - start).seconds) / 3_600 }

    /// An episode of this kind and length that starts on or after `date`, in the evening as a rule.
    static func draw(
        of child: InventedChild, kind: Kind, on date: CivilDate, isBrief: Bool, _ random: inout SeededRandom
    ) -> EpisodePlan {
        let second = random.pick(weighted: Shares.startHours) * 3_600 + random.number(0...11) * 300
        let start = London.instantOrChange(at: LocalTime(date: date, secondOfDay: second))
        let band = kind == .missing ? random.pick(weighted: Shares.lengths) : 0.5...9
        let hours = band.lowerBound + (band.upperBound - band.lowerBound) * random.fraction()
        // Whole minutes, and never quite the end of the band.
        let minutes = max(Int(band.lowerBound * 60) + 1, Int(hours * 60))
        let isOffered = kind == .absent ? random.chance(0.1) : random.chance(0.94)
        return EpisodePlan(
            kind: kind, start: start, end: start + .minutes(minutes),
            minutesToReport: min(random.number(15...150), minutes / 2),
            wasAbsentFirst: kind == .missing && minutes > 360 && random.chance(0.06),
            isHighRisk: random.chance(child.risks.isEmpty ? 0.1 : 0.42),
            found: random.chance(0.5) ? FoundPlace.draw(&random) : nil,
            interview: isOffered ? random.pick(weighted: Shares.interviewOutcomes) : .notOffered,
            isInterviewInTime: random.chance(Shares.heldInTime), isBrief: isBrief
        )
    }

    /// The last moment at which anything is done for the episode.
    var doneBy: Instant { end + .days(12) }
}
