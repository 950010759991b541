// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/children/{child}/plans`: the plans against going missing, the version in force first, every earlier one beneath;
/// and the assessments that they rest on.
enum ChildPlansPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let child = call.child
        let told = try await call.told(call.state.plans(of: child.id), of: child)
        let marks = call.state.standingMarks(of: child.id).filter { assessments.contains($0.word) }
        let newest = assessments.compactMap { word in marks.last { $0.word == word } }
        let assessed = try await call.told(newest, of: child)
        let name = child.facts.name
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), (name, "/children/\(child.id.number)")], "Plans"))
            <h1>Plans for \(name)</h1><p class="lead">What everybody does to make it less likely that they go, and what is done at once when they do.
            The newest version of each is in force; what came before stays.</p>
            <p class="buttons">\(buttons(call))</p>\(list(told, call))\(self.assessed(assessed, call))\(HeldBack(seen: call.seen(of: child.id)).html)
            """
        return .page(call.page("Plans: \(name)", main, in: .children))
    }

    private static let assessments: [EventWord] = [
        .chanceOfRepeatAssessed, .jointPictureBuilt, .riskAssessed, .statutoryReviewHeld,
    ]

    private static func buttons(_ call: Call) -> HTML {
        let place = "/children/\(call.child.id.number)/add"
        var buttons: [HTML] = []
        if call.access.mayRecord(.preventionPlanReviewed, on: call.child.id) {
            for (kind, says) in [
                ("trigger-plan", "Write the trigger plan"), ("prevention-plan", "Write the prevention plan"),
            ] {
                buttons.append(
                    Parts.button(
                        says, to: "\(place)/prevention-plan-reviewed?kind=\(kind)", buttons.isEmpty ? "" : "quiet"))
            }
        }
        for word in assessments where call.access.mayRecord(word, on: call.child.id) {
            buttons.append(Parts.button(ActWords.title(word), to: "\(place)/\(word.rawValue)", "quiet"))
        }
        return buttons.joined(separator: " ")
    }

    private static func list(_ told: [(plan: ChildPlan, steps: PlanSteps)], _ call: Call) -> HTML {
        let kinds = told.map(\.plan.kind).uniqued
        if kinds.isEmpty {
            return "<section class=\"card\"><h2>No plan yet</h2><p>Nobody has written one with steps.</p></section>"
        }
        return kinds.map { kind in card(kind, told.filter { $0.plan.kind == kind }.reversed(), call) }.joined()
    }

    /// One kind of plan: the version in force, or that it ended, and the versions before.
    private static func card(
        _ kind: String, _ versions: [(plan: ChildPlan, steps: PlanSteps)], _ call: Call
    ) -> HTML {
        guard let newest = versions.first else { return HTML() }
        let clock = Clock(now: call.now)
        let state = newest.plan.isInForce ? Tag("In force", .ok) : Tag("Ended", .plain)
        let review: HTML =
            newest.plan.reviewBy.map { by -> HTML in
                let tag = newest.plan.isReviewOverdue(at: call.now) ? Tag("Review overdue", .now).html : HTML()
                return "<p>\(tag)To be looked at again by \(clock.deadline(by)).</p>"
            } ?? HTML()
        let earlier = versions.dropFirst().map { version -> HTML in
            """
            <details><summary>Version \(version.plan.version), \(clock.moment(version.plan.written.occurredAt))</summary>\(version.steps.list())</details>
            """
        }
        let place = "/children/\(call.child.id.number)/add"
        var links: [HTML] = []
        if newest.plan.isInForce, call.access.mayRecord(.preventionPlanReviewed, on: call.child.id), kind != "strategy"
        {
            links.append(
                "<a href=\"\(place)/prevention-plan-reviewed?kind=\(FormFields.encode(kind))\">Write a new version</a>")
        }
        if newest.plan.isInForce, call.access.mayRecord(.planEnded, on: call.child.id) {
            links.append("<a href=\"\(place)/plan-ended?kind=\(FormFields.encode(kind))\">End it</a>")
        }
        return """
            <section class="card" id="\(kind)"><h2>\(Choices.spoken(kind).capitalisedFirst)</h2>
            <p>\(state.html)Version \(newest.plan.version), written \(clock.moment(newest.plan.written.occurredAt)) by the \(newest.plan.written.by.spoken).</p>
            \(newest.steps.list())\(review)<p class="small no-print">\(links.joined(separator: " · "))</p>\(earlier)</section>
            """
    }

    private static func assessed(_ told: [Told], _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let cards = told.compactMap { told -> HTML? in
            guard case .event(_, let event) = told else { return nil }
            let details = EventDetails(
                event: event, telling: telling, access: call.access, seen: call.seen(of: call.child.id)
            ).html
            return """
                <section class="card"><h2>\(ActWords.title(event.word))</h2><p class="small">\(Clock(now: call.now).moment(event.occurredAt)), \
                \(telling.actor(event.by))</p>\(details)</section>
                """
        }
        return cards.joined()
    }
}
