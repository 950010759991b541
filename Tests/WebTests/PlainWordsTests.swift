// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `Words on a page` {
    @Test func `tell an ethnic group on the police pack, and not its code`() async throws {
        try await TestSite.run { site in
            let details: Details = [.ethnicity: .word("BAFR")]
            _ = try await site.partnership.submitTrusted(
                [Act(.childDetailsChanged, .child(TestSite.kezia), occurredAt: .at(site.now), details: details)],
                by: TestSite.actor(.socialWorker))
            let episode = try await site.report(TestSite.kezia)
            let page = try await site.signedIn(.carer).get("/episodes/\(episode.number)/police-pack").body
            #expect(page.contains("Black African") && !page.contains("BAFR"))
        }
    }

    @Test(arguments: [
        (EventWord.findingRecorded, "A finding was recorded"), (.riskNoted, "Social worker noted a risk"),
        (.actionAgreed, "An action was agreed"), (.statusStarted, "Status began"),
    ])
    func `do not break off where a detail is held back`(_ word: EventWord, _ says: String) {
        let now = Instant(secondsSince1970: 1_795_212_000)
        let event = Event(
            word, child: TestSite.kezia, episode: nil, occurredAt: .at(now), recordedAt: now,
            by: TestSite.actor(.socialWorker), details: [:])
        #expect(EventSentence(event: event, telling: Telling(state: State(), now: now)).text == says)
    }
}
