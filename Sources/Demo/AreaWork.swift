// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What was done of the area's regular work: reports, audits, checks. Most of it in its time, some of it not at all.
struct AreaWork {
    let book: DutyBook
    let now: Instant
    let since: Instant

    func acts(in state: State) -> [PlannedAct] {
        let standings = AreaBook(pack: book.pack, calendars: book.calendars).standings(in: state, since: since, at: now)
        return standings.compactMap { act(for: $0) } + looks()
    }

    /// The coordinator looks with each home at who went missing from there every other week, whatever that sets off.
    private func looks() -> [PlannedAct] {
        let coordinator = Staff.all(.missingCoordinator)[0].actor
        let places = Eastmoor.homes.map(\.home.name) + [Eastmoor.fostering.name, "home"]
        return places.enumerated().flatMap { number, place in
            stride(from: 9 + number, to: 715, by: 12).flatMap { days -> [PlannedAct] in
                ["look-at-the-place", "look-at-absent-place"].map { duty in
                    let at = London.startOfDay(London.date(of: now).adding(days: -days)) + .hours(11)
                    var act = PlannedAct(
                        child: 0, episode: nil, word: .areaDutyDone, occurredAt: .at(at), recordedAt: at + .hours(1),
                        actor: coordinator, details: [.duty: .word(duty), .place: .word(place)])
                    act.isLeftOutWhereRefused = true
                    return act
                }
            }
        }
    }

    private func act(for standing: DutyStanding) -> PlannedAct? {
        guard [.missed, .overdue, .owed].contains(standing.state), let from = standing.from,
            let due = standing.due?.lastInstant
        else { return nil }
        var draw = SeededRandom(of: standing.duty, instance: standing.instance, child: 0, episode: nil)
        guard draw.chance(0.93) else { return nil }
        let seconds = (due - from).seconds * Int64(draw.number(20...90)) / 100
        // In working hours of the day that it falls on.
        let date = London.date(of: from + Elapsed(seconds: seconds))
        let time = max(from, London.startOfDay(date) + .hours(draw.number(9...16)))
        guard time < now - .hours(1), time <= due else { return nil }
        var details = standing.doneWith
        for key in standing.doneBy.form.requires where details[key] == nil {
            guard key == .duty else { return nil }
            details[key] = .word(standing.duty)
        }
        var act = PlannedAct(
            child: 0, episode: nil, word: standing.doneBy, occurredAt: .at(time), recordedAt: time + .minutes(20),
            actor: Staff.all(standing.owedBy).first?.actor ?? Actor(role: standing.owedBy), details: details)
        act.isLeftOutWhereRefused = true
        return standing.doneBy.form.about == .partnership ? act : nil
    }
}
