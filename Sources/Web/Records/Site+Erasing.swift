// SPDX-License-Identifier: MIT

import Casework
import Partnership

extension Site {
    /// What the web application keeps about a child beside the record, and how it forgets it.
    var erasingElsewhere: [ErasingElsewhere] {
        let (accounts, pages, looks, outbox) = (accounts, pages, looks, outbox)
        return [
            { record in
                pages.forgetAll()
                try await accounts.forgetDrafts(about: record)
            }, { try await looks.erase($0.child) }, { try outbox.forget($0.child) },
        ]
    }
}
