// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import WorkingTime

/// `/children/{child}/subject-access/{request}`: every passage of the record, read and decided on by a person.
enum PassagePages {
    /// Passages on a page: few enough to be read.
    static let onePage = 20

    @Sendable static func show(_ call: Call) async throws -> Response {
        let review = try await call.accessReview()
        return .page(page(call, review, faults: [:], typed: [:]))
    }

    @Sendable static func decide(_ call: Call) async throws -> Response {
        let review = try await call.accessReview()
        guard review.request.answeredAt == nil else { throw PageFault.notFound }
        var faults: [String: [PassageDecisionFault]] = [:]
        var typed: [String: PassageDecision] = [:]
        var kept = review.decisions
        let sent = Set(call.form.values("passage"))
        for item in review.review.items where sent.contains(item.passage.id) {
            guard let decision = PassageKeeping.read(item.passage.id, call.form) else { continue }
            let wrong = decision.faults(for: item.passage)
            if wrong.isEmpty {
                kept[item.passage.id] = decision
            } else {
                faults[item.passage.id] = wrong
                typed[item.passage.id] = decision
            }
        }
        try await review.keeping.keep(kept, call)
        if !faults.isEmpty {
            return .page(page(call, review.with(kept), faults: faults, typed: typed), status: .unprocessableContent)
        }
        let next = review.with(kept).review.undecided.isEmpty ? "/release" : ""
        return .redirect(to: "/children/\(call.child.id.number)/subject-access/\(review.request.position)\(next)")
    }

    private static func page(
        _ call: Call, _ review: CallReview, faults: [String: [PassageDecisionFault]], typed: [String: PassageDecision]
    ) -> HTML {
        let view = PassageView(call: call, review: review, faults: faults, typed: typed)
        let name = call.child.facts.name
        let place = "/children/\(call.child.id.number)/subject-access"
        let main: HTML = """
            \(Parts.breadcrumbs([("Records", "/records"), ("Asked for: \(name)", place)], "Read and decide"))
            <div class="narrow"><h1>Read and decide</h1>\(view.html)</div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Read and decide: \(name)", main, in: .records)
    }
}

/// The review of the path's request: its passages, what was found in them, what was decided.
struct CallReview {
    let request: SubjectAccess
    let passages: [Passage]
    let finder: PassageFinder
    let decisions: [String: PassageDecision]
    let keeping: PassageKeeping
    let review: AccessReview

    init(
        request: SubjectAccess, passages: [Passage], finder: PassageFinder, decisions: [String: PassageDecision],
        keeping: PassageKeeping
    ) {
        (self.request, self.passages, self.finder) = (request, passages, finder)
        (self.decisions, self.keeping) = (decisions, keeping)
        review = AccessReview(passages, finder: finder, decisions: decisions)
    }

    func with(_ decisions: [String: PassageDecision]) -> CallReview {
        CallReview(request: request, passages: passages, finder: finder, decisions: decisions, keeping: keeping)
    }
}

extension Call {
    /// Gathers what is held about the child. Entries that were made after the request came are part of it: the person is
    /// given what is held when it is given.
    func accessReview() async throws -> CallReview {
        guard let request = accessRequest else { throw PageFault.notFound }
        let child = child
        let (passages, told) = try await AccessPassages(call: self, child: child).gathered(through: state.position)
        let keeping = PassageKeeping(child: child.id, request: request.position)
        return CallReview(
            request: request, passages: passages, finder: PassageFinder(for: child, in: state, told: told),
            decisions: try await keeping.decisions(self), keeping: keeping)
    }
}
