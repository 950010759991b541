// SPDX-License-Identifier: MIT

import WorkingTime

/// One duty as a bar: from when its clock started until it was due, and what became of it.
public struct DutyBar: Hashable, Sendable {
    public let label: String
    public let from: Instant
    /// Nil where it has no date.
    public let due: Instant?
    /// When it was done, or came to an end otherwise.
    public let ended: Instant?
    public let fate: Fate

    /// What became of it.
    public enum Fate: String, CaseIterable, Hashable, Sendable {
        case done
        case doneLate
        case owed
        case overdue
        case notDone
        case setAside

        /// For a legend and for a table.
        public var name: String {
            switch self {
            case .done: "done in time"
            case .doneLate: "done late"
            case .owed: "owed, not due yet"
            case .overdue: "overdue"
            case .notDone: "not done"
            case .setAside: "no longer needed, waived or agreed away"
            }
        }
    }

    public init(label: String, from: Instant, due: Instant?, ended: Instant?, fate: Fate) {
        (self.label, self.from, self.due) = (label, from, due)
        (self.ended, self.fate) = (ended, fate)
    }

    /// The last instant of it that is drawn.
    func last(by now: Instant) -> Instant {
        let standing = fate == .overdue ? now : from
        return [due, ended, standing].compactMap { $0 }.max() ?? from
    }
}
