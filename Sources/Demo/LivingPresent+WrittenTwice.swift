// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LivingPresent {
    /// Children who were entered twice: two whom nobody has looked at beside their brother, two who were joined, and
    /// twins who were said to be two. A brother and sister in one home are taken for each other by who mistypes.
    func writtenTwice() -> [PlannedAct] {
        known(70, "Mohammed", "Rahim", "male", age: 14, home: 0, daysAgo: 310)
            + known(71, "Bilal", "Rahim", "male", age: 12, home: 0, daysAgo: 310)
            + known(72, "Muhammad", "Raheem", "male", age: 14, home: 0, daysAgo: 2)
            + known(73, "Katarzyna", "Nowak", "female", age: 15, home: 1, daysAgo: 260)
            + known(74, "Kasia", "Nowak", "female", age: 15, home: 1, daysAgo: 20)
            + known(75, "Grace", "Okafor", "female", age: 13, home: 2, daysAgo: 190)
            + known(76, "Faith", "Okafor", "female", age: 13, home: 2, daysAgo: 190)
            + known(77, "Yusuf", "Karimi", "male", age: 14, home: 3, daysAgo: 150, livesAt: 0)
            + known(78, "Leila", "Karimi", "female", age: 12, home: 3, daysAgo: 150, livesAt: 0)
            + [
                decided(
                    .childrenJoined, daysAgo: 5, by: manager,
                    [
                        .reason: .text(
                            "Her mother confirmed by telephone: Kasia is what everybody calls Katarzyna. Entered anew by the duty desk."
                        )
                    ], .init(company: [74], kept: 73)),
                decided(
                    .childrenCompared, daysAgo: 30, by: worker,
                    [
                        .outcome: .word(ChildComparison.Outcome.notSame.rawValue),
                        .reason: .text("Twins. I have met both; they go to school together."),
                    ], .init(company: [75, 76])),
            ]
    }

    private var worker: Actor { Staff.all(.socialWorker, of: Eastmoor.eastmoor)[0].actor }
    private var manager: Actor { Staff.all(.teamManager, of: Eastmoor.eastmoor)[0].actor }

    private func known(
        _ place: Int, _ forename: String, _ surname: String, _ sex: String, age: Int, home: Int, daysAgo: Int,
        livesAt care: Int? = nil
    ) -> [PlannedAct] {
        var script = Script(child: firstIndex + place)
        let addresses = [
            ("14 Weaver Street", "EM1 4WS"), ("3 Tannery Close", "EM2 7TC"), ("52 Quay Road", "EM4 1QR"),
            ("8 Fuller Court", "EM3 2FC"),
        ]
        script.add(
            .childRegistered, at: now - .days(daysAgo), by: worker,
            [
                .name: .text("\(forename) \(surname)"), .forenames: .text(forename), .surname: .text(surname),
                .born: .date(London.date(of: now).adding(days: -age * 365 - 140)), .sex: .word(sex),
                .responsible: .word(Eastmoor.eastmoor.name), .address: .text(addresses[home].0),
                .postcode: .word(addresses[home].1), .school: .word(Eastmoor.schools[home % 3]),
            ])
        guard let care else { return script.acts }
        let (place, host, postcode) = Eastmoor.homes[care]
        let since = London.date(of: now - .days(daysAgo))
        script.add(
            .statusStarted, at: now - .days(daysAgo), by: worker,
            [.kind: .word(StatusSpan.lookedAfter), .since: .date(since), .legalStatus: .word("C2")])
        script.add(
            .placementStarted, at: now - .days(daysAgo), by: worker,
            [
                .kind: .word("childrens-home"), .since: .date(since), .place: .word(place.name),
                .host: .word(host.name),
                .outOfArea: .flag(false), .postcode: .word(postcode), .legalStatus: .word("C2"),
            ])
        return script.acts
    }

    private func decided(
        _ word: EventWord, daysAgo: Int, by actor: Actor, _ details: Details, _ refers: PlannedAct.References
    ) -> PlannedAct {
        let instant = now - .days(daysAgo)
        var refers = refers
        refers.company = refers.company.map { firstIndex + $0 }
        refers.kept = refers.kept.map { firstIndex + $0 }
        return PlannedAct(
            child: -1, episode: nil, word: word, occurredAt: .at(instant), recordedAt: instant, actor: actor,
            details: details, refers: refers)
    }
}
