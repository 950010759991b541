// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird

/// One address, who may ask for it, and what answers.
struct Route: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Response

    let method: HTTPRequest.Method
    /// With its parameters in braces: `/episodes/{episode}`.
    let path: String
    let audience: Audience
    let handle: Handler

    static func get(_ path: String, for audience: Audience = .signedIn, _ handle: @escaping Handler) -> Route {
        Route(method: .get, path: path, audience: audience, handle: handle)
    }

    static func post(_ path: String, for audience: Audience = .signedIn, _ handle: @escaping Handler) -> Route {
        Route(method: .post, path: path, audience: audience, handle: handle)
    }
}

/// Who may ask for an address at all. What of a child they then see is for the access table.
enum Audience: Sendable {
    case everybody
    case signedIn
    case roles(@Sendable (Role) -> Bool)

    func includes(_ role: Role) -> Bool {
        switch self {
        case .everybody, .signedIn: true
        case .roles(let includes): includes(role)
        }
    }
}

extension Role {
    /// Whether any line of the access table is theirs: the others see no child.
    var seesChildren: Bool { AccessRule.table.contains { $0.roles.contains(self) } }

    /// Whether the guided report is for them.
    var guidesReports: Bool { isCarer }
}
