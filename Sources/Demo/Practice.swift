// SPDX-License-Identifier: MIT

import Procedures
import WorkingTime

/// What became of a duty in a decent partnership: most of them done in time, some late, some set aside with a reason, and
/// a few, that nobody can do any more, never done.
enum Practice {
    case done(at: Instant)
    case setAside(at: Instant)
    case undone

    /// For a child of the past: `draw` is the duty's own chance.
    static func ofPast(
        _ standing: DutyStanding, canBeDone: Bool, maySetAside: Bool, by now: Instant, _ draw: inout SeededRandom
    ) -> Practice {
        guard let from = standing.from else { return .undone }
        let due = standing.due?.lastInstant ?? from + .hours(6)
        let span = Elapsed(seconds: max(3_600, min((due - from).seconds, 4 * 86_400)))
        let share = draw.fraction()
        let lateness = due + Elapsed(seconds: span.seconds * Int64(draw.number(6...70)) / 100)
        let end = standing.state == .missed ? standing.endedAt : nil
        if standing.state == .overdue, maySetAside, !canBeDone || share > 0.97 {
            return last(lateness, by: now) { .setAside(at: $0) }
        }
        guard canBeDone else { return .undone }
        if share < 0.87 { return .done(at: inTime(standing, from, due, &draw)) }
        if share < 0.97, end.map({ lateness < $0 }) ?? true { return last(lateness, by: now) { .done(at: $0) } }
        return standing.state == .missed ? .undone : .done(at: inTime(standing, from, due, &draw))
    }

    /// For a child of the present, whose story is told: in time.
    static func ofPresent(_ standing: DutyStanding, _ draw: inout SeededRandom) -> Practice {
        guard let from = standing.from else { return .undone }
        return .done(at: inTime(standing, from, standing.due?.lastInstant ?? from + .hours(6), &draw))
    }

    /// Some way into its time: people don't do everything at once. What comes round again is not left to the last.
    private static func inTime(
        _ standing: DutyStanding, _ from: Instant, _ due: Instant, _ draw: inout SeededRandom
    ) -> Instant {
        let isLong = 20 * 86_400 < (due - from).seconds
        return from + Elapsed(seconds: (due - from).seconds * Int64(draw.number(isLong ? 5...35 : 25...85)) / 100)
    }

    private static func last(_ instant: Instant, by now: Instant, _ make: (Instant) -> Practice) -> Practice {
        instant < now - .minutes(10) ? make(instant) : .undone
    }
}

extension SeededRandom {
    /// The chance of one duty of one child: the same whichever else is drawn.
    init(of duty: String, instance: Int, child: Int, episode: Int?) {
        var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in duty.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let place = UInt64(instance) &+ UInt64(child) &* 7_919 &+ UInt64((episode ?? -1) + 1) &* 104_729
        self.init(seed: mixed, part: place)
    }
}
