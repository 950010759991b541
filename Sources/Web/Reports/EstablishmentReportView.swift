// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The report as a sheet.
struct EstablishmentReportView {
    let model: EstablishmentReportModel

    private var telling: Telling { model.telling }
    private var clock: Clock { Clock(now: telling.now) }
    private var facts: EpisodeFacts { model.episode.facts }

    var sheet: HTML {
        """
        <div class="sheet report-sheet"><h1>\(model.kind.title)</h1><p>\(model.kind.says)</p>\(about)\(happened)\
        \(events("Who was told, and when", [.notified, .acknowledged, .familyTold]))\
        \(events("What was done to find the child", [.checksCompleted, .contactAttempted, .contactedChild, .visited, .sighted, .actionAgreed, .actionDone, .strategyAgreed, .meetingHeld]))\
        \(events("Found and back", [.located, .returned, .safeAndWellChecked, .safeAndWellNotHeld, .conversationHeld]))\
        \(events("The return interview", [.interviewOffered, .interviewAccepted, .interviewDeclined, .interviewHeld, .interviewNotArranged]))\
        \(events("What changes because of it", [.planUpdated, .riskAssessmentUpdated, .placementReviewed, .supportOffered, .findingsShared]))\
        \(before)\(signatures)\(HeldBack(seen: model.seen).html)</div>
        """
    }

    private var about: HTML {
        let child = model.child.facts
        let day = facts.start.map { London.date(of: $0) } ?? telling.today
        let placement = model.seen.sees(.location) ? child.placement(on: day) : nil
        let rows: [(String, String?)] = [
            ("Child", child.name), ("Date of birth", child.born.map { Spoken.fullDate($0) }),
            ("Placed at", placement.map { telling.agency(named: $0.place) ?? Choices.spoken($0.kind) }),
            ("Placed since", placement.map { Spoken.fullDate($0.since) }),
            ("Legal status", placement.flatMap(\.legalStatus)),
            ("Responsible authority", telling.agency(child.responsible)),
        ]
        return "<section><h2>The child</h2>\(summary(rows))</section>"
    }

    private var happened: HTML {
        let report = model.all(.reported).first
        let rows: [(String, String?)] = [
            ("Missing since", facts.missingSince.map { full($0) }),
            ("Reported", facts.reportedAt.map { full(.at($0)) }),
            (
                "Held as",
                facts.reportedAt.map { _ in "\(facts.countedKind.spoken); by police: \(facts.category.spoken)" }
            ),
            ("Risk, as graded last", facts.grade?.spoken), ("Back", facts.returnedAt.map { full(.at($0)) }),
            ("Away for", model.length.map { Spoken.elapsed($0) } ?? "not back yet"),
            ("Circumstances", report?.details.text(.circumstances)),
            ("Police reference", EpisodeTags.reference(of: model.episode)),
        ]
        return "<section><h2>What happened</h2>\(summary(rows))</section>"
    }

    private func full(_ time: UncertainTime) -> String {
        let said = Spoken.moment(time, now: time.earliest)
        return "\(Spoken.fullDate(London.date(of: time.earliest))), \(said.replacing("today ", with: ""))"
    }

    /// What is not on record is said, so that nobody takes silence for nothing.
    private func summary(_ rows: [(String, String?)]) -> HTML {
        let lines = rows.map { row -> HTML in
            let value: HTML = row.1.map { Parts.lines($0) } ?? "<span class=\"unknown\">Not on record</span>"
            return "<dt>\(row.0)</dt><dd>\(value)</dd>"
        }
        return "<dl class=\"sum tight\">\(lines)</dl>"
    }

    private func events(_ title: String, _ words: Set<EventWord>) -> HTML {
        let items = model.entries.filter { words.contains($0.word) }.map { event -> HTML in
            let more = [event.details.text(.result), event.details.text(.action), event.details.text(.narrative)]
                .compactMap(\.self).joined(separator: ". ")
            return """
                <li>\(full(event.occurredAt)): \(EventSentence(event: event, telling: telling).text)\(more.isEmpty ? "" : ". \(more)")</li>
                """
        }
        let list: HTML =
            items.isEmpty ? "<p class=\"unknown\">Nothing of the kind is on record.</p>" : "<ul>\(items)</ul>"
        return "<section><h2>\(title)</h2>\(list)</section>"
    }

    private var before: HTML {
        let count = model.earlier.count
        let missing = model.earlier.count { EpisodeStrip.kind(of: $0).shape == "missing" }
        let said =
            count == 0 ? "No other episode" : "\(Spoken.counted(count, "other episode")), \(missing) of them missing,"
        return
            "<section><h2>Before</h2><p>\(said) in the year before this one; it is the child’s \(Telling.ordinal(model.number)).</p></section>"
    }

    private var signatures: HTML {
        let signed = model.signed.map { event -> HTML in
            let who = event.details.text(.signedBy) ?? telling.actor(event.by)
            let note = event.details.text(.narrative).map { ". \($0)" } ?? ""
            return "<li>\(who), recorded \(full(event.occurredAt)) by \(telling.actor(event.by))\(note)</li>"
        }
        let list: HTML =
            signed.isEmpty ? "<p class=\"unknown\">Nobody has signed it off yet.</p>" : "<ul>\(signed)</ul>"
        return """
            <section class="signatures"><h2>Signed off</h2><p class="small">To be signed by \(model.kind.signers).</p>\(list)
            <div class="paper-only"><p>Name and post</p><div class="line"></div><p>Signature and date</p><div class="line"></div></div></section>
            """
    }
}
