// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Says that a page is not the whole record, without saying what is missing: it stands there whether or not anything is.
struct HeldBack {
    let seen: Seen

    var html: HTML {
        if seen.isWhole { return HTML() }
        return """
            <p class="small held-back">Parts of this record are not for your role, so this page may not be all there is.
            <a href="/children/\(seen.child.number)/why">Why?</a></p>
            """
    }
}
