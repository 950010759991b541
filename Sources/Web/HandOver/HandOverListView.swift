// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The briefings of one's own agency: who made them, who accepted them, and how late.
struct HandOverListView {
    let call: Call
    private static let most = 60

    init(_ call: Call) { self.call = call }

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let own = call.state.handOvers.all.filter { $0.from.agency == call.account.agency }
        let rows = own.reversed().prefix(Self.most).map(row)
        let earlier: HTML =
            own.count > rows.count ? "<p class=\"small\">And \(own.count - rows.count) earlier ones.</p>" : HTML()
        if rows.isEmpty {
            return
                "<section class=\"card\"><h2>Made so far</h2><p>Nobody here has handed over in this record yet.</p></section>"
        }
        return """
            <section class="card"><h2>Made so far</h2><div class="wide" role="region" tabindex="0" aria-label="Briefings made so far"><table>
            <thead><tr><th scope="col">Briefing</th><th scope="col">From and to</th><th scope="col">Made</th><th scope="col">Children</th><th scope="col">Accepted</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>\(earlier)</section>
            """
    }

    private func row(_ handOver: HandOver) -> HTML {
        let standing = HandOverStanding(handOver, by: call.handOverRule(for: handOver.from.kind), at: call.now)
        return """
            <tr><td><a href="/hand-over/\(handOver.number)">\(HandOverSaying.name(madeAt: handOver.madeAt)) \(handOver.number)</a></td>
            <td>\(handOver.from.kind.spoken.capitalisedFirst) to \(handOver.to.kind.spoken)</td>
            <td>\(clock.moment(handOver.madeAt)), \(telling.worker(handOver.madeBy) ?? handOver.madeAs.spoken)</td>
            <td>\(handOver.childCount)</td><td>\(accepted(standing))</td></tr>
            """
    }

    private func accepted(_ standing: HandOverStanding) -> HTML {
        guard let acceptance = standing.handOver.acceptance else {
            return standing.isOverdue
                ? "\(Tag("Not accepted", .now).html) since \(clock.moment(standing.handOver.madeAt))"
                : "\(Tag("Waits", .soon).html) until \(clock.moment(standing.due))"
        }
        let late = standing.lateBy.map { ", \(Spoken.elapsed($0)) late" } ?? ""
        return "\(clock.moment(acceptance.at)), \(telling.worker(acceptance.by) ?? acceptance.role.spoken)\(late)"
    }
}
