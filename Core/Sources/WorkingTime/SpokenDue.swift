// SPDX-License-Identifier: MIT

extension Spoken {
    /// How far off a due is, and when: "due in 3 hours, Tuesday 9 June 06:10", "2 hours overdue, …",
    /// "due by Monday 15 June".
    public static func due(_ due: Due, now: Instant) -> String {
        let today = London.date(of: now)
        switch due {
        case .instant(let instant):
            let when = "\(date(London.date(of: instant), today: today)) \(time(instant))"
            if instant == now { return "due now, \(when)" }
            let distance = elapsed(instant - now)
            return now < instant ? "due in \(distance), \(when)" : "\(distance) overdue, \(when)"
        case .date(let date):
            let when = Spoken.date(date, today: today)
            switch today.days(until: date) {
            case 0: return "due by the end of today, \(when)"
            case ..<0: return "\(counted(date.days(until: today), "day")) overdue, was due by \(when)"
            default: return "due by \(when)"
            }
        }
    }

    /// A time as exactly as it is known: "today 22:10", "about 22:10 …", "between … and …", or the day alone.
    public static func moment(_ time: UncertainTime, now: Instant) -> String {
        switch time {
        case .at(let instant): moment(instant, now: now)
        case .about(let instant): "about \(moment(instant, now: now))"
        case .between: between(time.earliest, time.latest, now: now)
        case .on(let date): "\(day(date, today: London.date(of: now))), time not known"
        }
    }

    /// "1 hour 31 minutes", "about 2 hours", "between 1 hour and 2 hours 30 minutes", "up to 3 hours";
    /// "times disagree" where the end is before the start.
    public static func elapsed(_ length: UncertainElapsed) -> String {
        if length.isOutOfOrder { return "times disagree" }
        let (shortest, longest) = (elapsed(length.shortest), elapsed(length.longest))
        if length.shortest.seconds < 60, length.longest.seconds >= 60 { return "up to \(longest)" }
        if shortest != longest { return "between \(shortest) and \(longest)" }
        return length.isExact ? longest : "about \(longest)"
    }

    private static func between(_ earliest: Instant, _ latest: Instant, now: Instant) -> String {
        let (first, last) = (London.date(of: earliest), London.date(of: latest))
        guard first == last else {
            return "between \(moment(earliest, now: now)) and \(moment(latest, now: now))"
        }
        let when = day(first, today: London.date(of: now))
        return "\(when) between \(Spoken.time(earliest)) and \(Spoken.time(latest))"
    }
}
