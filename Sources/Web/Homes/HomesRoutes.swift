// SPDX-License-Identifier: MIT

import Casework

/// Children's homes and fostering services, and their addresses for a stated purpose.
enum HomesRoutes {
    static let all: [Route] = [
        .get(
            "/homes", .roles(because: "It shows no child. Addresses are given for a stated purpose.", \.seesHomes),
            HomePages.show)
    ]
}

extension Role {
    /// Whether the list of homes is for them: those who work in one, police and social care.
    var seesHomes: Bool { isCarer || isPolice || isSocialCare || self == .hostAuthority }
}
