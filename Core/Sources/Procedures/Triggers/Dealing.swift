// SPDX-License-Identifier: MIT

/// When what a trigger made is taken as dealt with: until then it does not fire anew (ruling 19).
public enum Dealing: Hashable, Sendable {
    /// When the record says so.
    case asRecorded
    /// When the record says so, or when it was due where that came first: for looking at a rule that nobody was asked
    /// to follow.
    case whenDue
}
