// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/actions`: what was agreed to be done, the overdue first: one's own, one's agency's, or all that one may see.
enum ActionListPages {
    /// Whose actions are asked for.
    enum Whose: String, CaseIterable {
        case mine, agency, all

        var says: String {
            switch self {
            case .mine: "Mine"
            case .agency: "My agency’s"
            case .all: "All that I may see"
            }
        }
    }

    private static let mostShown = 200

    @Sendable static func show(_ call: Call) async throws -> Response {
        let whose = Whose(rawValue: call.query["whose"]) ?? .mine
        let showsClosed = call.query["closed"] == "yes"
        let visible = actions(call)
        let chosen = visible.filter { isOf(whose, $0, call) && (showsClosed || $0.isOpen) }.inOrderOfNeed
        let shown = Array(chosen.prefix(mostShown))
        try await call.shows(Set(shown.map(\.child)))
        var told: [Position: Event] = [:]
        for (id, own) in Dictionary(grouping: shown, by: \.child) {
            guard let child = call.state.child(id) else { continue }
            let marks = own.flatMap { [$0.agreed, $0.done, $0.dropped].compactMap(\.self) + $0.changed }
            for case .event(let position, let event) in try await call.told(marks, of: child) { told[position] = event }
        }
        let rows = shown.compactMap { action in
            call.state.child(action.child).map { child in
                ActionRow(action: action, told: told, child: child, call: call, namesChild: true).html
            }
        }
        return .page(call.page("Actions", page(call, whose, showsClosed, rows, of: chosen, visible), in: .meetings))
    }

    private static func page(
        _ call: Call, _ whose: Whose, _ showsClosed: Bool, _ rows: [HTML], of chosen: [AgreedAction],
        _ visible: [AgreedAction]
    ) -> HTML {
        let chips = Whose.allCases.map { one -> HTML in
            let count = visible.count { isOf(one, $0, call) && $0.isOpen }
            return """
                <a href="/actions?whose=\(one.rawValue)"\(" aria-current=\"true\"", when: one == whose)>\(one.says) (\(count))</a>
                """
        }
        let late = chosen.count { $0.isOverdue(at: call.now) }
        let more: HTML = mostShown < chosen.count ? "<p>The first \(mostShown) of \(chosen.count).</p>" : HTML()
        let closed: HTML =
            showsClosed
            ? "<a href=\"/actions?whose=\(whose.rawValue)\">Leave out what is closed</a>"
            : "<a href=\"/actions?whose=\(whose.rawValue)&amp;closed=yes\">Show what is closed too</a>"
        let list: HTML =
            rows.isEmpty
            ? "<p>Nothing is open here.</p>"
            : "<section class=\"card\"><ul class=\"duties\">\(rows)</ul>\(more)</section>"
        return """
            \(Parts.breadcrumbs([("Meetings", "/meetings")], "Actions"))
            <h1>Actions</h1><p class="lead">What was agreed for children, with who does it and by when. \
            \(late == 0 ? "Nothing here is overdue." : "Overdue: \(late).")</p>
            <nav class="chips" aria-label="Whose">\(chips)</nav>\(list)<p class="small">\(closed)</p>
            """
    }

    /// Every action of children whose episodes the visitor may see.
    private static func actions(_ call: Call) -> [AgreedAction] {
        call.state.lists.withActions.flatMap { child -> [AgreedAction] in
            let seen = call.seen(of: child)
            return seen.sees(.identity) && seen.sees(.episode) ? call.state.actions(of: child) : []
        }
    }

    private static func isOf(_ whose: Whose, _ action: AgreedAction, _ call: Call) -> Bool {
        let account = call.account
        let owner = call.state.workers[action.owner]
        switch whose {
        case .all: return true
        case .mine:
            if action.owner == account.worker { return true }
            guard let role = Role(rawValue: action.owner), account.role.mayActAs.contains(role) else { return false }
            return action.agency.map { $0 == account.agency } ?? call.access.worksWith(action.child)
        case .agency: return (action.agency ?? owner?.agency).map { $0 == account.agency } ?? false
        }
    }
}
