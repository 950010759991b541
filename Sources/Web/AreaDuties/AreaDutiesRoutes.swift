// SPDX-License-Identifier: MIT

import Casework

/// The area's regular work holds no child either, but says who left what undone: for those whose work it is.
enum AreaDutiesRoutes {
    static let all: [Route] = [
        .get(
            "/area-duties", .roles(because: "They owe some of it, or look after all of it.", \.seesAreaDuties),
            AreaDutyPages.show),
        .get(
            KeptDutiesPage.path,
            .roles(because: "They look after all of it; it is counts alone.", \.overseesAreaDuties),
            KeptDutiesPage.show),
        .post(
            "/area-duties",
            .roles(because: "They may record it as done.") { $0.seesAreaDuties && $0.mayRecord(.areaDutyDone) },
            AreaDutyPages.record),
    ]
}
