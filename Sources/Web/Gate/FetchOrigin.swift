// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

/// Which page a request comes from, as the browser says and no script can change.
///
/// A form's token is what decides; this stands before it. A browser that says nothing is an old one, or none at all.
struct FetchOrigin: Sendable {
    private let request: Request
    private let isSecure: Bool

    init(_ request: Request, isSecure: Bool) {
        self.request = request
        self.isSecure = isSecure
    }

    /// Refuses whatever a page elsewhere has sent or embeds. That somebody follows a link to us is all right.
    func check() throws(PageFault) {
        let isRead = request.method == .get || request.method == .head
        let site = request.headers[.fetchSite]
        if isRead {
            guard site == "cross-site" || site == "same-site" else { return }
            let isVisit = request.headers[.fetchMode] == "navigate" && request.headers[.fetchDestination] == "document"
            guard isVisit else { throw .formNotOurs }
            return
        }
        guard site == nil || site == "same-origin" || site == "none" else { throw .formNotOurs }
        guard let origin = request.headers[.origin] else { return }
        // Our pages send no referrer, and with that a browser keeps their origin to itself as well: "null".
        guard origin == "null" || origin.lowercased() == ownOrigin else { throw .formNotOurs }
    }

    private var ownOrigin: String { "\(isSecure ? "https" : "http")://\(request.head.authority ?? "")".lowercased() }
}
