// SPDX-License-Identifier: MIT

import WorkingTime

/// A plan that is about no child, as it stands: its lines under their heads. It is the area's own, or one to disrupt what
/// a place or a person of concern does to children. Source: H; K; BF.
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

    /// The area's own.
    public init(_ register: PlanRegister) {
        let lines = register.all(.area)
        let provides = lines.contains { !$0.isEnded && $0.goal == .provide }
        self.init(lines, usual: provides ? [.prevent, .protect, .provide] : [.prevent, .protect, .prepare, .pursue])
    }

    /// The one about an entry of the register of places or people of concern.
    public init(_ register: PlanRegister, disrupting concern: Int) {
        self.init(register.about(concern).filter { $0.kind == .disruption }, usual: [.protect, .pursue])
    }

    private init(_ lines: [PlanLine], usual: Set<PlanLine.Goal>) {
        let standing = lines.filter { !$0.isEnded }
        let used = Set(standing.map(\.goal))
        parts = PlanLine.Goal.allCases.filter { usual.contains($0) || used.contains($0) }.map { goal in
            Part(goal: goal, lines: standing.filter { $0.goal == goal })
        }
        ended = lines.filter(\.isEnded)
    }

    public var lines: [PlanLine] { parts.flatMap(\.lines) }

    /// How many lines should have been done by `instant`.
    public func overdueCount(at instant: Instant) -> Int { lines.count { $0.isOverdue(at: instant) } }
}
