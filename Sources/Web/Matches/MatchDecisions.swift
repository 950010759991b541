// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What was decided of pairs, by whom and when, the newest first; with what takes it back.
struct MatchDecisions {
    private let call: Call
    private let joins: [ChildJoin]
    private let comparisons: [ChildComparison]
    private let telling: Telling
    private static let most = 30

    init(_ call: Call) {
        self.call = call
        telling = Telling(state: call.state, now: call.now)
        let access = call.access
        joins = Array(
            call.state.joins.joins.reversed().lazy.filter { access.mayCompare($0.kept, $0.other) }.prefix(Self.most))
        comparisons = Array(
            call.state.joins.comparisons.reversed().lazy.filter { access.mayCompare($0.first, $0.second) }
                .prefix(Self.most))
    }

    /// Whom it names.
    var children: [ChildID] {
        (joins.flatMap { [$0.kept, $0.other] } + comparisons.flatMap { [$0.first, $0.second] }).map(call.state.shown)
    }

    var html: HTML {
        if joins.isEmpty, comparisons.isEmpty { return HTML() }
        let rows =
            (joins.map { ($0.position, row($0)) } + comparisons.map { ($0.position, row($0)) })
            .sorted { $0.0 > $1.0 }.prefix(Self.most).map(\.1)
        return """
            <section class="card"><h2>What was decided</h2><ul class="duties">\(Array(rows))</ul></section>
            """
    }

    private func row(_ join: ChildJoin) -> HTML {
        let taken: HTML = join.parted.map { takenBack("Parted again", $0) } ?? HTML()
        let part: HTML =
            join.parted == nil && call.access.mayJoin(join.kept, join.other)
            ? takingBack("part", join.position, "Part them again") : HTML()
        return """
            <li><p>\((join.parted == nil ? Tag("Joined", .ok) : Tag("Parted again", .plain)).html)<b>\(name(join.kept)) and \
            \(name(join.other))</b> are shown as number \(join.kept.number).</p>
            <p class="small">\(who(join.by, join.joinedAt)): \(join.reason)</p>\(taken)\(part)</li>
            """
    }

    private func row(_ comparison: ChildComparison) -> HTML {
        let taken: HTML = comparison.withdrawn.map { takenBack("Taken back", $0) } ?? HTML()
        let withdraw: HTML =
            comparison.withdrawn == nil ? takingBack("withdraw", comparison.position, "Take this back") : HTML()
        let because: HTML = comparison.reason.isEmpty ? "." : ": \(comparison.reason)"
        return """
            <li><p>\(Tag(comparison.withdrawn == nil ? comparison.outcome.says : "Taken back", .plain).html)\
            <b>\(name(comparison.first)) and \(name(comparison.second))</b></p>
            <p class="small">\(who(comparison.by, comparison.decidedAt))\(because)</p>\(taken)\(withdraw)</li>
            """
    }

    /// The record by its own name and number, also while it is shown as another.
    private func name(_ id: ChildID) -> String {
        "\(call.state.record(id)?.facts.name ?? "Nobody"), \(id.number)"
    }

    private func who(_ actor: Actor, _ instant: Instant) -> HTML {
        "\(telling.actor(actor).capitalisedFirst), \(Clock(now: call.now).moment(instant))"
    }

    private func takenBack(_ what: String, _ taken: TakenBack) -> HTML {
        "<p class=\"small\">\(what): \(who(taken.by, taken.at)): \(taken.reason)</p>"
    }

    private func takingBack(_ act: String, _ position: Position, _ button: String) -> HTML {
        let name = "reason-\(position.number)"
        return """
            <details><summary>\(button)</summary><form method="post" action="/matches/pair" class="stack">\(Parts.hidden(call))
            <input type="hidden" name="entry" value="\(position.number)">
            <div class="field"><label for="\(name)">Why</label><input id="\(name)" name="reason" autocomplete="off" required></div>
            <p><button class="btn quiet" name="do" value="\(act)">\(button)</button></p></form></details>
            """
    }
}

extension ChildComparison.Outcome {
    var says: String {
        switch self {
        case .same: "One child"
        case .notSame: "Two children"
        case .notSure: "Not sure"
        }
    }
}
