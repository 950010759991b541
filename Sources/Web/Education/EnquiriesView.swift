// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Who was asked where the child is, what, and what they said: the school's own first, then the authority's.
struct EnquiriesView {
    let model: SchoolCaseModel

    private var clock: Clock { Clock(now: model.call.now) }

    var html: HTML {
        let school = EnquiryKind.allCases.filter(\.isSchools)
        let authority = EnquiryKind.allCases.filter { !$0.isSchools }
        return """
            <section class="card" id="enquiries"><h2>Who was asked</h2>
            \(table("By the school, in the first days", school))\(table("By the authority, to the end of week four", authority))\(others)</section>
            """
    }

    private func table(_ title: String, _ kinds: [EnquiryKind]) -> HTML {
        let asked = kinds.count { !model.enquiries($0).isEmpty }
        let rows = kinds.map { row($0) }
        return """
            <h3>\(title): \(asked) of \(kinds.count)</h3><div class="wide" role="region" tabindex="0" aria-label="\(title)"><table class="enquiries">
            <thead><tr><th scope="col">Of whom</th><th scope="col">What was asked, and the answer</th><th scope="col">Record</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ kind: EnquiryKind) -> HTML {
        let made = model.enquiries(kind)
        let answers: HTML =
            made.isEmpty ? "<span class=\"small\">Not asked yet</span>" : made.map(answer).joined(separator: "<br>")
        let word: EventWord = kind == .homeVisit ? .homeVisited : .enquiryMade
        let query = word == .enquiryMade ? "?kind=\(kind.rawValue)" : ""
        let record: HTML =
            model.mayRecord(word) && model.row.school.step < .back && (kind.isSchools || model.role != .school)
            ? "<a href=\"\(model.path)/add/\(word.rawValue)\(query)\">Record<span class=\"unseen\">: \(kind.says)</span></a>"
            : HTML()
        let tag = made.isEmpty ? HTML() : Tag("Asked", .ok).html
        return "<tr><th scope=\"row\">\(kind.says)</th><td>\(tag)\(answers)</td><td>\(record)</td></tr>"
    }

    private func answer(_ event: Event) -> HTML {
        let asked = event.details.text(.action).map { "\($0): " } ?? ""
        let said = event.details.text(.result) ?? event.details.word(.outcome)?.spaced ?? "no answer written down"
        let who = model.telling.worker(event.by.worker) ?? event.by.role.spoken
        return "\(asked)\(said) <span class=\"small\">\(who), \(clock.moment(event.occurredAt))</span>"
    }

    private var others: HTML {
        let rows = model.otherEnquiries.map { event -> HTML in "<li>\(answer(event))</li>" }
        return rows.isEmpty ? HTML() : "<h3>Other enquiries</h3><ul>\(rows)</ul>"
    }
}
