// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// The plans in force for a child who is away: what was agreed to do, at once, the first steps first.
struct PlanInForceView {
    let plans: [(plan: ChildPlan, steps: PlanSteps)]
    let child: ChildID
    let clock: Clock

    private static let firstSteps = 3

    var html: HTML {
        guard let first = plans.first else { return HTML() }
        let others = plans.dropFirst().map { plan -> HTML in
            "<details><summary>\(title(plan.plan))</summary>\(plan.steps.list())</details>"
        }
        let rest = first.steps.all.count - Self.firstSteps
        let more: HTML =
            rest <= 0
            ? HTML()
            : "<details><summary>All \(first.steps.all.count) steps</summary>\(first.steps.list())</details>"
        return """
            <section class="card next soon" id="plan"><h2>\(title(first.plan)), in force</h2>\(first.steps.list(upTo: Self.firstSteps))\(more)\(others)
            <p class="small">Written \(clock.moment(first.plan.written.occurredAt)). <a href="/children/\(child.number)/plans">All plans</a></p></section>
            """
    }

    private func title(_ plan: ChildPlan) -> String { Choices.spoken(plan.kind).capitalisedFirst }
}
