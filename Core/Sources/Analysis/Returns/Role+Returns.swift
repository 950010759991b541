// SPDX-License-Identifier: MIT

import Casework

extension Role {
    /// Whether they take an authority's returns out of the record. Of which children, the access table says.
    public var writesReturns: Bool { self == .teamManager }

    /// Whether they take out what is returned about pupils. Of which of them, the access table says.
    public var writesSchoolReturns: Bool {
        switch self {
        case .teamManager, .educationWelfare, .cmeOfficer: true
        default: false
        }
    }
}
