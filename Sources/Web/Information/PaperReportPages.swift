// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures

/// `/information/paper-report`: the guided report on paper, made from the protocol's own items and questions, for when
/// this program or the line to it is down.
enum PaperReportPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let main: HTML = """
            \(Parts.breadcrumbs([("Information", "/information")], "A report form on paper"))\(Parts.onPaper("/information/paper-report/pdf"))
            \(PaperReportForm(pack: call.packHere).sheet)
            """
        return .page(call.page("A report form on paper", main, in: .information))
    }

    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let document = PaperDocument(
            title: "A report form on paper", page: "/information/paper-report",
            body: PaperReportForm(pack: call.packHere).sheet)
        return try await call.paper(document, named: "report-form")
    }
}

/// A blank form: what to do first, what police ask, who was told.
struct PaperReportForm {
    let pack: ProtocolPack

    var sheet: HTML {
        """
        <div class="sheet paper-form"><h1>A child is missing: report on paper</h1>
        <p>For when the program cannot be reached. <b>In danger now: ring 999 first.</b> Else ring 101 and read this out. Type it in as soon as you can, with the times that stand here.</p>
        <section><h2>First</h2>\(boxes(Choices.checks.map(\.says)))\(lines([("Checks begun at", 1), ("Finished at, and what was found", 2)]))</section>
        <section><h2>The child</h2>\(lines([("Name, and names they go by", 1), ("Date of birth, sex, ethnicity, language", 1), ("Lives at; responsible authority; social worker", 1)]))</section>
        <section><h2>What the report has to hold</h2>\(lines(items.map { ($0, 1) }))</section>
        <section class="questions"><h2>What police ask about the risk</h2>\(lines(pack.questions.map { ($0.asks, 1) }))</section>
        <section><h2>Who was told</h2><table><thead><tr><th scope="col">Who</th><th scope="col">Name and number</th><th scope="col">When</th><th scope="col">Reference</th></tr></thead>
        <tbody>\(["Police", "Social worker, or emergency duty team", "Parents", "Manager"].map { who -> HTML in "<tr><td>\(who)</td><td></td><td></td><td></td></tr>" })</tbody></table></section>
        <section><h2>Written by</h2>\(lines([("Name, post, telephone", 1), ("Date and time", 1)]))</section>
        <p class="small">\(pack.title). What is not known: write “not known”, and the time.</p></div>
        """
    }

    private var items: [String] { pack.reportItems.map(\.says) }

    private func boxes(_ words: [String]) -> HTML {
        "<ul class=\"ticks two\">\(words.map { word -> HTML in "<li>\(word)</li>" })</ul>"
    }

    private func lines(_ rows: [(String, Int)]) -> HTML {
        rows.map { label, count -> HTML in
            "<div class=\"to-write\"><p>\(label)</p>\(Array(repeating: "<div class=\"line\"></div>" as HTML, count: count))</div>"
        }.joined()
    }
}
