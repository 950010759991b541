// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The invented area's own plan: written half a year ago, and what was said of each line since.
struct AreaPlanWritten {
    let now: Instant

    /// Numbers that nothing else of the demonstration goes by.
    private static let firstName = -100

    var acts: [PlannedAct] {
        let chair = Staff.all(.panelChair)[0].actor
        return Wordings.areaPlan.enumerated().flatMap { place, line -> [PlannedAct] in
            let name = Self.firstName - place
            let written = now - .days(180) + .minutes(place * 7)
            let due = London.date(of: now).adding(days: line.dueInDays)
            func act(_ word: EventWord, _ at: Instant, _ details: Details, names: Int? = nil) -> PlannedAct {
                PlannedAct(
                    child: 0, episode: nil, word: word, occurredAt: .at(at), recordedAt: at, actor: chair,
                    details: details, names: names)
            }
            var acts = [
                act(
                    .planLineWritten, written,
                    [
                        .kind: .word(PlanLine.Kind.area.rawValue), .goal: .word(line.goal), .action: .text(line.what),
                        .description: .text(line.how), .owner: .word(line.owner), .due: .time(.on(due)),
                    ], names: name)
            ]
            if let outcome = line.outcome {
                var said: Details = [.line: .number(name), .outcome: .word(outcome)]
                said[.result] = line.result.map { .text($0) }
                said[.evidence] = line.evidence.map { .text($0) }
                acts.append(act(.planLineProgressed, now - .days(12) + .minutes(place), said))
            }
            return acts
        }
    }
}
