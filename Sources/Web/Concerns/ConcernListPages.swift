// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/concerns`: the register, what should have been looked at again first.
enum ConcernListPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let entries = call.concernEntries
        let overdue = entries.filter { $0.isOverdue(at: call.now) }
            .sorted { ($0.nextReview ?? call.now, $0.number) < ($1.nextReview ?? call.now, $1.number) }
        let current = entries.filter { !$0.isEnded && !$0.isOverdue(at: call.now) }
        let ended = entries.filter(\.isEnded)
        let view = View(call: call)
        let places = current.filter { $0.kind == .place }
        let people = current.filter { $0.kind == .person }
        let folded: HTML =
            ended.isEmpty
            ? HTML() : "<details><summary>\(ended.count) no longer of concern</summary>\(view.table(ended))</details>"
        let main: HTML = """
            <h1>Places and people of concern</h1>
            <p class="lead">Where children may be harmed or hidden, and by whom: what was said, by whom, and how sure it is.
            The register names no child; what ties a child to an entry stands on the child's own record.</p>
            \(recorded(call))<p class="buttons">\(view.buttons)</p>
            \(view.section("overdue", "To look at again now", overdue, none: "Every entry has been looked at in its time."))
            \(view.section("places", "Places", places, none: "No place is on the register."))
            \(view.section("people", "People", people, none: "Nobody is on the register."))\(folded)
            """
        return .page(call.page("Places and people of concern", main, in: .concerns))
    }

    static func recorded(_ call: Call) -> HTML {
        EventWord(rawValue: call.query["recorded"]).map { word in
            Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
        } ?? HTML()
    }

    private struct View {
        let call: Call

        private var clock: Clock { Clock(now: call.now) }

        var buttons: HTML {
            var buttons = [Parts.button("The network, drawn", to: "/concerns/network")]
            for word in [EventWord.placeOfConcernEntered, .personOfConcernEntered]
            where call.account.role.mayRecord(word) {
                let path = "/concerns/record?act=\(word.rawValue)"
                buttons.append(Parts.button(ActWords.title(word), to: path, "quiet"))
            }
            return buttons.joined(separator: " ")
        }

        func section(_ id: String, _ title: String, _ entries: [ConcernEntry], none: String) -> HTML {
            let body: HTML = entries.isEmpty ? "<p>\(none)</p>" : table(entries)
            let count = entries.isEmpty ? "" : ": \(entries.count)"
            return "<section class=\"card spaced\" id=\"\(id)\"><h2>\(title)\(count)</h2>\(body)</section>"
        }

        func table(_ entries: [ConcernEntry]) -> HTML {
            let rows = entries.map { entry -> HTML in
                """
                <tr><th scope="row"><a href="/concerns/\(entry.number)">\(entry.name)</a>\
                <br><span class="small">\(what(entry))</span></th>
                <td>\(entry.confidence.tag.html)</td><td>\(entry.details.text(.toldBy))</td><td>\(review(entry))</td></tr>
                """
            }
            return """
                <div class="wide"><table><thead><tr><th scope="col">What or who</th><th scope="col">How sure</th>
                <th scope="col">Who told us</th><th scope="col">To look at again</th></tr></thead><tbody>\(rows)</tbody></table></div>
                """
        }

        private func what(_ entry: ConcernEntry) -> String {
            let kind = entry.details.word(.kind).map { Choices.spoken($0) }
            let restriction = entry.restriction(at: call.now).map { "restricted: \(Choices.spoken($0.kind))" }
            let names = entry.names == nil ? nil : "kept to named people"
            return [entry.kind.spoken, kind, restriction, names].compactMap(\.self).joined(separator: ", ")
        }

        private func review(_ entry: ConcernEntry) -> HTML {
            if let ended = entry.endedAt { return "ended \(clock.moment(ended))" }
            guard let next = entry.nextReview else { return Tag("No date", .soon).html }
            let late: HTML = entry.isOverdue(at: call.now) ? Tag("Overdue", .now).html : HTML()
            return "\(late)\(clock.tagged(next, Spoken.date(London.date(of: next), today: call.today)))"
        }
    }
}
