// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Ledger
import Partnership
import WorkingTime

/// `/people/{worker}/looks`: what one person looked at. One's own is at `/people/me/looks`.
enum PersonLooksPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let (worker, isOwn) = try whose(call)
        let telling = try await LookTelling(call, isOwn: isOwn)
        let query = LookQuery(call.query, today: London.date(of: call.site.looks.now))
        let path = "/people/\(FormFields.encode(isOwn ? "me" : worker))/looks"
        let answer = try await call.site.looks.answer(
            LookBook.Question(worker: worker, span: query.span), limit: LookQuery.perPage, skipping: query.skipping)
        let looks = answer.looks.filter(telling.mayKnow)
        let heading = isOwn ? "What you looked at" : "What \(telling.name(worker)) looked at"
        let main: HTML = """
            <h1>\(heading)</h1><p class="lead">\(isOwn ? "Those who review looks see this too." : "As it was noted at the time.")</p>
            <section class="card">\(LookForms.dates(query, on: path))
            \(LookForms.pages(query, count: answer.count, shown: looks.count, on: path))
            \(LookTable(looks: looks, telling: telling, columns: .ofPerson).html)\(LookForms.export(path, query))</section>
            """
        return .page(call.page(heading, main, in: call.account.role.reviewsLooks ? .looks : nil))
    }

    @Sendable static func export(_ call: Call) async throws -> Response {
        let (worker, isOwn) = try whose(call)
        let query = LookQuery(call.query, today: London.date(of: call.site.looks.now))
        try await call.exports(child: nil)
        let answer = try await call.site.looks.answer(
            LookBook.Question(worker: worker, span: query.span), limit: LookCSV.most)
        return .csv(try await LookCSV(call, answer.looks, isOwn: isOwn).text, named: "looks-of-\(worker)")
    }

    /// One's own; of somebody else only for who reviews looks, and only where the record or its accounts know them.
    private static func whose(_ call: Call) throws(PageFault) -> (worker: String, isOwn: Bool) {
        guard let named = call.parameters["worker"] else { throw .notFound }
        let worker = named == "me" ? call.account.worker : named
        if worker == call.account.worker { return (worker, true) }
        guard call.account.role.reviewsLooks else { throw .notFound }
        return (worker, false)
    }
}
