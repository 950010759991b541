// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Ledger
import Partnership
import WorkingTime

/// `/looks`: what is unusual first, then who looked at what.
enum LooksPages {
    /// Unusual looks are listed for so many days.
    static let unusualDays = 7

    @Sendable static func show(_ call: Call) async throws -> Response { try await page(call) }

    @Sendable static func export(_ call: Call) async throws -> Response {
        let query = LookQuery(call.query, today: London.date(of: call.site.looks.now))
        try await call.exports(child: query.question.child)
        let answer = try await call.site.looks.answer(query.question, limit: LookCSV.most)
        return .csv(try await LookCSV(call, answer.looks).text, named: "looks")
    }

    /// `/looks/dismissals`: a reviewer says why an entry of the list is in order.
    @Sendable static func dismiss(_ call: Call) async throws -> Response {
        let reason = call.form["reason"].trimmed
        let listed = try await unusual(call).first { $0.item.id == call.form["item"] }
        guard let item = listed?.item else {
            return try await page(call, fault: "This is no longer on the list.", status: .unprocessableContent)
        }
        if item.by.worker == call.account.worker {
            return try await page(
                call, fault: "These are your own looks: somebody else has to review them.",
                status: .unprocessableContent)
        }
        guard 3 <= reason.count else {
            return try await page(
                call, fault: "Say why it is in order. The reason is kept.", status: .unprocessableContent)
        }
        let look = Look(
            .dismissed, by: call.account.actor, at: call.site.looks.now, child: item.child,
            part: item.child == nil ? nil : .audit, route: call.route.path, words: String(reason.prefix(2_000)),
            about: item.id)
        do throws(LedgerFault) {
            try await call.site.looks.note([look], in: call.state, LookBook.Manner(isDurable: true))
        } catch {
            throw PageFault.looksAreNotNoted
        }
        return .redirect(to: "/looks?reviewed=1")
    }

    private static func page(
        _ call: Call, fault: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let query = LookQuery(call.query, today: London.date(of: call.site.looks.now))
        let telling = try await LookTelling(call)
        let answer = try await call.site.looks.answer(
            query.question, limit: LookQuery.perPage, skipping: query.skipping)
        let looks = answer.looks.filter(telling.mayKnow)
        let people = telling.names.map { (worker: $0.key, name: $0.value) }.sorted { $0.name < $1.name }
        let reviewed: HTML =
            call.query.has("reviewed") ? Parts.notice("<p><b>Recorded:</b> why these looks are in order.</p>") : HTML()
        let main: HTML = """
            \(reviewed)\(fault.map { ErrorSummary([("unusual", $0)]).html })<h1>Who looked</h1>
            <p class="lead">Every look at a child’s record, every search, list, export and refusal is noted here. It cannot be altered.</p>
            \(UnusualView(try await unusual(call), telling).html)
            <section class="card" id="all"><h2>All looks</h2>\(LookForms.search(query, people: people))
            \(LookForms.pages(query, count: answer.count, shown: looks.count, on: "/looks"))
            \(LookTable(looks: looks, telling: telling, columns: .everything).html)\(LookForms.export("/looks", query))</section>
            """
        return .page(call.page(fault == nil ? "Who looked" : "Error: Who looked", main, in: .looks), status: status)
    }

    /// What is unusual in the last days, as far as the reviewer may know of it.
    private static func unusual(_ call: Call) async throws -> [LookBook.Listed] {
        let now = call.site.looks.now
        let shelf = call.site.partnership.shelf
        let people = try await call.site.accounts.looked()
        let finder = UnusualLooks(
            state: call.state, officeHours: shelf.standing.officeHours, calendar: shelf.calendars.working,
            people: people)
        let telling = try await LookTelling(call)
        let span = London.startOfDay(London.date(of: now).adding(days: -unusualDays))..<(now + Elapsed(seconds: 1))
        return await call.site.looks.unusual(finder, in: span).filter { listed in
            listed.item.looks.allSatisfy { telling.mayKnow($0.look) }
        }
    }
}

extension LookTelling {
    func mayKnow(_ recorded: RecordedLook) -> Bool {
        guard case .look(let placed) = recorded else { return true }
        return mayKnow(placed.look)
    }
}
