// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}/looks`: who has looked at this record.
enum ChildLooksPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let (query, path) = (query(call), "/children/\(call.child.id.number)/looks")
        let answer = try await call.site.looks.answer(
            question(query, call), limit: LookQuery.perPage, skipping: query.skipping)
        let telling = try await LookTelling(call)
        let main: HTML = """
            \(crumbs(call))<h1>Who has looked at this record</h1><p class="lead">\(name(call)). \(try await sentence(call))</p>
            <section class="card">\(LookForms.dates(query, on: path))
            \(LookForms.pages(query, count: answer.count, shown: answer.looks.count, on: path))
            \(LookTable(looks: answer.looks, telling: telling, columns: .ofChild).html)
            \(call.access.may(.export, .audit, of: call.child.id) ? LookForms.export(path, query) : HTML())</section>
            """
        return .page(
            call.page("Who has looked at this record", main, in: call.account.role.reviewsLooks ? .looks : .children))
    }

    @Sendable static func export(_ call: Call) async throws -> Response {
        let answer = try await call.site.looks.answer(question(query(call), call), limit: LookCSV.most)
        return .csv(try await LookCSV(call, answer.looks).text, named: "looks-at-child-\(call.child.id.number)")
    }

    /// "3 people opened this record in the last 30 days."
    static func sentence(_ call: Call) async throws -> String {
        let since = call.site.looks.now - .days(30)
        let count = await call.site.looks.marks().readerCount(
            of: call.state.records(of: call.child.id), since: since)
        return switch count {
        case 0: "Nobody opened this record in the last 30 days."
        case 1: "1 person opened this record in the last 30 days."
        default: "\(count) people opened this record in the last 30 days."
        }
    }

    /// The same with the way to the page, for who may see it.
    static func notice(_ call: Call) async throws -> HTML {
        guard call.access.maySee(.audit, of: call.child.id) else { return HTML() }
        return
            "<p class=\"small\">\(try await sentence(call)) <a href=\"/children/\(call.child.id.number)/looks\">Who has looked</a></p>"
    }

    private static func query(_ call: Call) -> LookQuery {
        LookQuery(call.query, today: London.date(of: call.site.looks.now), usualDays: 365)
    }

    private static func question(_ query: LookQuery, _ call: Call) -> LookBook.Question {
        var question = LookBook.Question(child: call.child.id, span: query.span)
        question.joined = Array(call.state.records(of: call.child.id).dropFirst())
        return question
    }

    private static func name(_ call: Call) -> String {
        call.access.maySee(.identity, of: call.child.id)
            ? "\(call.child.facts.name), child \(call.child.id.number)" : "Child \(call.child.id.number)"
    }

    private static func crumbs(_ call: Call) -> HTML {
        let child: (String, String) =
            call.access.maySee(.identity, of: call.child.id)
            ? (call.child.facts.name, "/children/\(call.child.id.number)") : ("Who looked", "/looks")
        return Parts.breadcrumbs([child], "Who has looked")
    }
}
