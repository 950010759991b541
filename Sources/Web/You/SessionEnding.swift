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
        // In whole ten seconds: as long as a page is remembered, it says the same.
        var counted = session
        counted.usedAt = session.usedAt.tenSecondsBegun
        (idleEnd, end) = (counted.idleEnd(limits), session.end(limits))
        now = (call.site.accounts.clock() + call.ahead).tenSecondsBegun
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
