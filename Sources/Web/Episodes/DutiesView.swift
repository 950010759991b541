// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Every duty of an episode, or of a child's whole record, in all its states, with its reasons.
struct DutiesView {
    /// Every duty, the outstanding ones first.
    let duties: [DutyStanding]
    let heading: String
    let child: ChildID
    /// Where acts about them are recorded; nil for the child's own record.
    let episode: EpisodeID?
    let waivable: Set<String>
    let agreeable: Set<String>
    let access: Access
    let seen: Seen
    let telling: Telling

    private var clock: Clock { Clock(now: telling.now) }

    var html: HTML {
        if duties.isEmpty { return HTML() }
        let role = access.actor.role
        let yours = duties.filter { $0.state.isOutstanding && $0.isOwed(by: role) }
        let others = duties.filter { $0.state.isOutstanding && !$0.isOwed(by: role) }
        let later = duties.filter { $0.state == .notYet }
        let ended = duties.filter { !($0.state.isOutstanding || $0.state == .notYet) }
        let endedPart: HTML =
            ended.isEmpty
            ? HTML()
            : """
            <details id="ended-duties"><summary>\(Spoken.counted(ended.count, "duty").replacing("dutys", with: "duties")) done or ended</summary>\(list(ended))</details>
            """
        let yoursPart: HTML = yours.isEmpty ? "<p>You owe nothing now.</p>" : "<h3>You owe</h3>\(list(yours))"
        let late = others.filter { $0.state == .overdue }.count
        let othersSay = "Others owe \(others.count)" + (late == 0 ? "" : ", \(late) overdue")
        return """
            <section class="card" id="duties"><h2>\(heading)</h2>\(yoursPart)\(folded("others", othersSay, others))\
            \(folded("later", "Not yet owed: \(later.count)", later))\(endedPart)</section>
            """
    }

    private func folded(_ name: String, _ says: String, _ duties: [DutyStanding]) -> HTML {
        if duties.isEmpty { return HTML() }
        return "<details id=\"\(name)-duties\"><summary>\(says)</summary>\(list(duties))</details>"
    }

    private func list(_ duties: [DutyStanding]) -> HTML {
        "<ul class=\"duties\">\(duties.map(row))</ul>"
    }

    private func row(_ duty: DutyStanding) -> HTML {
        let number: HTML = duty.instance > 1 ? " <span class=\"small\">(\(duty.instance))</span>" : ""
        return """
            <li><p>\(state(duty).html)\(duty.says)\(number)</p><p class="small">\(duty.owedBy.spoken.capitalisedFirst) · \(when(duty))</p>
            <details id="why-\(duty.duty)-\(duty.instance)"><summary class="small">Why, and what you can do</summary>
            <p class="small">\(DutyReasons.says(duty, to: seen)) \(duty.source)\(duty.isLocalChoice ? " The figure is a local choice." : "")</p>
            \(links(duty))</details></li>
            """
    }

    private func state(_ duty: DutyStanding) -> Tag {
        switch duty.state {
        case .overdue: Tag("Overdue", .now)
        case .owed: duty.isDue(within: .hours(1), of: clock.now) ? Tag("Now", .now) : Tag("Owed", .soon)
        case .notYet: Tag("Not yet", .plain)
        case .done: Tag("Done", .ok)
        case .doneLate: Tag("Done late", .soon)
        case .lapsed: Tag("No longer owed", .plain)
        case .missed: Tag("Missed", .now)
        case .waived: Tag("Set aside", .wait)
        case .agreed: Tag("Agreed not due", .wait)
        }
    }

    private func when(_ duty: DutyStanding) -> HTML {
        switch duty.state {
        case .overdue, .owed: duty.due.map { clock.due($0) } ?? "now"
        case .notYet: duty.from.map { from -> HTML in "from \(clock.moment(from))" } ?? "later"
        case .done, .lapsed, .missed, .waived, .agreed: duty.endedAt.map { clock.moment($0) } ?? HTML()
        case .doneLate:
            "\(duty.endedAt.map { clock.moment($0) }), \(duty.lateBy.map { Spoken.elapsed($0) } ?? "") late"
        }
    }

    private func links(_ duty: DutyStanding) -> HTML {
        guard duty.state.isOutstanding || duty.state == .notYet else { return HTML() }
        var links: [HTML] = []
        let path = "\(DutyLinks.place(of: .waived, child, episode))/add"
        if access.mayRecord(duty.doneBy, on: child) {
            let form = DutyLinks.form(duty, of: child, episode: episode)
            links.append("<a href=\"\(form)\">\(DutyLinks.verb(duty))</a>")
        }
        if waivable.contains(duty.duty) {
            links.append("<a href=\"\(path)/waived?duty=\(FormFields.encode(duty.duty))\">Not owed, because…</a>")
        }
        if agreeable.contains(duty.duty) {
            links.append("<a href=\"\(path)/agreed?duty=\(FormFields.encode(duty.duty))\">Agreed not to be due</a>")
        }
        return links.isEmpty ? HTML() : "<p class=\"small\">\(links.joined(separator: " · "))</p>"
    }
}

extension DutiesView {
    init(episode model: EpisodeModel) {
        self.init(
            duties: model.duties, heading: "Duties", child: model.child.id, episode: model.episode.id,
            waivable: model.waivable, agreeable: model.agreeable, access: model.access, seen: model.seen,
            telling: model.telling)
    }
}

/// The reasons of a duty, for who may read of everything that a reason may tell.
enum DutyReasons {
    static func says(_ duty: DutyStanding, to seen: Seen) -> String {
        seen.seesReasons
            ? duty.why.joined(separator: " ") : "The protocol asks for it; the reasons are not for your role."
    }
}
