// SPDX-License-Identifier: MIT

import Casework
import Procedures

extension Role {
    /// Whether they look after the whole of the area's regular work, whoever owes it.
    var overseesAreaDuties: Bool {
        switch self {
        case .teamManager, .missingCoordinator, .panelChair, .superintendent, .analyst, .administrator: true
        default: false
        }
    }

    /// Whether the area's regular work is for them at all: they look after it, or may be asked to do some of it.
    var seesAreaDuties: Bool { overseesAreaDuties || mayRecord(.areaDutyDone) }

    /// Whether one duty of the area is theirs to see: only their own, unless they look after all of them.
    func sees(_ duty: AreaDuty) -> Bool {
        overseesAreaDuties || mayActAs.contains(duty.who) || duty.orElse.contains(self)
    }
}
