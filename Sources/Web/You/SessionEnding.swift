// SPDX-License-Identifier: MIT

import Analysis
import WorkingTime

/// The foot of every page: until when one stays signed in. Our script warns from it in time.
struct SessionEnding {
    private let idleEnd: Instant
    private let end: Instant
    private let now: Instant

    init?(_ call: Call) {
        guard let session = call.session else { return nil }
        let limits = call.site.accounts.limits
        (idleEnd, end, now) = (session.idleEnd(limits), session.end(limits), call.site.accounts.clock())
    }

    var html: HTML {
        let text: HTML =
            idleEnd < end
            ? "You stay signed in until \(Spoken.time(idleEnd)), longer while you work, and until \(Spoken.time(end)) at the longest."
            : "You stay signed in until \(Spoken.time(end))."
        return """
            <footer class="foot small no-print" data-session="\((idleEnd - now).seconds) \((end - now).seconds)">\(text) What you
            type is kept for you.</footer>
            """
    }
}
