// SPDX-License-Identifier: MIT

import Hummingbird

extension Site {
    /// The most that the body of `request` may hold, known before any of it is read.
    func mostBodyBytes(of request: Request) -> Int {
        let limits = configuration.requestLimits
        let isStranger = SiteCookies(isSecure: configuration.isSecure).session(of: request) == nil
        return isStranger ? limits.mostFormBytesOfStranger : limits.mostFormBytes
    }
}
