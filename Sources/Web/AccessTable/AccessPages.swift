// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/access`: who may see what, one's own role first.
enum AccessPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let title = "Who may see what"
        let others = Role.allCases.filter { $0 != call.account.role }
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/")], title))
            <h1>\(title)</h1>
            <p class="lead">Everything of a child’s record is closed unless a rule here opens it. The same rules decide on every page,
            form and download.</p>
            <section class="card"><h2>You, as \(call.account.role.spoken)</h2>\(rules(call.account.role))</section>
            <section class="card"><h2>What is held back even so</h2><ul>
            <li>A <b>restricted record</b> exists only for the people named on it.</li>
            <li><b>Where a child is</b> can be held back from everybody who is not named.</li>
            <li>In an emergency a role with a safeguarding duty may <b>open what is held back</b>, with a reason and for eight hours.
            The record’s owner sees it, and somebody else reviews it on the next working day.</li>
            <li>Every look is written down.</li></ul></section>
            <section><h2>Everybody else</h2>
            \(others.map { role -> HTML in
                "<details><summary>\(role.spoken.capitalisedFirst)</summary>\(rules(role))</details>"
            })</section>
            """
        return .page(call.page(title, main))
    }

    private static func rules(_ role: Role) -> HTML {
        if let denied = AccessRule.denied.first(where: { $0.role == role }) {
            return "<p><b>No child’s record.</b> \(denied.because)</p>"
        }
        return AccessRule.table.filter { $0.roles.contains(role) }.map { rule -> HTML in
            """
            <div class="part"><h3>\(place(of: rule).capitalisedFirst)</h3><p>\(rule.because)</p>\(Parts.summary(
                [("May see", rule.see), ("May write about", rule.add), ("May decide on", rule.decide), ("May take out", rule.export)]
                    .map { ($0.0, parts($0.1)) }
            ))</div>
            """
        }.joined()
    }

    private static func place(of rule: AccessRule) -> String {
        rule.relationships.map(\.spoken).joined(separator: ", or ")
    }

    private static func parts(_ parts: [RecordPart]) -> HTML {
        HTML(text: parts.map(\.spoken).joined(separator: "; "))
    }
}
