// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// Why the duty stands as it does: what made it needed, how its due was counted, how it ended.
    func why(_ rule: DutyRule, _ term: Term, _ outcome: Outcome, _ owner: String?) -> [String] {
        let duty = rule.duty
        var sentences = [begun(duty, term.need)]
        if let firing = term.firing { sentences += firing.firing.why }
        sentences += clockSentences(duty, term)
        sentences += dueSentences(duty, term)
        if let owner { sentences.append(owner) }
        if let ended = outcome.ended { sentences += endSentences(ended, term, outcome) }
        if let place = course.waiver(of: rule, after: term.waivedAfter).refused, outcome.state != .waived {
            let refused = course.mark(place)
            let needed = duty.waivers.map(\.spoken).joined(separator: " or ")
            sentences.append(
                "The waiver by \(refused.by.spoken) does not count: "
                    + (needed.isEmpty ? "this can't be waived." : "it needs a \(needed)."))
        }
        if agreements.contains(where: { $0.details.word(.duty) == duty.id }), outcome.state != .agreed {
            sentences.append("There is an agreement about this, which does not count here.")
        }
        if let note = duty.note { sentences.append(note) }
        return sentences
    }

    /// What made it needed, and which events did.
    private func begun(_ duty: Duty, _ need: Need) -> String {
        let moment = course.moment(need.began)
        let reasons = duty.when.reasons(in: moment) + (duty.once?.reasons(in: moment) ?? [])
        let events = moment.marks.filter { $0.clockTime == moment.at }.map { "\($0.word.spoken) by \($0.by.spoken)" }
        let by = events.isEmpty ? "" : " (\(events.joined(separator: ", ")))"
        return "Needed since \(Why.instant(moment.at))\(by): \(reasons.joined(separator: "; "))."
    }

    private func clockSentences(_ duty: Duty, _ term: Term) -> [String] {
        let later = duty.clock.plus.map { ", and \(Lengths.write($0)) more" } ?? ""
        let clock = "The clock starts at \(Why.instant(term.origin)): \(duty.clock.start.spoken)\(later)."
        guard let time = uncertainStart(duty.clock, term), !time.isExact else { return [clock] }
        let known =
            switch time {
            case .about: "The time is known only as about then"
            case .between(let first, let second):
                "The time is known only as between \(Why.instant(first)) and \(Why.instant(second))"
            case .on(let date): "Only the date is known, \(Spoken.fullDate(date))"
            case .at: ""
            }
        return [clock, "\(known): the earliest is taken, which makes this due sooner."]
    }

    /// The time that started the clock, as exactly as it is known.
    private func uncertainStart(_ clock: Clock, _ term: Term) -> UncertainTime? {
        func first(_ words: EventWord...) -> UncertainTime? {
            course.marks.first { words.contains($0.word) }?.occurredAt
        }
        switch clock.start {
        case .start: return course.final.missingSince ?? first(.reported)
        case .report: return first(.reported)
        case .checks: return first(.checksStarted)
        case .located: return first(.located)
        case .returned: return first(.returned, .attended)
        case .locatedOrReturned: return first(.located, .returned)
        case .event(let match, let isLast, nil): return (isLast ? course.last(match) : course.first(match))?.occurredAt
        case .each: return term.afterMark.map { course.marks[$0].occurredAt }
        case .need: return course.marks.first { $0.clockTime == term.need.began.at }?.occurredAt
        case .firstOf(let clocks): return clocks.lazy.compactMap { self.uncertainStart($0, term) }.first
        case .event, .duty, .trigger: return nil
        }
    }

    private func dueSentences(_ duty: Duty, _ term: Term) -> [String] {
        var sentences: [String] = []
        if let due = term.due {
            sentences.append("\(dueRule(duty, term).spoken) \(Why.due(due)).")
        } else {
            sentences.append("Nobody has stated by when, so it has no due time.")
        }
        if duty.isLocalChoice { sentences.append("The figure is a local choice: no clause gives one.") }
        guard let deadline = deadline(duty, term) else { return sentences }
        if !deadline.skipped.isEmpty {
            let days = deadline.skipped.prefix(20).map { "\(Spoken.date($0.date)) (\($0.reason))" }
            let more = deadline.skipped.count > 20 ? " and \(deadline.skipped.count - 20) more" : ""
            sentences.append("Passed over: \(days.joined(separator: ", "))\(more).")
        }
        for note in deadline.notes { sentences.append("Provisional: \(note.says)") }
        return sentences
    }

    private func dueRule(_ duty: Duty, _ term: Term) -> DueRule {
        switch term.rule {
        case .own: duty.due
        case .sooner(let place): duty.sooner[place].due
        case .otherwise(let length): .length(length)
        }
    }

    /// How the due was counted; nil where it was stated, or where there is none.
    private func deadline(_ duty: Duty, _ term: Term) -> Deadline? {
        switch dueRule(duty, term) {
        case .length(let length), .figure(_, let length):
            let calendars = course.calendars
            return WorkingTime.deadline(
                length, from: term.origin, working: calendars.working, school: calendars.school)
        case .stated, .every: return nil
        }
    }

    private func endSentences(_ ended: Outcome.Ended, _ term: Term, _ outcome: Outcome) -> [String] {
        let at = outcome.endedAt.map { Why.instant($0) } ?? ""
        switch ended {
        case .done(let place):
            let mark = course.mark(place)
            var sentences = ["Done \(at): \(mark.word.spoken) by \(mark.by.spoken)."]
            if let late = outcome.lateBy { sentences.append("Late by \(Spoken.elapsed(late)).") }
            if let due = term.due, outcome.state == .done, due.lastInstant < mark.occurredAt.latest {
                sentences.append("When it was done is not known exactly; it may have been late.")
            }
            return sentences
        case .waived(let place):
            return ["Waived \(at) by \(course.mark(place).by.spoken), with a reason on the record."]
        case .agreed(let place):
            let mark = agreements[place]
            let until = mark.details.time(.until).map { " until \(Why.time($0))" } ?? ""
            return ["Agreed for this child\(until) by \(mark.by.spoken), with a reason on the record."]
        case .term(.conditionCeased): return ["No longer needed from \(at): what made it so does not hold any more."]
        case .term(.event(let place)): return ["No longer needed from \(at): \(course.mark(place).word.spoken)."]
        case .term(.replaced(let place)): return ["Replaced at \(at): \(course.mark(place).word.spoken) again."]
        case .term(.period): return ["Not done in its time."]
        }
    }
}

