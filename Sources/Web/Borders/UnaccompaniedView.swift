// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The clocks of an unaccompanied child, or one who may have been trafficked, as one line, with what to do next.
/// Source: SG ¶70–79; BI, foreign nationals.
struct UnaccompaniedView {
    let clocks: UnaccompaniedClocks
    let child: Child
    let episode: Episode?
    let telling: Telling
    let access: Access
    let seen: Seen

    private var clock: Clock { Clock(now: telling.now) }

    /// Nil where these clocks don't concern the child, or are not for the reader.
    init?(_ child: Child, _ episode: Episode?, telling: Telling, access: Access, seen: Seen) {
        guard seen.shows(.statusStarted), seen.sees(.episode), UnaccompaniedClocks.concern(child, on: telling.today)
        else { return nil }
        self.child = child
        self.episode = episode
        self.telling = telling
        self.access = access
        self.seen = seen
        clocks = UnaccompaniedClocks(child, episode, at: telling.now)
    }

    var html: HTML {
        """
        <section class="card" id="unaccompanied"><h2>\(heading)</h2>\(window)\(next)\(line)\(restriction)</section>
        """
    }

    private var heading: String {
        child.facts.has(status: StatusSpan.unaccompanied, on: telling.today)
            ? "Here alone: the clocks" : "May have been trafficked: the clocks"
    }

    /// How soon after arriving the child went: what is known of it decides how the episode is read.
    private var window: HTML {
        if clocks.wentWithin48Hours == true {
            return
                "<p>\(Tag("Within 48 hours of arriving", .now).html)Treat the child as one who may have been trafficked.</p>"
        }
        if clocks.wentWithinAWeek == true {
            return
                "<p>\(Tag("Within a week of arriving", .now).html)Treat the child as one who may have been trafficked.</p>"
        }
        if episode == nil || episode?.facts.start == nil {
            return "<p>Most who go do so within a week of coming into care, and many within 48 hours.</p>"
        }
        return HTML()
    }

    private var next: HTML {
        let steps = clocks.next.filter(isSeen).map { step -> HTML in
            let link: HTML =
                access.mayRecord(word(step), on: child.id)
                ? " <a href=\"\(address(step))\">Record it<span class=\"unseen\">: \(Self.says(step))</span></a>"
                : HTML()
            return "<li>\(Self.says(step)).\(link)</li>"
        }
        guard episode?.facts.reportedAt != nil, episode?.facts.stage != .closed else { return HTML() }
        return steps.isEmpty
            ? "<p>\(Tag("Done", .ok).html)Nothing of this is open now.</p>" : "<h3>Next</h3><ol>\(steps)</ol>"
    }

    private func isSeen(_ step: UnaccompaniedClocks.Step) -> Bool {
        switch step {
        case .refer, .assess: seen.sees(.intelligence)
        default: true
        }
    }

    private func word(_ step: UnaccompaniedClocks.Step) -> EventWord {
        switch step {
        case .refer: .nrmReferred
        case .assess: .traffickingAssessed
        case .consult, .tellHomeOffice, .tellBack, .weeklyContact: .notified
        case .shield: .locationShielded
        case .decideTogether: .actionAgreed
        }
    }

    private func address(_ step: UnaccompaniedClocks.Step) -> String {
        let query =
            switch step {
            case .consult: "?to=trafficking-centre"
            case .tellHomeOffice, .tellBack: "?to=home-office"
            case .weeklyContact: access.actor.role == .homeOffice ? "?to=social-worker" : "?to=home-office"
            case .decideTogether:
                "?action=\(FormFields.encode("Agreed with police and the Home Office where the child goes: "))&owner=social-worker"
            default: ""
            }
        return "\(DutyLinks.place(of: word(step), child.id, episode?.id))/add/\(word(step).rawValue)\(query)"
    }

    private static func says(_ step: UnaccompaniedClocks.Step) -> String {
        switch step {
        case .refer: "Refer the child to the National Referral Mechanism"
        case .assess: "Assess whether traffickers may have a hold on the child"
        case .consult: "Ask the trafficking centre and immigration staff"
        case .tellHomeOffice: "Tell the Home Office that the child is missing"
        case .shield: "Hold back where the child is, from everybody who need not know"
        case .decideTogether: "The Home Office found the child: decide with them and police where the child goes"
        case .tellBack: "Tell the Home Office that the child is found or back"
        case .weeklyContact: "This week's contact with the Home Office is due"
        }
    }

    /// Every point in its order; what lies ahead says so in words and is hollow on the line.
    private var line: HTML {
        let points = clocks.points.filter { isSeen($0.kind) }.map { point -> HTML in
            let isAhead = telling.now < point.at
            return """
                <li\(" class=\"ahead\"", when: isAhead)><b>\(Self.says(point.kind))</b> \(clock.moment(point.at))\
                \(isAhead ? " <span class=\"small\">still to come</span>" : HTML())</li>
                """
        }
        return points.isEmpty ? HTML() : "<ol class=\"time clock-line\" aria-label=\"The clocks\">\(points)</ol>"
    }

    private func isSeen(_ kind: UnaccompaniedClocks.Point.Kind) -> Bool {
        switch kind {
        case .traffickingAssessed, .referred: seen.sees(.intelligence)
        default: true
        }
    }

    private static func says(_ kind: UnaccompaniedClocks.Point.Kind) -> String {
        switch kind {
        case .lookedAfter: "Came into care"
        case .hours48: "48 hours in care"
        case .week: "One week in care"
        case .missing: "Missing"
        case .traffickingAssessed: "Trafficking assessed"
        case .referred: "Referred to the National Referral Mechanism"
        case .centreConsulted: "Trafficking centre or immigration staff asked"
        case .homeOfficeTold: "Home Office told"
        case .contact: "Home Office was in touch"
        case .located: "Located"
        case .back: "Back"
        }
    }

    private var restriction: HTML {
        guard let span = clocks.restriction else { return HTML() }
        let form = span.legalStatus.flatMap { ImmigrationRestriction(rawValue: $0)?.spoken }
        let which = form.map { ": \($0)" } ?? ", in which form is not said"
        let forms = ImmigrationRestriction.allCases.map { form -> HTML in "<li>\(form.spoken.capitalisedFirst)</li>" }
        return """
            <p class="small">Subject to immigration restriction since \(Spoken.fullDate(span.since))\(which).</p>
            <details><summary class="small">The six forms</summary><ul class="small">\(forms)</ul></details>
            """
    }
}
