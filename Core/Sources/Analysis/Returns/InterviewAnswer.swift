// SPDX-License-Identifier: MIT

import Casework

/// Whether the return interview of one episode was offered, and whether the child accepted, as returns ask for it.
struct InterviewAnswer: Hashable {
    /// Nil while the child is not back.
    let isOffered: Bool?
    /// Nil where it was not offered, or the child has not answered.
    let isAccepted: Bool?

    init(_ episode: Episode) {
        let stage = InterviewCourse(of: episode).stage
        switch stage {
        case .held, .arranged, .notAttended: (isOffered, isAccepted) = (true, true)
        case .declined: (isOffered, isAccepted) = (true, false)
        case .offered: (isOffered, isAccepted) = (true, nil)
        case .notOffered: (isOffered, isAccepted) = (false, nil)
        case .waiting, .referred, .assigned, .contacted:
            isOffered = episode.facts.returnedAt == nil ? nil : false
            isAccepted = nil
        }
    }
}
