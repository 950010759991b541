// SPDX-License-Identifier: MIT

import Casework

extension Call {
    /// The plans in force for a child with their steps, where the visitor may see the child's plans.
    func plansInForce(of child: Child) async throws -> [(plan: ChildPlan, steps: PlanSteps)] {
        guard seen(of: child.id).sees(.plans) else { return [] }
        return try await told(state.plansInForce(of: child.id), of: child)
    }

    /// Plans with their steps as they were written.
    func told(_ plans: [ChildPlan], of child: Child) async throws -> [(plan: ChildPlan, steps: PlanSteps)] {
        if plans.isEmpty { return [] }
        var steps: [Position: PlanSteps] = [:]
        for case .event(let position, let event) in try await told(plans.map(\.written), of: child) {
            steps[position] = PlanSteps(event.details.answers(.steps))
        }
        return plans.compactMap { plan in steps[plan.written.position].map { (plan, $0) } }
    }

    /// What a form for a plan begins with: the version in force, so that a new one is the old one changed.
    func planBefore(_ word: EventWord, of child: Child) async throws -> FormFields {
        guard [.preventionPlanReviewed, .planUpdated].contains(word), !query["kind"].isEmpty,
            let known = try await plansInForce(of: child).first(where: { $0.plan.kind == query["kind"] })
        else { return FormFields() }
        var form = FormFields()
        known.steps.write(as: DetailKey.steps.name, into: &form)
        return form
    }
}
