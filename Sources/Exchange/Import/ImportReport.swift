// SPDX-License-Identifier: MIT

/// What an import found and would do, or did.
public struct ImportReport: Sendable {
    /// What is counted, in the order in which it is shown.
    public enum Count: String, CaseIterable, Sendable {
        case rows, childrenKnown, childrenNew, placements, statuses, missing, away, absent, accounts, returns
        case stillOpen, alreadyRecorded
    }

    public private(set) var counts: [Count: Int] = [:]
    /// Faults that make the record wrong: with any of these nothing is stored.
    public private(set) var stopping: [Finding] = []
    /// What was taken all the same, or left out because it was asked, and somebody should look at.
    public private(set) var listed: [Finding] = []
    /// Rows that might be about one of several children: somebody has to decide, so they are not stored.
    public private(set) var toDecide: [Finding] = []

    public init() {}

    public subscript(count: Count) -> Int { counts[count] ?? 0 }

    /// Whether the import may go on.
    public var mayGoOn: Bool { stopping.isEmpty }

    mutating func count(_ what: Count, by number: Int = 1) { counts[what, default: 0] += number }
    mutating func stop(_ finding: Finding) { stopping.append(finding) }
    mutating func list(_ finding: Finding) { listed.append(finding) }
    mutating func leaveToDecide(_ finding: Finding) { toDecide.append(finding) }
}
