// SPDX-License-Identifier: MIT

import Logging
import Partnership

/// What every page draws on.
struct Site: Sendable {
    let partnership: Partnership
    let accounts: Accounts
    let looks: LookBook
    let configuration: WebConfiguration
    let log: Logger
    let inFlight = FormsInFlight()
    let boards = BoardMemory()
    let replays = ReplayDesk()
    let openings = OpeningMemory()
    let visits = ForYouVisits()
}
