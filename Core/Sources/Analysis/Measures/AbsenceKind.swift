// SPDX-License-Identifier: MIT

/// What an absence was called by whoever recorded it.
public enum AbsenceKind: Int, CaseIterable, Hashable, Sendable {
    /// Whereabouts not known (903: M).
    case missing
    /// Whereabouts known, not where the child should be (903: A).
    case away
    /// Not where expected, and not thought at risk (police, before the categories changed).
    case absent
    /// Blank, or a code that nobody can read.
    case unstated

    public var name: String {
        switch self {
        case .missing: "missing"
        case .away: "away"
        case .absent: "absent"
        case .unstated: "unstated"
        }
    }

    /// For a heading or a legend.
    public var title: String {
        switch self {
        case .missing: "Missing"
        case .away: "Away without authorisation"
        case .absent: "Absent"
        case .unstated: "Kind not stated"
        }
    }

    /// For the head of a narrow column.
    public var shortTitle: String {
        switch self {
        case .missing: "Missing"
        case .away: "Away"
        case .absent: "Absent"
        case .unstated: "Not stated"
        }
    }
}
