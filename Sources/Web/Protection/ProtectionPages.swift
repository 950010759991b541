// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/children/{child}/protection`: to whom a record is restricted, from whom it is held back where the child is, and who
/// opened it all the same.
enum ProtectionPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let view = ProtectionView(call)
        let recorded = EventWord(rawValue: call.query["recorded"]).map { word -> HTML in
            Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
        }
        return .page(
            call.page("Who may see \(call.child.facts.name)’s record", "\(recorded)\(view.html)", in: .children))
    }
}

struct ProtectionView {
    private let call: Call
    private let child: Child
    private let telling: Telling

    init(_ call: Call) {
        self.call = call
        child = call.child
        telling = Telling(state: call.state, now: call.now)
    }

    private var clock: Clock { Clock(now: call.now) }
    private var path: String { "/children/\(child.id.number)" }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Children", "/children"), (child.facts.name, path)], "Who may see it"))
        <h1>Who may see \(child.facts.name)’s record</h1>
        <p class="lead">What holds it back beyond the access table, and who opened it. <a href="\(path)/why">Why you see what you see</a></p>
        <div class="stack">\(restriction)\(shield)\(openings)</div>
        """
    }

    private var restriction: HTML {
        let title: HTML = "<h2>Restricted to named people</h2>"
        guard let held = child.facts.protection.restriction else {
            return """
                <section class="card">\(title)<p>It is not restricted: the access table alone decides.</p>
                <p>\(button(.accessRestricted, "Restrict it to named people"))</p></section>
                """
        }
        let again = "&ground=\(FormFields.encode(held.ground.rawValue))"
        return """
            <section class="card next soon">\(title)\(Parts.summary([
                ("Ground", HTML(text: held.ground.spoken.capitalisedFirst)), ("Since", clock.moment(held.since)),
                ("To", people(held.names)),
            ]))<p>To everybody else the record does not exist: it is on no board and in no search.</p>
            <p class="buttons">\(button(.accessRestricted, "Change the list", named(held.names) + again))
            \(button(.restrictionLifted, "Lift the restriction"))</p></section>
            """
    }

    private var shield: HTML {
        let title: HTML = "<h2>Where the child is, held back</h2>"
        guard let held = child.facts.protection.shield, held.holds(at: call.now) else {
            return """
                <section class="card">\(title)<p>Addresses and places are seen by everybody whom the access table allows.</p>
                <p>\(button(.locationShielded, "Hold back where the child is"))</p></section>
                """
        }
        return """
            <section class="card next soon">\(title)\(Parts.summary([
                ("Since", clock.moment(held.since)),
                ("Until", held.until.map { clock.moment($0) } ?? "Until somebody lifts it"),
                ("Not held back from", people(held.names)),
            ]))<p class="buttons">\(button(.locationShielded, "Change the list", named(held.names)))
            \(button(.locationShieldLifted, "Lift it"))</p></section>
            """
    }

    private var openings: HTML {
        let all = call.openings.all(of: child.id).reversed().prefix(30)
        let rows = all.map { opening -> HTML in
            let glass = opening.glass
            let who = [telling.worker(glass.worker), glass.role.spoken].compactMap(\.self).joined(separator: ", ")
            return """
                <tr><td>\(clock.moment(glass.brokenAt))</td><td>\(who)</td><td>\(clock.moment(glass.until))</td><td>\(review(opening))</td></tr>
                """
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>Nobody has opened what was held back from them.</p>"
            : """
            <div class="wide" role="region" tabindex="0" aria-label="Who opened this record"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Until</th>
            <th scope="col">Review</th></tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="small">The reasons stand with the entries on <a href="\(path)">the child’s page</a>.</p>
            """
        return "<section class=\"card\"><h2>Opened by breaking the glass</h2>\(table)</section>"
    }

    private func review(_ opening: Opening) -> HTML {
        if let reviewedAt = opening.glass.reviewedAt {
            return "\(Tag("Reviewed", .ok).html)\(clock.moment(reviewedAt))"
        }
        let tag = opening.isOverdue(at: call.now) ? Tag("Overdue", .now) : Tag("To review", .soon)
        let mayReview =
            call.access.mayRecord(.glassBreakReviewed, on: child.id)
            && opening.glass.worker != call.account.actor.worker
        let link: HTML =
            mayReview
            ? " <a href=\"\(path)/add/glass-break-reviewed?what=\(opening.glass.position.number)\">Record the review</a>"
            : ""
        return "\(tag.html)\(clock.due(opening.reviewDue))\(link)"
    }

    private func people(_ names: [String]) -> HTML {
        names.map { name -> HTML in
            let role = call.state.workers[name].map { ", \($0.role.spoken)" } ?? ""
            return "\(telling.worker(name) ?? name)\(role)"
        }.joined(separator: "<br>")
    }

    private func named(_ names: [String]) -> String {
        names.map { "&names=\(FormFields.encode($0))" }.joined()
    }

    /// The form for an act, where the visitor may record it.
    private func button(_ word: EventWord, _ says: String, _ filled: String = "") -> HTML {
        guard call.access.mayRecord(word, on: child.id) else { return HTML() }
        let query = filled.isEmpty ? "" : "?\(filled.dropFirst())"
        return Parts.button(says, to: "\(path)/add/\(word.rawValue)\(query)", "quiet")
    }
}
