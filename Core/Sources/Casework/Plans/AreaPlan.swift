// SPDX-License-Identifier: MIT

import WorkingTime

/// The area's own plan as it stands: its lines under their heads. Source: H; K; BF.
public struct AreaPlan: Hashable, Sendable {
    /// The lines under one head, in the order in which they were written.
    public struct Part: Hashable, Sendable {
        public let goal: PlanLine.Goal
        public let lines: [PlanLine]
    }

    /// Every head that has lines, and the four that a plan begins with.
    public let parts: [Part]
    /// Lines that were taken out, and why: a plan keeps its past.
    public let ended: [PlanLine]

    public init(_ register: PlanRegister) {
        let lines = register.all(.area)
        let standing = lines.filter { !$0.isEnded }
        let used = Set(standing.map(\.goal))
        let usual: Set<PlanLine.Goal> =
            used.contains(.provide) ? [.prevent, .protect, .provide] : [.prevent, .protect, .prepare, .pursue]
        parts = PlanLine.Goal.allCases.filter { usual.contains($0) || used.contains($0) }.map { goal in
            Part(goal: goal, lines: standing.filter { $0.goal == goal })
        }
        ended = lines.filter(\.isEnded)
    }

    public var lines: [PlanLine] { parts.flatMap(\.lines) }

    /// How many lines should have been done by `instant`.
    public func overdueCount(at instant: Instant) -> Int { lines.count { $0.isOverdue(at: instant) } }
}
