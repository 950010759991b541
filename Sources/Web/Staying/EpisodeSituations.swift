// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// What is special about an episode, above everything else on its page: taken by force, in police protection, nobody
/// reported it, homeless at 16 or 17, an agreement in place of the safe and well check.
struct EpisodeSituations {
    let episode: Episode
    let child: Child
    let duties: [DutyStanding]
    let telling: Telling
    let access: Access
    let seen: Seen

    private var clock: Clock { Clock(now: telling.now) }
    private var path: String { "/episodes/\(episode.id.number)" }

    /// What somebody must read before anything else.
    var urgent: HTML {
        guard seen.sees(.episode) else { return HTML() }
        return "\(takenByForce)\(protection)"
    }

    /// What belongs beside the rest.
    var beside: HTML {
        guard seen.sees(.episode) else { return HTML() }
        return "\(together)\(unreported)\(homeless)\(agreements)\(asKnown)"
    }

    private func last(_ word: EventWord) -> Mark? { episode.history.standing.last { $0.word == word } }

    private var takenByForce: HTML {
        guard let mark = last(.forcibleRemovalReported), episode.facts.isOpen else { return HTML() }
        return """
            <section class="card next" id="taken-by-force"><h2>Taken by force: this procedure stops here</h2>
            <p>It was reported \(clock.moment(mark.occurredAt)) that the child was taken by force or against their will. That is a crime: ring 999 if police do not
            know it yet. Police lead from here; what they and the authority decide is recorded on this page as before. <span class="small">BC 0</span></p></section>
            """
    }

    private var protection: HTML {
        guard let began = last(.policeProtectionStarted),
            !episode.history.standing.contains(where: {
                $0.word == .policeProtectionEnded && began.position < $0.position
            })
        else { return HTML() }
        let clockOf = ProtectionClock(began: began.clockTime, now: telling.now)
        let ids: Set<String> = ["end-police-protection", "move-from-police-protection", "assess-accommodation"]
        let rows = duties.filter {
            ids.contains($0.duty) && ($0.state.isOutstanding || $0.state == .done || $0.state == .doneLate)
        }
        .map { duty -> HTML in
            let tag =
                switch duty.state {
                case .overdue: Tag("Overdue", .now)
                case .owed: Tag("Owed", .soon)
                default: Tag("Done", .ok)
                }
            return """
                <li>\(tag.html)\(duty.says). <span class="small">\(duty.owedBy.spoken.capitalisedFirst)\(duty.state.isOutstanding ? duty.due.map { due -> HTML in ", \(clock.due(due))" } : nil)</span></li>
                """
        }
        let end: HTML =
            access.mayRecord(.policeProtectionEnded, on: child.id)
            ? "<p>\(Parts.button("Police protection ended", to: "\(path)/add/police-protection-ended", "quiet"))</p>"
            : HTML()
        return """
            <section class="card next \(clockOf.isOver ? "" : "soon")" id="police-protection"><h2>\(clockOf.heading)</h2>\(clockOf.svg)
            <p>It began \(clock.moment(began.occurredAt)) and lasts 72 hours at most: by \(clock.moment(clockOf.end)) the child is somewhere safe, or a court has made an order.
            <span class="small">Children Act 1989 s46(6); SG ¶41; BI</span></p>\(rows.isEmpty ? HTML() : "<ul class=\"plain\">\(rows)</ul>")\(end)</section>
            """
    }

    private var together: HTML {
        let words: EventWords = [.reported, .accountReceived, .wentTogether, .sighted, .located, .returned]
        let isNamed = episode.history.standing.contains {
            words.contains($0.word) && !$0.details.numbers(.withChildren).isEmpty
        }
        let says = isNamed ? "Others were with them: one page for the group" : "Did somebody go with them?"
        return "<p class=\"small\"><a href=\"\(path)/together\">\(says)</a></p>"
    }

