// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LivingPresent {
    /// A record that is restricted to named people, and was opened last night by somebody who isn't one of them.
    func restricted() -> PresentChild {
        var child = invented(13, "Noor", "Rahmani", "female", "OOTH", age: 16, home: nil)
        child.socialWorker = Staff.all(.socialWorker, of: Eastmoor.eastmoor)[0]
        child.risks = ["forced-marriage"]
        child.statuses = ["section-47"]
        var present = PresentChild(child, now: now, knownForDays: 24, seed: seed)
        present.script.turn(to: nil)
        let manager = Staff.all(.teamManager, of: Eastmoor.eastmoor)[0]
        let named = [manager.id, child.socialWorker.id, Staff.all(.dutyInspector)[0].id]
        present.add(
            .accessRestricted, 20 * 24 * 60, by: manager.actor,
            [
                .ground: .word(Restriction.Ground.forcedMarriage.rawValue), .names: .words(named),
                .reason: .text("A cousin works for the council. Nobody outside this list may learn that we know her."),
            ])
        present.add(
            .glassBroken, 5 * 60, by: Staff.all(.edt, of: Eastmoor.eastmoor)[0].actor,
            [
                .reason: .text(
                    "She rang the duty line from an airport and was cut off. I need her last address and whom to trust."
                ),
                .until: .time(.at(present.ago(5 * 60) + .hours(8))),
            ])
        return present
    }

    /// A child of whom it is held back where they live, since somebody is looking for them.
    func shielded() -> PresentChild {
        var child = invented(14, "Ellie", "Farrow", "female", "WBRI", age: 11, home: 0)
        child.socialWorker = Staff.all(.socialWorker, of: Eastmoor.eastmoor)[1]
        child.risks = ["domestic-abuse"]
        var present = PresentChild(child, now: now, knownForDays: 60, seed: seed)
        present.script.turn(to: nil)
        let manager = Staff.all(.teamManager, of: Eastmoor.eastmoor)[0]
        let named = [manager.id, child.socialWorker.id, "ruth.adair", "marcus.bell", "shreya.nair"]
        present.add(
            .locationShielded, 12 * 24 * 60, by: manager.actor,
            [
                .names: .words(named),
                .reason: .text("Her father has asked at two homes and at her school where she lives now."),
            ])
        return present
    }
}
