// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What the board says of openings to those who keep a record or review them.
struct OpeningNotices {
    let waiting: [Opening]
    let open: [Opening]
    let telling: Telling

    init(_ call: Call) {
        let children = call.site.openings.children(in: call.state)
        waiting = children.isEmpty ? [] : call.openings.awaitingReview(among: children)
        open = children.isEmpty ? [] : call.openings.open(among: children, at: call.now)
        telling = Telling(state: call.state, now: call.now)
    }

    var html: HTML {
        let clock = Clock(now: telling.now)
        let opened = open.map { opening -> HTML in
            """
            <p><b>Opened by somebody else:</b> <a href="/children/\(opening.child.id.number)">\(opening.child.facts.name)</a>, by
            \(telling.worker(opening.glass.worker) ?? opening.glass.role.spoken), until \(clock.moment(opening.glass.until)).</p>
            """
        }
        let late = waiting.count { $0.isOverdue(at: telling.now) }
        let toReview: HTML =
            waiting.isEmpty
            ? HTML()
            : """
            <p><a href="/reviews">\(Spoken.counted(waiting.count, "opened record")) to review</a>\(late == 0 ? "" : ", \(late) overdue").</p>
            """
        if opened.isEmpty && waiting.isEmpty { return HTML() }
        return "<div class=\"notice\" role=\"status\">\(opened)\(toReview)</div>"
    }
}

/// Stands above every page about a child whose record the reader has opened.
struct OpenedBanner {
    let glass: GlassBreak
    let now: Instant

    var html: HTML {
        """
        <div class="notice opened" role="status"><p><b>You have opened this record.</b> It closes \(Clock(now: now).moment(glass.until)). Your reason is on the
        record, and a manager looks at it the next working day. Read only what you need.</p></div>
        """
    }
}
