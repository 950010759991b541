// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/emergency-places`: where a child can stay tonight, who to ring, and whether it was found suitable.
enum EmergencyPlacePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let all = call.state.emergencyPlaces.all
        let open = all.filter(\.isOpen)
        let others = all.filter { !$0.isOpen }
        let role = call.account.role
        let add: HTML =
            role.mayRecord(.emergencyPlaceEntered)
            ? "<p>\(Parts.button("List a place", to: "/emergency-places/record?act=emergency-place-entered", "quiet"))</p>"
            : HTML()
        let recorded = EventWord(rawValue: call.query["recorded"]).map { word -> HTML in
            Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
        }
        let main: HTML = """
            <h1>Places to stay tonight</h1><p class="lead">Places that take a child in at any hour. Bed and breakfast is never one of them,
            at 16 and 17 either; each is checked for whether it is suitable and safe. <span class="small">SG ¶40–43</span></p>\(recorded)\(add)
            \(list(open, call, title: "They take children in now", none: "No place is listed. Ask the emergency duty team."))
            \(others.isEmpty ? HTML() : list(others, call, title: "Not now", none: ""))
            """
        return .page(call.page("Places to stay tonight", main, in: .children))
    }

    private static func list(_ places: [EmergencyPlace], _ call: Call, title: String, none: String) -> HTML {
        let rows = places.map { row($0, call) }
        let body: HTML = rows.isEmpty ? "<p>\(none)</p>" : "<ul class=\"duties\">\(rows)</ul>"
        return "<section class=\"card spaced\"><h2>\(title)</h2>\(body)</section>"
    }

    private static func row(_ place: EmergencyPlace, _ call: Call) -> HTML {
        let clock = Clock(now: call.now)
        var tags: [Tag] = []
        if place.endedAt != nil {
            tags.append(Tag("Taken off the list"))
        } else if let outcome = place.outcome {
            tags.append(
                Tag(
                    Choices.spoken(outcome).capitalisedFirst,
                    outcome == "suitable" ? .ok : outcome == "not-suitable" ? .now : .soon))
        } else {
            tags.append(Tag("Not checked yet", .soon))
        }
        if place.isOverdue(at: call.now) { tags.append(Tag("Check overdue", .now)) }
        let address = [place.details.text(.address), place.details.word(.postcode)].compactMap(\.self)
        let checked: HTML = place.checkedAt.map { at -> HTML in "Checked \(clock.moment(at)). " } ?? HTML()
        let next: HTML =
            place.nextCheck.map { at -> HTML in
                "Next check by \(clock.tagged(at, Spoken.date(London.date(of: at), today: call.today)))."
            } ?? HTML()
        let acts = RegisterActs.emergencyPlaces.words.filter {
            !RegisterActs.enters($0) && call.account.role.mayRecord($0) && place.endedAt == nil
        }.map { word -> HTML in
            "<a href=\"/emergency-places/record?act=\(word.rawValue)&amp;shelter=\(place.number)\">\(ActWords.title(word))<span class=\"unseen\">: \(place.name)</span></a>"
        }
        let links: HTML = acts.isEmpty ? HTML() : "<p class=\"small\">\(acts.joined(separator: " · "))</p>"
        return """
            <li><p><b>\(place.name)</b> \(tags.map(\.html))</p><p>\(Choices.spoken(place.kind).capitalisedFirst). <b>\(place.details.text(.phones))</b></p>
            <p class="small">\(address.joined(separator: ", ")) \(place.details.text(.description))</p><p class="small">\(checked)\(next)</p>\(links)</li>
            """
    }
}
