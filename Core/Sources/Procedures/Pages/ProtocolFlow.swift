// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Who does what when under a protocol, laid out for drawing: bands of the course downwards, lanes of roles across.
public struct ProtocolFlow: Sendable {
    /// Those whose duties share a column.
    public enum Lane: String, CaseIterable, Hashable, Sendable {
        case care
        case police
        case socialCare
        case others

        public var title: String {
            switch self {
            case .care: "Carers and homes"
            case .police: "Police"
            case .socialCare: "Children's social care"
            case .others: "Others"
            }
        }

        public init(of role: Role) {
            self =
                role.isPolice
                ? .police
                : role.isCarer || role == .parent
                    ? .care : role.isSocialCare || role == .hostAuthority ? .socialCare : .others
        }
    }

    /// For whom a duty is owed at its point of the course.
    public enum Reach: Hashable, Sendable {
        case everyChild
        case childrenInCare
        /// For some children only, or in circumstances that the duty names.
        case someChildren
    }

    /// One duty in short.
    public struct Step: Hashable, Sendable {
        public let duty: String
        /// "Notify police"
        public let text: String
        public let reach: Reach
    }

    /// What one role does in a cell.
    public struct Share: Hashable, Sendable {
        public let role: Role
        public let steps: [Step]
    }

    /// What is due within one span.
    public struct Row: Sendable {
        /// "within 1 hour"
        public let when: String
        public let cells: [Lane: [Share]]
    }

    /// All that follows from one thing happening.
    public struct Band: Sendable {
        /// "The child is reported"
        public let event: String
        public let rows: [Row]
    }

    public let bands: [Band]
    /// The lanes that hold anything.
    public let lanes: [Lane]

    /// The course of an episode of a child who is away, without education. With `role`, that role's part of it.
    public init(_ pack: ProtocolPack, for role: Role? = nil) {
        let duties = pack.duties.filter { duty in
            duty.stage != .education && (role.map { duty.isOwed(by: $0, under: pack) } ?? true)
        }
        let placed = duties.map { (duty: $0, anchor: FlowAnchor(of: $0), span: FlowSpan(of: $0)) }
        let anchors = Set(placed.map(\.anchor)).sorted { $0.order < $1.order }
        bands = anchors.map { anchor in
            let here = placed.filter { $0.anchor == anchor }
            let rows = FlowSpan.allCases.compactMap { span -> Row? in
                let due = here.filter { $0.span == span }.map(\.duty)
                return due.isEmpty ? nil : Row(when: span.says, cells: ProtocolFlow.cells(of: due, for: role))
            }
            return Band(event: anchor.says, rows: rows)
        }
        lanes = ProtocolFlow.lanes(of: duties.map { role ?? $0.who })
    }

    /// The course of a child's absence from school: rows by when each thing is due.
    public init(education pack: ProtocolPack, for role: Role? = nil) {
        let duties = pack.duties.filter { duty in
            duty.stage == .education && (role.map { duty.isOwed(by: $0, under: pack) } ?? true)
        }
        let dues = Dictionary(grouping: duties, by: EducationDue.init)
        let rows = dues.keys.sorted().map { due in
            Row(when: due.says, cells: ProtocolFlow.cells(of: dues[due] ?? [], for: role))
        }
        bands = rows.isEmpty ? [] : [Band(event: "The child is not at school", rows: rows)]
        lanes = ProtocolFlow.lanes(of: duties.map { role ?? $0.who })
    }

    private static func lanes(of roles: [Role]) -> [Lane] {
        let used = Set(roles.map(Lane.init))
        return Lane.allCases.filter(used.contains)
    }

    /// One role's part is shown as that role's also where it only steps in for another.
    private static func cells(of duties: [Duty], for role: Role?) -> [Lane: [Share]] {
        Dictionary(grouping: duties) { Lane(of: role ?? $0.who) }.mapValues { duties in
            var roles: [Role] = []
            for duty in duties where !roles.contains(role ?? duty.who) { roles.append(role ?? duty.who) }
            return roles.map { each in
                Share(role: each, steps: duties.filter { (role ?? $0.who) == each }.map(\.step))
            }
        }
    }
}

extension Duty {
    /// Whether the role owes it: by name, or for another to whom nobody is allocated.
    public func isOwed(by role: Role, under pack: ProtocolPack) -> Bool {
        let roles = [who] + orElse
        if roles.contains(role) { return true }
        guard let fallback = pack.fallbacks[roles[roles.count - 1]] else { return false }
        return fallback.inOfficeHours == role || fallback.outOfOfficeHours == role
    }

    /// Its id as a short title: "Notify IRO".
    public var shortTitle: String { Duty.shortTitle(of: id) }

    /// Any id of a pack as a short title.
    public static func shortTitle(of id: String) -> String {
        let words = id.split(separator: "-").map { acronyms.contains(String($0)) ? $0.uppercased() : String($0) }
        var text = words.joined(separator: " ")
        for (plain, proper) in properNames { text = text.replacing(plain, with: proper) }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    fileprivate var step: ProtocolFlow.Step {
        ProtocolFlow.Step(duty: id, text: shortTitle, reach: reach)
    }

    private var reach: ProtocolFlow.Reach {
        if when.isForSomeChildren || (once?.isForSomeChildren ?? false) { return .someChildren }
        return when.wanted.contains { $0.name == "looked-after" } ? .childrenInCare : .everyChild
    }

    private static let properNames = [
        ("childrens ", "children's "), ("home office", "Home Office"),
        ("refer missing people", "refer to Missing People"),
    ]

    private static let acronyms: Set<String> = [
        "ceop", "cme", "cse", "edt", "iro", "lscb", "mase", "mash", "nrm", "pnc", "cps", "lado", "mape", "mfh",
    ]
}

extension Condition {
    /// Whether it asks for something that is so of some children only, or in some circumstances.
    fileprivate var isForSomeChildren: Bool {
        wanted.contains { ask in
            switch ask.name {
            case "known-risk", "status", "placement", "placed-out-of-area", "subject-to-restriction", "unaccompanied",
                "out-of-hours", "with-others", "with-other-children", "happened", "imminent-risk", "age-at-least",
                "looked-after-for-less-than", "risk", "unanswered-questions", "risk-learnt-while-absent",
                "episodes", "went-from", "at-home":
                true
            case "age-under": ask.values.first.flatMap { Int($0) }.map { $0 < 18 } ?? false
            default: false
            }
        }
    }
}
