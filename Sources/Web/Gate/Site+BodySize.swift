// SPDX-License-Identifier: MIT

import Casework
import Hummingbird

extension Site {
    /// The most that the body of `request` may hold, known before any of it is read. Who was signed in until a moment ago
    /// may still send a form, since it is kept for them; a file only who is signed in.
    func mostBodyBytes(of request: Request, isSignedIn: Bool) -> Int {
        let limits = configuration.requestLimits
        if request.uri.path.hasPrefix("/receive/") {
            return configuration.receivers.isEmpty ? limits.mostFormBytesOfStranger : ReceivingRoutes.mostBytes
        }
        if isSignedIn, request.uri.path.hasSuffix("/add/\(EventWord.documentAdded.rawValue)") {
            return UploadedFile.mostFormBytes
        }
        let isStranger = SiteCookies(isSecure: configuration.isSecure).session(of: request) == nil
        return isStranger ? limits.mostFormBytesOfStranger : limits.mostFormBytes
    }
}
