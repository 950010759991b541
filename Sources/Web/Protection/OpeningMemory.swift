// SPDX-License-Identifier: MIT

import Casework
import Synchronization

/// The children whose record somebody opened that was held back from them: few, and looked for only when the record has
/// grown.
final class OpeningMemory: Sendable {
    private let known = Mutex<(position: Position, children: [ChildID])?>(nil)

    func children(in state: State) -> [ChildID] {
        if let known = known.withLock({ $0 }), known.position == state.position { return known.children }
        let children = state.children.values.filter { !$0.facts.protection.glassBreaks.isEmpty }.map(\.id)
        known.withLock { $0 = (state.position, children) }
        return children
    }
}

extension Call {
    var openings: Openings {
        Openings(state: state, access: access, calendars: site.partnership.shelf.calendars)
    }

    /// What stands above a page about a child whose record the visitor has opened: that it is, and until when.
    var openedNow: GlassBreak? {
        guard session != nil, let child = subject.child else { return nil }
        return child.facts.protection.glassBreaks.last { $0.worker == account.actor.worker && $0.isOpen(at: now) }
    }
}
