// SPDX-License-Identifier: MIT

import Casework
import Partnership

extension Site {
    /// What the web application keeps about a child beside the record, and how it forgets it.
    var erasingElsewhere: [ErasingElsewhere] {
        let (accounts, boards) = (accounts, boards)
        return [
            { record in
                boards.forgetAll()
                try await accounts.forgetDrafts(about: record)
            }
        ]
    }
}
