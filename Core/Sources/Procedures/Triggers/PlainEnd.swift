// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// When what a firing made ended, of a duty that asks for nothing but its own trigger: the first act that discharges,
/// waives or ends it. Most do, and working the duty out for each firing would say the same.
struct PlainEnd {
    /// Nil while nothing has ended it.
    let at: Instant?

    /// Nil where only the duty itself can tell: it asks for more, needs several acts together, is agreed away, or was
    /// acted on at the very instant.
    init?(of duty: Duty, _ firing: Firing, in firings: ChildFirings) {
        guard case .predicate(let asked) = duty.when, asked.trigger == firing.trigger, duty.once == nil,
            !duty.doneBy.needsSeveral, duty.clock.trigger == firing.trigger
        else { return nil }
        let course = firings.course
        guard let begun = course.first else { return nil }
        // The need begins with the first firing, for somebody whom the protocol covers then, and goes on for good.
        if let covers = firings.pack.covers {
            guard let first = firings.firings(of: firing.trigger).first,
                covers.holds(in: course.moment(at: max(first.at, begun)))
            else { return nil }
        }
        if course.marks.contains(where: { $0.word == .agreed && $0.details.word(.duty) == duty.id }) { return nil }
        let from = course.knot(at: firing.at - Elapsed(seconds: 1)).count
        let ending = course.marks[from...].first { mark in
            if mark.word == .waived && mark.details.word(.duty) == duty.id && mark.by.acts(forOneOf: duty.waivers) {
                return true
            }
            return duty.doneBy.accepts(mark) || duty.lapses.contains { $0.accepts(mark) }
        }
        if let ending, ending.clockTime == firing.at { return nil }
        at = ending?.clockTime
    }
}

extension Discharge {
    /// Whether no one event is enough.
    fileprivate var needsSeveral: Bool {
        switch self {
        case .event: false
        case .any(let parts): parts.contains(where: \.needsSeveral)
        case .all: true
        }
    }
}
