// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Duty {
    /// By when it is owed, as one phrase: "within 1 hour of the report".
    public var byWhen: String { due.said(from: clock) }
}

extension SoonerRule {
    /// By when it is owed where the rule's condition holds. `duty` is the one that it belongs to.
    public func byWhen(of duty: Duty) -> String { due.said(from: clock ?? duty.clock) }
}

extension DueRule {
    fileprivate func said(from clock: Clock) -> String {
        switch self {
        case .length(let length): return clock.within(length)
        case .figure(let word, let length):
            let most = Lengths.write(length)
            if case .need = clock.start, clock.plus == nil {
                return "\(word.replacingHyphens) once this is so: \(most) at most"
            }
            return "\(word.replacingHyphens) after \(clock.said): \(most) at most"
        case .stated(let key, let match, let otherwise):
            let stated = "by the “\(key.label.lowercased())” that was stated\(match.map { " when \($0.spoken)" } ?? "")"
            return otherwise.map { "\(stated); without one, \(clock.within($0))" } ?? stated
        case .every(_, let written): return "every \(written), from \(clock.said)"
        }
    }
}

extension Clock {
    fileprivate func within(_ length: DueLength) -> String {
        let most = Lengths.write(length)
        if let plus { return "within \(most), counted from \(Lengths.write(plus)) after \(moment)" }
        if case .need = start { return "within \(most) of this being so" }
        return "within \(most) of \(moment)"
    }

    fileprivate var said: String { plus.map { "\(Lengths.write($0)) after \(moment)" } ?? moment }

    /// What starts the clock, as something that a length can be counted from.
    private var moment: String {
        switch start {
        case .need: "the moment from which this is so"
        case .start: "the child going missing"
        case .report: "the report"
        case .checks: "the beginning of first checks"
        case .located: "the child being located"
        case .returned: "the child's return"
        case .locatedOrReturned: "the child being located or back, whichever is first"
        case .event(let match, _, let key?): "the “\(key.label.lowercased())” stated with “\(match.spoken)”"
        case .event(let match, let isLast, nil): "the \(isLast ? "last" : "first") time of “\(match.spoken)”"
        case .each(let match): "each “\(match.spoken)”"
        case .duty(let id, let isDone): "“\(Duty.shortTitle(of: id))” being \(isDone ? "done" : "due")"
        }
    }
}
