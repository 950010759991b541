// SPDX-License-Identifier: MIT

import WorkingTime

/// A request of another agency that everybody look out for a child. Source: BI, other authorities.
public struct StandingAlert: Hashable, Sendable {
    public let child: ChildID
    public let agency: String
    public let kind: String?
    public let receivedAt: Instant
    /// Until when it was asked for; nil where no end was given.
    public let until: UncertainTime?
    /// Where it stands in the ledger, for reading what was said.
    public let position: Position

    /// Whether its time is over though nobody has ended it.
    public func isOver(at now: Instant) -> Bool { until.map { $0.latest < now } ?? false }

    /// The alerts of a child that nobody has ended, the oldest first. An end that names an agency ends that one's.
    public static func all(of child: Child) -> [StandingAlert] {
        guard child.history.holds(.alertReceived) else { return [] }
        var standing: [StandingAlert] = []
        for mark in child.history.standing {
            switch mark.word {
            case .alertReceived:
                standing.append(
                    StandingAlert(
                        child: child.id, agency: mark.details.word(.agency) ?? "", kind: mark.details.word(.kind),
                        receivedAt: mark.clockTime, until: mark.details.time(.until), position: mark.position))
            case .alertEnded:
                let agency = mark.details.word(.agency)
                standing.removeAll { agency == nil || $0.agency == agency }
            default: break
            }
        }
        return standing
    }
}
