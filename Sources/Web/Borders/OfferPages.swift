// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/offers`: investigations and cases that one agency asked another to take over. Until it is accepted, the sender has
/// it. Source: WMP, recording and ownership; SG ¶58.
enum OfferPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let offers = Offer.all(call)
        try await call.shows(offers.map(\.child.id))
        let mine = offers.filter(\.isToMe)
        let rest = offers.filter { !$0.isToMe }
        var reasons: [Position: String] = [:]
        for offer in offers {
            let marks = offer.episode.history.standing.filter { $0.position == offer.offer.position }
            for case .event(let position, let event) in try await call.told(marks, of: offer.child) {
                reasons[position] = event.details.text(.reason)
            }
        }
        let lead =
            mine.isEmpty
            ? "Nothing waits for your answer."
            : "\(Spoken.counted(mine.count, "offer")) for you to answer. Until you accept, whoever offered it has it."
        let body: HTML = """
            \(section("To you", mine, reasons, call, none: "Nobody has offered your agency anything."))\
            \(section("Others", rest, reasons, call, none: "Nothing else is on offer that you may see."))
            """
        return .page(BordersFrame.page(.offers, lead, body, call))
    }

    private static func section(
        _ title: String, _ offers: [Offer], _ reasons: [Position: String], _ call: Call, none: String
    ) -> HTML {
        let rows = offers.map { row($0, reasons[$0.offer.position], call) }
        let list: HTML = rows.isEmpty ? "<p>\(none)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        return "<section class=\"card\" aria-label=\"\(title)\"><h2>\(title): \(offers.count)</h2>\(list)</section>"
    }

    private static func row(_ offer: Offer, _ reason: String?, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let clock = Clock(now: call.now)
        let path = "/episodes/\(offer.episode.id.number)"
        let told = offer.duty?.escalatedTo.map { role -> HTML in "The \(role.spoken) is to know of it now." } ?? HTML()
        let due = offer.duty?.due.map { due -> HTML in
            "<span class=\"due \(offer.isLate ? "now" : "soon")\">Answer \(clock.due(due))</span>"
        }
        let quote: HTML = reason.map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" } ?? HTML()
        let answers: HTML =
            offer.isToMe && call.access.mayRecord(offer.part.accepted, on: offer.child.id)
            ? """
            <p class="buttons">\(Parts.button("Accept it", to: "\(path)/add/\(offer.part.accepted.rawValue)?agency=\(FormFields.encode(offer.offer.to.name))"))
            \(Parts.button("Refuse it", to: "\(path)/add/\(offer.part.refused.rawValue)?agency=\(FormFields.encode(offer.offer.to.name))", "quiet"))</p>
            """ : HTML()
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(offer.child))</div>
            <div class="what"><p><a class="name" href="\(path)">\(telling.nameWithAge(offer.child))</a>
            \(offer.isLate ? Tag("Not answered in time", .now).html : Tag("Waits for an answer", .soon).html)</p>
            <p>\(offer.says(telling)) Offered \(clock.moment(offer.offer.offeredAt)), <b>\(clock.age(since: offer.offer.offeredAt))</b> ago.</p>
            \(quote)<p class="small">\(due) \(told)</p>\(answers)</div></li>
            """
    }
}

/// An unanswered offer that one reader may see.
struct Offer {
    let offer: StandingOffer
    let episode: Episode
    let child: Child
    let isToMe: Bool
    /// Whom the record says to have it still.
    let holder: AgencyID?
    /// What the protocol asks about the answer.
    let duty: DutyStanding?

    var part: OwnedPart { offer.part }
    var isLate: Bool { duty?.state == .overdue }

    /// Every offer that the visitor may see, those to their own agency first and the oldest first among them.
    static func all(_ call: Call) -> [Offer] {
        OwnedPart.allCases.flatMap { call.state.standingOffers(of: $0) }.compactMap { Offer($0, call) }
            .sorted { first, second in
                if first.isToMe != second.isToMe { return first.isToMe }
                return first.offer.offeredAt < second.offer.offeredAt
            }
    }

    init?(_ offer: StandingOffer, _ call: Call) {
        guard let child = call.child(offer.child, seeing: .episode), let episode = call.state.episode(offer.episode)
        else { return nil }
        self.offer = offer
        self.child = child
        self.episode = episode
        let own = call.account.agency
        let isRole = offer.to.name == Role.hostAuthority.rawValue && Offer.host(of: child, call) == own
        isToMe = own != nil && (own == offer.to || isRole)
        holder = offer.holder ?? (offer.part == .care ? child.facts.responsible : nil)
        duty = call.site.partnership.standings(of: offer.episode, in: call.state, at: call.now).last {
            $0.state.isOutstanding && [offer.part.accepted, offer.part.refused].contains($0.doneBy)
        }
    }

    private static func host(of child: Child, _ call: Call) -> AgencyID? {
        let placement = child.facts.placement(on: call.today)
        return placement?.host ?? placement?.place.flatMap { call.state.agencies[AgencyID($0)]?.authority }
    }

    /// "Eastmoor Police has the investigation. Westhaven Police was asked to take it over."
    func says(_ telling: Telling) -> String {
        let who = telling.agency(holder) ?? "Whoever offered it"
        let what = part == .police ? "the investigation" : "the case"
        return
            "\(who) has \(what) still. \(telling.agency(offer.to) ?? offer.to.name) was asked to take it over and has not answered."
    }
}

/// What the board says of offers that wait for the reader's agency.
struct OfferNotices {
    let offers: [Offer]

    init(_ call: Call) {
        offers = call.account.role.worksAcrossBorders ? Offer.all(call).filter(\.isToMe) : []
    }

    var html: HTML {
        if offers.isEmpty { return HTML() }
        let late = offers.count(where: \.isLate)
        return """
            <div class="notice" role="status"><p><a href="/offers">\(Spoken.counted(offers.count, "offer")) to take a case over</a>
            \(late == 0 ? "waits for your answer." : "waits for your answer, \(late) past its time.")</p></div>
            """
    }
}
