// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// How another duty stands.
    static let dutyPredicates: [PredicateForm] = [
        PredicateForm(
            name: "duty", takes: "{ id: safe-and-well-check, state: [overdue, missed] }",
            means: "The newest instance of another duty of this pack stands so."
        ) { node, faults in
            guard let fields = Fields(node, "“duty”", known: ["id", "state"], faults: faults) else { return nil }
            let id = fields.need("id", "“duty”").flatMap { faults.text($0, "“id”") }
            let states = fields.need("state", "“duty”").flatMap { faults.choices($0, "state", of: DutyState.self) }
            guard let id, let states else { return nil }
            let said = states.map(\.rawValue).joined(separator: ", ")
            var predicate = Predicate(
                written: "duty: \(id) \(said)",
                holds: { moment in moment.state(of: id).map { states.contains($0) } ?? false },
                says: { moment in
                    "“\(id)” \(moment.state(of: id).map { "is \($0.spoken)" } ?? "is not listed")"
                }, turns: { course in course.dutySpans(id).flatMap(\.turns) })
            predicate.duty = id
            return .predicate(predicate)
        }
    ]
}

extension Moment {
    /// How the newest instance of a duty that was listed by then stood.
    fileprivate func state(of duty: String) -> DutyState? {
        course.dutySpans(duty).last { $0.listed <= at }?.state(at: at)
    }
}

extension DutyState {
    /// "done late", for sentences.
    public var spoken: String {
        switch self {
        case .notYet: "not owed yet"
        case .doneLate: "done late"
        case .agreed: "agreed not to be due"
        case .owed, .overdue, .done, .lapsed, .missed, .waived: rawValue
        }
    }
}
