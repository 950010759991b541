// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import Testing
import WorkingTime

@testable import Web

@Suite struct `The page of how duties were kept` {
    private static let path = "/area-duties/kept"

    private func record(_ site: TestSite, _ word: EventWord, _ subject: Act.Subject, _ details: Details) async throws
        -> Receipt
    {
        try await site.partnership.submitTrusted(
            [Act(word, subject, occurredAt: .at(site.now), details: details)], by: TestSite.actor(.carer))
    }

    private func adopt(_ site: TestSite, from day: CivilDate) async throws {
        let adoption: Details = [
            .pack: .word("birmingham-2015"), .openFrom: .date(day), .narrative: .text("The board, minute 7."),
        ]
        _ = try await record(site, .protocolAdopted, .partnership, adoption)
    }

    private func expectCountedAfresh(_ site: TestSite, at instant: Instant) throws {
        let counts = try #require(site.partnership.dutyCounts(at: instant))
        let state = site.partnership.state
        var fresh: [String: [DutyState: Int]] = [:]
        for episode in state.episodes.values {
            let pack = site.partnership.pack(for: episode)
            let child = try #require(state.child(episode.child))
            let standings = DutyBook(pack: pack, calendars: site.partnership.shelf.calendars).standings(
                of: episode, child: child, others: state.episodes(of: child.id), at: instant)
            for standing in standings { fresh[pack.id, default: [:]][standing.state, default: 0] += 1 }
        }
        for (pack, totals) in counts.protocols {
            for state in DutyState.allCases {
                let (told, anew) = (totals.count(state), fresh[pack.id]?[state] ?? 0)
                #expect(told == anew, "\(pack.id), \(state) at \(instant)")
            }
        }
        let counted = counts.protocols.map { $0.pack.id }
        #expect(counted.count >= fresh.count)
        #expect(fresh.values.contains { !$0.isEmpty }, "nothing to count")
    }

    @Test func `says what is so now and was so before, as things are recorded`() async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            try await adopt(site, from: London.date(of: site.now))
            let manager = try await site.signedIn(.teamManager)
            let before = try await manager.get(Self.path).body
            #expect(before.contains("This is being counted."))
            await site.partnership.keepCounts()
            let first = try #require(
                try await record(site, .reported, .child(TestSite.kezia), [.from: .word("larch-house")]).episode)
            let reported = site.now
            await site.partnership.keepCounts()
            try expectCountedAfresh(site, at: site.now)

            site.advance(by: .hours(3))
            _ = try await record(site, .returned, .episode(first), [:])
            site.advance(by: .hours(30))
            _ = try await record(site, .reported, .child(TestSite.sky), [.from: .word("ash-lodge")])
            await site.partnership.keepCounts()
            for instant in [reported, reported + .hours(2), reported + .hours(4), site.now] {
                try expectCountedAfresh(site, at: instant)
            }

            // Nothing is recorded; time alone goes by.
            site.advance(by: .days(9))
            await site.partnership.keepCounts()
            try expectCountedAfresh(site, at: site.now)
            // Nobody stays signed in that long.
            let page = try await site.signedIn(.teamManager).get(Self.path).body
            #expect(page.contains("as it stands now") && page.contains("<th scope=\"col\">Overdue</th>"))
            #expect(!page.contains("Kezia") && !page.contains("Sky"))
        }
    }

    @Test func `begins anew where another protocol is adopted`() async throws {
        try await TestSite.run { site in
            _ = try await record(site, .reported, .child(TestSite.kezia), [.from: .word("larch-house")])
            await site.partnership.keepCounts()
            try await adopt(site, from: London.date(of: site.now).adding(days: -300))
            await site.partnership.keepCounts()
            try expectCountedAfresh(site, at: site.now)
            let ids = site.partnership.dutyCounts(at: site.now)?.protocols.map { $0.pack.id } ?? []
            #expect(ids.contains("birmingham-2015"))
        }
    }

    @Test func `takes a day of the past, and says what is wrong with a day to come`() async throws {
        try await TestSite.run { site in
            await site.partnership.keepCounts()
            let manager = try await site.signedIn(.teamManager)
            #expect(try await manager.get(Self.path).body.contains("No episode has brought a duty yet."))
            let past = try await manager.get("\(Self.path)?on=2015-06-01")
            #expect(past.status == 200 && past.body.contains("as it stood at the end of that day"))
            for wrong in ["2015-13-01", "2031-01-01", "yesterday"] {
                let answer = try await manager.get("\(Self.path)?on=\(wrong)")
                #expect(answer.status == 422 && answer.body.contains("id=\"on-error\""), "\(wrong)")
            }
        }
    }

    @Test func `is only for those who look after the whole of the work`() async throws {
        try await TestSite.run { site in
            let page = try await site.signedIn(.teamManager).get("/area-duties").body
            #expect(page.contains("href=\"\(Self.path)\""))
            let refused = try await site.signedIn(.carer).get(Self.path).status
            #expect(refused == 404)
        }
    }
}
