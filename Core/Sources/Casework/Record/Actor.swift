// SPDX-License-Identifier: MIT

/// Who does something, under which role, and for which agency.
public struct Actor: Hashable, Sendable {
    /// The worker's short name, or nil where the person has no account here.
    public let worker: String?
    /// The role, or rank, with whose authority they act.
    public let role: Role
    public let agency: AgencyID?

    public init(worker: String? = nil, role: Role, agency: AgencyID? = nil) {
        self.worker = worker
        self.role = role
        self.agency = agency
    }
}
