// SPDX-License-Identifier: MIT

import Logging
import Partnership

/// What every page draws on.
struct Site: Sendable {
    let partnership: Partnership
    let accounts: Accounts
    let looks: LookBook
    let outbox: Outbox
    let configuration: WebConfiguration
    let log: Logger
    let rates: RequestRates
    let hostNames: HostNames
    let inFlight = FormsInFlight()
    let pages = PageMemory()
    let replays = ReplayDesk()
    let openings = OpeningMemory()
    let visits = ForYouVisits()
    let paper = PaperMaker()
}
