// SPDX-License-Identifier: MIT

import Casework

/// Who is given what an address answers with, and which part of whose record that takes.
///
/// The ``Dispatcher`` decides by it before a handler runs. A path that names a child or an episode has a rule that says
/// which part of the record is asked for; that is tested for every route.
indirect enum RouteRule: Sendable {
    /// Whoever asks, signed in or not.
    case everybody(because: String)
    /// Whoever is signed in: it says nothing about any child that the handler did not ask the access table for.
    case signedIn(because: String)
    /// Whoever is signed in and has one of some roles.
    case roles(because: String, @Sendable (Role) -> Bool)
    /// Who may do this with this part of the record of the path's `{child}`.
    case child(RecordAct, RecordPart)
    /// Who may do this with this part of the record of the child whose `{episode}` the path names.
    case episode(RecordAct, RecordPart)
    /// Who may record the path's `{word}` on the record of its `{child}`, and may see this part of it.
    case recordsOnChild(seeing: RecordPart)
    /// Who may record the path's `{word}` on its `{episode}`, and may see this part of the record.
    case recordsOnEpisode(seeing: RecordPart)
    /// Who knows that the record of the path's `{child}` exists, and may open what is held back of it by stating a reason.
    case opensChild
    /// Whose own the path's `{draft}` of a report is, as long as they may see the child whom it is about.
    case draft
    /// A program whose token has this scope, and nobody's browser. What it is shown, the handler asks of the access table
    /// in the role that the program acts in.
    case client(ClientScope)
    /// Another system, whose handler finds out by its signature who sends it. It is shown nothing of any record.
    case signed(because: String)
    /// Whom both rules allow. The first is asked first.
    case both(RouteRule, RouteRule)

    /// Whether nobody has to be signed in.
    var isForEverybody: Bool {
        if case .everybody = self { true } else { false }
    }

    /// Whether programs ask, each with its token or its signature, and no browser does.
    var isForClients: Bool {
        switch self {
        case .client, .signed: true
        default: false
        }
    }
}

extension RouteRule {
    static let casework = RouteRule.roles(
        because: "A page about children is for those to whom some line of the access table shows a child.",
        \.seesChildren)
    static let reporting = RouteRule.roles(
        because: "The guided report is for those who look after children, and for social care, whom a family rings.",
        \.guidesReports)
}

extension Role {
    /// Whether any line of the access table shows them that there is a child: the others see none.
    var seesChildren: Bool { AccessRule.table.contains { $0.roles.contains(self) && $0.see.contains(.existence) } }

    /// Whether the guided report is for them.
    var guidesReports: Bool { isCarer || (registersChildren && mayRecord(.reported)) }
}
