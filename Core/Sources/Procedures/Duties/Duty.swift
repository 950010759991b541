// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What somebody owes under a protocol, on a clock, with its source.
public struct Duty: Sendable {
    public let id: String
    public let who: Role
    public let what: String
    public let source: String

    public init(id: String, who: Role, what: String, source: String) {
        self.id = id
        self.who = who
        self.what = what
        self.source = source
    }
}
