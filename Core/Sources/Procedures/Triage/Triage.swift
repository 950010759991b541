// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How urgently somebody should speak with a child after an episode, by the protocol's own sorting. Source: ruling 21.
public struct Triage: Sendable {
    public enum Colour: String, CaseIterable, Hashable, Sendable {
        case green
        case amber
        case red
    }

    /// What counts as a factor of risk.
    public struct Factor: Sendable {
        public let id: String
        public let says: String
        /// Risks that may be noted on the child's record.
        public let risks: [String]
        /// Or what must be so.
        let condition: Condition?
        public let source: String
    }

    /// How far back episodes count.
    let window: CountWindow
    /// Which episodes count as missing, and which as absences; without it police decide, and the care kind until then.
    let missing: EpisodeFilter?
    let absences: EpisodeFilter?
    /// Green with fewer missing episodes than this, and no more factors than that.
    public let greenMissingBelow: Int
    public let greenFactorsAtMost: Int
    /// Red with more missing episodes than this.
    public let redMissingOver: Int
    /// Factors of which any one makes it red.
    public let seriousFactors: [String]
    /// As many absences make it red where absences count.
    public let redAbsencesAtLeast: Int
    public let factors: [Factor]
    /// The colour where information is lacking, and when it is.
    public let lacking: Colour?
    let lackingWhen: Condition?
    public let isLocalChoice: Bool
    public let note: String?
    public let source: String
}