/// Times as reasons say them: with the year, since a reason may be read much later.
enum Why {
    static func instant(_ instant: Instant) -> String {
        let date = London.date(of: instant)
        return "\(Spoken.time(instant)) on \(date.weekday.name) \(Spoken.fullDate(date))"
    }

    static func due(_ due: Due) -> String {
        switch due {
        case .instant(let instant): "due at \(Why.instant(instant))"
        case .date(let date): "due by the end of \(date.weekday.name) \(Spoken.fullDate(date))"
        }
    }

    static func time(_ time: UncertainTime) -> String {
        if case .on(let date) = time { return Spoken.fullDate(date) }
        return instant(time.earliest)
    }
}

extension DueRule {
    fileprivate var spoken: String {
        switch self {
        case .length(let length): Self.counted(length)
        case .figure(let word, let length):
            "“\(word.replacingHyphens)” is taken as \(Lengths.write(length)):"
        case .stated: "As stated:"
        case .every(_, let written): "Every \(written):"
        }
    }

    private static func counted(_ length: DueLength) -> String {
        switch length {
        case .minutes, .hours, .days: "\(Lengths.write(length)) from then:"
        case .workingDays, .schoolDays, .dates: "\(Lengths.write(length)), counted from the day after:"
        }
    }
}

extension Clock.Start {
    /// What starts the clock, in words.
    var spoken: String {
        switch self {
        case .need: "when it was first needed"
        case .start: "when the episode started"
        case .report: "when the child was reported"
        case .checks: "when first checks began"
        case .located: "when the child was located"
        case .returned: "when the child returned"
        case .locatedOrReturned: "when the child was located or returned"
        case .event(let match, let isLast, let key):
            key.map { "“\($0.label.lowercased())” of “\(match.spoken)”" }
                ?? "\(isLast ? "last" : "first") \(match.spoken)"
        case .each(let match): match.spoken
        case .duty(let id, let isDone): "when “\(id)” \(isDone ? "was done" : "is due")"
        case .trigger(let id): "when “\(id)” fired"
        case .firstOf(let clocks): "the first known of \(Sentences.list(clocks.map(\.start.spoken), by: "or"))"
        }
    }
}

extension CalendarNote {
    fileprivate var says: String {
        switch self {
        case .bankHolidaysUnpublishedAfter(let date):
            "bank holidays are published only to \(Spoken.fullDate(date)); a later one may move it."
        case .bankHolidaysNotHeldBefore(let date): "bank holidays are held only from \(Spoken.fullDate(date))."
        case .schoolTermsUnknown: "no term dates are known; weekdays outside bank holidays were counted."
        case .schoolTermsUnknownAfter(let date):
            "term dates are known only to \(Spoken.fullDate(date)); later weekdays were counted."
        case .schoolTermsUnknownBefore(let date):
            "term dates are known only from \(Spoken.fullDate(date)); earlier weekdays were counted."
        }
    }
}
