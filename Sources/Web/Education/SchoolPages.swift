// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/school`: the school's own pupils, for whoever takes the register: one tap for who is not here.
enum SchoolPages {
    private static let mostShown = 120

    @Sendable static func list(_ call: Call) async throws -> Response {
        let pupils = pupils(call)
        try await call.shows(pupils.map(\.child.id))
        return .page(call.page("Not here today", page(call, pupils), in: .school))
    }

    /// The pupils of the visitor's school whom they may see, those who are not here first and then by name.
    static func pupils(_ call: Call) -> [Pupil] {
        guard let school = call.account.agency?.name else { return [] }
        let words = ChildFinder.words(call.query["q"])
        let found = call.state.children.values.filter { child in
            child.facts.identity.word(.school) == school && matches(child, words)
                && (child.facts.age(on: call.today).map { $0 < 19 } ?? true)
                && call.access.maySee(.education, of: child.id)
        }
        return found.map { Pupil($0, call) }.sorted { first, second in
            if first.order != second.order { return first.order < second.order }
            return (first.child.facts.name, first.child.id) < (second.child.facts.name, second.child.id)
        }
    }

    private static func matches(_ child: Child, _ words: [String]) -> Bool {
        let names = ChildFinder.words("\(child.facts.name) \(child.facts.knownAs ?? "")")
        return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }

    private static func page(_ call: Call, _ pupils: [Pupil]) -> HTML {
        let away = pupils.filter { $0.order < Pupil.here }
        let here = pupils.filter { $0.order == Pupil.here }
        let query = call.query["q"]
        let noted = UInt32(call.query["noted"]).flatMap { number in
            pupils.first { $0.child.id.number == number }
        }
        let told: HTML =
            noted.map { pupil -> HTML in
                Parts.notice(
                    """
                    <p><b>\(pupil.child.facts.name): not here today.</b> It is written down.
                    <a href="/children/\(pupil.child.id.number)/absence">Have you reached the parents?</a></p>
                    """)
            } ?? HTML()
        let notHere: HTML =
            away.isEmpty
            ? HTML()
            : "<section class=\"card\" aria-label=\"Not here\"><h2>Not here: \(away.count)</h2><ul class=\"rows\">\(away.map { row($0, call) })</ul></section>"
        let more: HTML =
            here.count > mostShown ? "<p>And \(here.count - mostShown) more: find them by name above.</p>" : HTML()
        let list: HTML =
            here.isEmpty
            ? "<p>\(query.isEmpty ? "No pupil of your school is in the record." : "Nobody here has that name.")</p>"
            : "<ul class=\"rows\">\(here.prefix(mostShown).map { row($0, call) })</ul>\(more)"
        return """
            <div class="phone-first"><h1>Not here today</h1>
            <p class="lead">\(Spoken.date(call.today, today: call.today).capitalisedFirst). Tap a name's button when a pupil is not here and nobody has said why.</p>
            \(told)<form class="stack-row" action="/school" role="search"><label for="pupil">Find a pupil</label>
            <input id="pupil" name="q" type="search" value="\(query)" autocomplete="off"><button class="btn quiet">Find</button></form>
            \(notHere)<section class="card" aria-label="Pupils"><h2>Pupils in the record</h2>\(list)</section>
            <p class="small">Only pupils of your own school are shown. <a href="/education">All open cases</a></p></div>
            """
    }

    private static func row(_ pupil: Pupil, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let id = pupil.child.id.number
        return """
            <li class="pupil" id="p-\(id)"><div><p><b class="name">\(telling.nameWithAge(pupil.child))</b> \(pupil.tag?.html)</p>
            \(pupil.says.isEmpty ? HTML() : "<p class=\"small\">\(pupil.says)</p>")</div><div class="taps">\(taps(pupil, call))</div></li>
            """
    }

    private static func taps(_ pupil: Pupil, _ call: Call) -> HTML {
        let path = "/children/\(pupil.child.id.number)"
        let name = pupil.child.facts.name
        switch pupil.state {
        case .here:
            return """
                \(button("absent", "Not here today", pupil, call))
                <a href="\(path)/gone">Was here and is gone<span class="unseen">: \(name)</span></a>
                """
        case .absent(let row):
            let more = row.owed.contains { $0.isOwed(by: .school) } ? "What to do next" : "Open the case"
            return """
                <a class="btn" href="\(path)/absence">Parents reached?<span class="unseen"> \(name)</span></a>
                \(button("back", "Back at school", pupil, call, "quiet"))
                <a href="/episodes/\(row.episode.id.number)/education">\(more)<span class="unseen">: \(name)</span></a>
                """
        case .onLeave(let row):
            return """
                \(button("back", "Back at school", pupil, call, "quiet"))
                <a href="/episodes/\(row.episode.id.number)/education">Open the case<span class="unseen">: \(name)</span></a>
                """
        case .reported(let episode):
            return
                "<a href=\"/episodes/\(episode.id.number)\">What happens now<span class=\"unseen\">: \(name)</span></a>"
        }
    }

    private static func button(_ step: String, _ says: String, _ pupil: Pupil, _ call: Call, _ look: String = "")
        -> HTML
    {
        """
        <form method="post" action="/children/\(pupil.child.id.number)/absence">\(Parts.hidden(call))\
        <input type="hidden" name="step" value="\(step)"><button class="btn \(look)">\(says)<span class="unseen">: \(pupil.child.facts.name)</span></button></form>
        """
    }
}

/// One pupil on the school's list.
struct Pupil {
    enum State {
        case here
        case absent(SchoolCaseRow)
        case onLeave(SchoolCaseRow)
        /// Reported missing, by whomever.
        case reported(Episode)
    }

    let child: Child
    let state: State
    let says: String
    static let here = 3

    init(_ child: Child, _ call: Call) {
        self.child = child
        if let open = call.state.openEpisode(of: child.id), open.facts.reportedAt != nil {
            state = .reported(open)
            says = open.facts.start.map { "Reported away, since \(Spoken.moment($0, now: call.now))." } ?? ""
        } else if let row = call.state.openSchoolCase(of: child.id).flatMap({ SchoolCaseRow($0, call) }) {
            state = row.school.step == .onLeave ? .onLeave(row) : .absent(row)
            says = "\(row.since(call.today))."
        } else {
            (state, says) = (.here, "")
        }
    }

    var order: Int {
        switch state {
        case .reported: 0
        case .absent: 1
        case .onLeave: 2
        case .here: Pupil.here
        }
    }

    var tag: Tag? {
        switch state {
        case .reported: Tag("Reported away", .now)
        case .absent(let row): row.isLate ? Tag("Not here, something is overdue", .now) : Tag("Not here", .soon)
        case .onLeave: Tag("On leave", .wait)
        case .here: nil
        }
    }
}
