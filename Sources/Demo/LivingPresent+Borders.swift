// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Children across borders: placed elsewhere, asked to be taken over, looked out for.
extension LivingPresent {
    func acrossBorders() -> [PresentChild] { [handOverOffered(), leftAPlacement(), alerted()] }

    private func placed(_ place: Int, _ forename: String, _ surname: String, _ sex: String, age: Int, home: Int)
        -> PresentChild
    {
        var child = invented(place, forename, surname, sex, "WBRI", age: age, home: home)
        child.born = London.date(of: now).adding(days: -age * 365 - 60 - place)
        child.care?.since = London.date(of: now).adding(days: -40)
        child.socialWorker = Staff.all(.socialWorker, of: Eastmoor.eastmoor)[0]
        return PresentChild(child, now: now, knownForDays: 39, seed: seed)
    }

    private func tell(_ present: inout PresentChild, _ whom: String, _ kind: String, _ minutesAgo: Int) {
        present.script.turn(to: nil)
        present.add(
            .toldAboutChild, minutesAgo, by: present.worker,
            [.to: .word(whom), .kind: .word(kind), .how: .word("email")])
    }

    /// Eastmoor's child at Mill Cottage, back since the morning: Northvale is asked to hold the interview there.
    private func handOverOffered() -> PresentChild {
        var present = placed(50, "Poppy", "Grange", "female", age: 13, home: 4)
        tell(&present, "host-authority", "arrival", 38 * 24 * 60)
        tell(&present, "health", "plan", 36 * 24 * 60)
        present.script.turn(to: 0)
        present.report(
            since: 30 * 60, at: 29 * 60,
            [.lastSeenAt: .text("On the bridge behind the home"), .circumstances: .text("Wanted to see her sister.")])
        present.classify(.missing, 28 * 60, "Thirteen, on foot, whereabouts not known.")
        present.grade(.medium, 28 * 60 - 5, "Knows nobody there but the home; cold night.")
        present.tell("social-worker", 28 * 60 - 10, by: present.carer)
        present.comeBack(9 * 60, how: "by-themselves")
        present.add(
            .handOverOffered, 3 * 60, by: present.worker,
            [
                .to: .word(Eastmoor.northvale.name), .agency: .word(Eastmoor.eastmoor.name),
                .reason: .text("Please hold the return interview there: we cannot get to her before Friday."),
            ])
        return present
    }

    /// A placement in Northvale that ended three days ago: nobody has told Northvale.
    private func leftAPlacement() -> PresentChild {
        var present = placed(51, "Dominic", "Ferris", "male", age: 15, home: 5)
        tell(&present, "host-authority", "arrival", 38 * 24 * 60)
        present.script.turn(to: nil)
        let ended = present.ago(3 * 24 * 60)
        present.add(
            .placementEnded, 3 * 24 * 60 - 30, by: present.worker,
            [
                .at: .time(.at(ended)), .host: .word(Eastmoor.northvale.name), .outOfArea: .flag(true),
                .reason: .text("Moved nearer to his school."),
            ])
        present.add(
            .placementStarted, 3 * 24 * 60 - 60, by: present.worker,
            [
                .kind: .word("childrens-home"), .since: .date(London.date(of: ended)), .place: .word("orchard-view"),
                .host: .word(Eastmoor.eastmoor.name), .outOfArea: .flag(false), .distanceMiles: .number(3),
            ])
        return present
    }

    /// Another force asks everybody to look out for a boy who was seen there with adults who exploit.
    private func alerted() -> PresentChild {
        var present = placed(52, "Kieran", "Doyle", "male", age: 16, home: 0)
        present.script.turn(to: nil)
        present.add(
            .alertReceived, 4 * 24 * 60, by: Staff.all(.missingCoordinator)[0].actor,
            [
                .agency: .word(Eastmoor.westhavenForce.name), .kind: .word("exploitation"),
                .until: .time(.at(now + .days(10))),
                .rationale: .text("Seen twice at an address in Westhaven that is being watched."),
            ])
        present.add(
            .alertReceived, 20 * 24 * 60, by: present.worker,
            [
                .agency: .word(Eastmoor.northvale.name), .kind: .word("missing"),
                .until: .time(.at(now - .days(2))), .rationale: .text("Was with a Northvale boy who is missing."),
            ])
        return present
    }
}
