// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Clock {
    /// What starts the clock, as a clause: "the child returned"; "72 hours had gone by since the episode started".
    public func english(duties: [String: Duty] = [:]) -> String {
        let begins = start.english(duties: duties)
        guard let plus else { return begins }
        return "\(Lengths.write(plus)) had gone by since \(begins)"
    }
}

extension Clock.Start {
    /// What has to happen for the clock to start, as a clause in the past.
    func english(duties: [String: Duty] = [:]) -> String {
        switch self {
        case .need: "it was first needed"
        case .start: "the episode started"
        case .report: "the child was reported"
        case .checks: "first checks began"
        case .located: "the child was located"
        case .returned: "the child returned"
        case .locatedOrReturned: "the child was located or returned, whichever came first"
        case .event(let match, let isLast, nil): "\(match.past) (the \(isLast ? "last" : "first") time)"
        case .event(let match, let isLast, let key?):
            "\(key.stated) that was stated when \(match.past) (the \(isLast ? "last" : "first") time)"
        case .each(let match): "\(match.past), each time"
        case .firstOf(let clocks):
            clocks.map { $0.english(duties: duties) }.joined(separator: " or, where that is not known, ")
        case .trigger(let id): "the trigger “\(id.replacingHyphens)” fired, each time"
        case .duty(let id, let isDone):
            "“\(Duty.shortTitle(of: id))” \(isDone ? "was done" : "was due")"
        }
    }
}

extension DueRule {
    /// By when, counted from a clock: "72 hours after the child returned", "every 30 minutes from when …".
    public func english(from clock: Clock, duties: [String: Duty] = [:]) -> String {
        let begins = clock.english(duties: duties)
        switch self {
        case .length(let length): return "\(Self.counted(length)) after \(begins)\(Self.dayNote(length))"
        case .figure(let word, let length):
            let said = word.replacingHyphens
            return "\(said) (taken as \(Self.counted(length))) after \(begins)\(Self.dayNote(length))"
        case .every(_, let written): return "every \(written), from when \(begins)"
        case .stated(let key, let match, let otherwise):
            let when = match.map { ", the last time that \($0.past)" } ?? ""
            let stated = "at \(key.stated) that was stated\(when)"
            guard let otherwise else { return "\(stated); until one is, it has no due time" }
            return "\(stated); without one, \(Self.counted(otherwise)) after \(begins)\(Self.dayNote(otherwise))"
        }
    }

    private static func counted(_ length: DueLength) -> String {
        if case .dates(let count) = length { return Spoken.counted(count, "calendar day") }
        return Lengths.write(length)
    }

    private static func dayNote(_ length: DueLength) -> String {
        switch length {
        case .minutes, .hours, .days: ""
        case .workingDays, .schoolDays, .dates: ", not counting that day"
        }
    }
}

extension DetailKey {
    /// A time that an event states, as a thing.
    fileprivate var stated: String {
        switch self {
        case .at, .next: "the time"
        case .deadline, .due: "the deadline"
        case .until: "the end"
        default: "the “\(label.lowercased())”"
        }
    }
}
