// SPDX-License-Identifier: MIT

import WorkingTime

/// One briefing of one shift for the next. It stays open until a named person accepts it.
public struct HandOver: Hashable, Sendable {
    /// Counted up over the partnership, from 1.
    public let number: Int
    /// Who hands over.
    public let from: Team
    /// Who is to accept it: of the same agency.
    public let to: Team
    public let madeAt: Instant
    public let madeBy: String?
    public let madeAs: Role
    /// How many children stand in it.
    public let childCount: Int
    public internal(set) var acceptance: Acceptance?
    /// To whom it was passed on while nobody had accepted it, in order.
    public internal(set) var passedOn: [PassedOn] = []

    /// Who took it over, and when.
    public struct Acceptance: Hashable, Sendable {
        public let at: Instant
        public let by: String?
        public let role: Role
        /// How many of its children they read; nil where nobody counted.
        public let childCount: Int?
    }

    /// That somebody was told that nobody has accepted it.
    public struct PassedOn: Hashable, Sendable {
        public let at: Instant
        public let by: String?
        public let to: String
    }

    public var isOpen: Bool { acceptance == nil }

    /// Whether it is addressed to the team in which somebody works.
    public func isFor(_ team: Team) -> Bool { to == team }

    /// What of it had been recorded by `instant`; nil where it had not been made.
    public func asKnown(at instant: Instant) -> HandOver? {
        guard madeAt <= instant else { return nil }
        var earlier = self
        if let acceptance, instant < acceptance.at { earlier.acceptance = nil }
        earlier.passedOn = passedOn.filter { $0.at <= instant }
        return earlier
    }
}
