// SPDX-License-Identifier: MIT

import Casework

extension Role {
    /// Whether the area's figures are for them: those who lead, sit on panels and work figures out. They are counts.
    var seesFigures: Bool {
        switch self {
        case .teamManager, .mash, .iro, .missingCoordinator, .superintendent, .panelChair, .analyst: true
        default: false
        }
    }
}