    private var unreported: HTML {
        guard episode.facts.careKind == .unreported, let start = episode.facts.start,
            let told = episode.facts.reportedAt
        else { return HTML() }
        let owed = duties.filter(\.state.isOutstanding).count
        return """
            <section class="card" id="unreported"><h2>Nobody had reported it</h2><p>It came to notice \(Spoken.elapsed(told - start)) after it began. Police are not
            asked to classify it; the rest is owed as after any other episode\(owed == 0 ? "" : ": \(owed) \(owed == 1 ? "thing is" : "things are") outstanding"). <span class="small">SG ¶39</span></p></section>
            """
    }

    /// At 16 and 17 with nowhere to stay: needs first, then somewhere suitable, and never bed and breakfast.
    private var homeless: HTML {
        let risk = child.facts.standingRisks.contains { $0.kind == "homelessness" }
        let age = child.facts.age(on: telling.today)
        guard risk, seen.shows(riskOf: "homelessness"), let age, (16...17).contains(age), episode.facts.closedAt == nil
        else { return HTML() }
        let assessed = episode.history.standing.contains {
            $0.word == .riskAssessmentUpdated && $0.details.word(.kind) == "needs"
        }
        let places = telling.state.emergencyPlaces.all.filter(\.isOpen).prefix(3).map { place -> HTML in
            "<li>\(place.name): <b>\(place.details.text(.phones))</b></li>"
        }
        return """
            <section class="card" id="homeless"><h2>Nowhere to stay, at \(age)</h2><ol><li>\(assessed ? Tag("Done", .ok).html : Tag("To do", .soon).html)
            \(to(.riskAssessmentUpdated, "?kind=needs", "Assess what they need"))</li>
            <li>\(last(.accommodated) == nil ? Tag("To do", .soon).html : Tag("Done", .ok).html)\(to(.accommodated, "", "Find somewhere suitable")), never bed and breakfast</li>
            <li>\(last(.accommodationAssessed) == nil ? Tag("To do", .soon).html : Tag("Done", .ok).html)\(to(.accommodationAssessed, "", "Say whether it is suitable"))</li></ol>
            \(places.isEmpty ? HTML() : "<p>Open at any hour:</p><ul class=\"plain\">\(places)</ul>")<p class="small"><a href="/emergency-places">Every place to stay tonight</a> · SG ¶40–43</p></section>
            """
    }

    /// What is to be done, with the way to its form for whom it is.
    private func to(_ word: EventWord, _ query: String, _ says: String) -> HTML {
        access.mayRecord(word, on: child.id)
            ? "<a href=\"\(path)/add/\(word.rawValue)\(query)\">\(says)</a>" : HTML(text: says)
    }

    /// Agreements that something is not due, with when each was last looked at.
    private var agreements: HTML {
        let agreed = telling.state.episodes(of: child.id).flatMap(\.history.standing).filter { mark in
            mark.word == .agreed && mark.details.word(.duty)?.hasPrefix("safe-and-well") == true
                && (mark.details.time(.until).map { telling.now <= $0.latest } ?? false)
        }
        guard let newest = agreed.last, let until = newest.details.time(.until) else { return HTML() }
        let reviewed = child.history.standing.last { $0.word == .agreementReviewed && newest.position < $0.position }
        let looked: HTML =
            reviewed.map { mark -> HTML in "Last looked at \(clock.moment(mark.occurredAt))." }
            ?? "Not looked at since."
        let review: HTML =
            access.mayRecord(.agreementReviewed, on: child.id)
            ? "<a href=\"/children/\(child.id.number)/add/agreement-reviewed?duty=\(FormFields.encode(newest.details.word(.duty) ?? ""))\">Look at it again</a>"
            : HTML()
        return """
            <section class="card" id="agreement"><h2>Safe and well checks: an agreement</h2><p>Agreed \(clock.moment(newest.occurredAt)) that police need not hold one each time,
            until \(clock.moment(until)). \(looked) It never sets aside what a worry calls for. \(review) <span class="small">SG ¶30; BC 5</span></p></section>
            """
    }

    private var asKnown: HTML {
        "<p class=\"small\"><a href=\"\(path)/as-known\">The record as it was known at a time</a></p>"
    }
}
