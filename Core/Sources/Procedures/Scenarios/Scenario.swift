// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A vignette that practitioners write: children, a pack, dated events, and what is expected.
public struct Scenario: Sendable {
    public let title: String
    /// The id of the pack that governs it, whatever the pack's dates in force (ruling 32).
    public let pack: String
    /// The responsible authority's pack beside it, where the scenario names two (ruling 16).
    public let responsiblePack: String?
    /// The record once everything in the file is recorded.
    public let state: State
    /// Every event in the order in which it was recorded; an entry stands at its place counted from 1.
    let events: [Event]
    /// The children by the names that the file gives them, in its order.
    public let children: [(key: String, id: ChildID)]
    let episodes: [String: EpisodeID]
    public let expectations: [Expectation]

    func child(_ key: String) -> ChildID? { children.first { $0.key == key }?.id }

    /// The child's episodes that had begun by `instant`, in the order in which they began.
    func episodes(of child: ChildID, at instant: Instant) -> [Episode] {
        state.episodes(of: child).filter { $0.began.map { $0 <= instant } ?? false }
            .sorted { ($0.began ?? instant, $0.id) < ($1.began ?? instant, $1.id) }
    }
}

/// What a scenario expects at an instant.
public struct Expectation: Sendable {
    public let file: String
    public let line: Int
    let at: Instant
    let asKnown: Bool
    /// Nil where it is about the area.
    let child: ChildID?
    let episode: EpisodeID?
    let what: What

    enum What: Sendable {
        case duty(DutyExpectation)
        case noDuty(String)
        case trigger(TriggerExpectation)
        case triage(Triage.Colour, withAbsences: Triage.Colour?)
        /// A duty of the area.
        case area(DutyExpectation)
        case command(Act, by: Role, outcome: CommandOutcome)
    }

    struct DutyExpectation: Sendable {
        let duty: String
        var instance: Int?
        var state: DutyState?
        var from: Due?
        var due: Due?
        var by: Role?
        var agency: String?
        var source: String?
    }

    struct TriggerExpectation: Sendable {
        let trigger: String
        var fires = true
        var episodes: [EpisodeID]?
        var makes: [String]?
        var isUndone: Bool?
        var isDealtWith: Bool?
        var place: String?
        var children: [ChildID]?
    }

    enum CommandOutcome: Sendable {
        case allowed
        case refused(String, needs: Role?)
    }
}

/// One expectation that did not hold: what was expected and what was so.
public struct Difference: Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// The line on which the expectation stands; the first of a file is 1.
    public let line: Int
    /// What is not as expected, as a sentence.
    public let says: String
    /// A line for each thing that differs, and why it is as it is.
    public let details: [String]

    public var description: String {
        "\(file):\(line): \(says)" + details.map { "\n    \($0)" }.joined()
    }
}

extension Episode {
    /// When its first event happened.
    var began: Instant? { history.standing.first?.clockTime }
}
