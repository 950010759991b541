// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

/// Random histories, asked about again and again as somebody who forgets nothing would, and as somebody who was often
/// away.
@Suite struct `Over any history` {
    private let pack = Samples.pack(
        Samples.duty("due: 5 hours, escalate: { to: team-manager, before: 1 hour, after: 1 hour }"),
        """
        notices: [
          { id: reported, on: { event: reported }, to: [social-worker, iro], says: A., due: 30 minutes,
            escalate: { to: team-manager, after: 15 minutes }, source: SG 1 },
          { id: graded, on: { event: risk-graded, as: high }, to: superintendent, says: B., source: SG 1 },
          { id: told, on: { event: notified, to: police }, when: { risk: high }, to: police, says: C., source: SG 1 },
          { id: met, on: { event: [contact-attempted, meeting-held] }, to: social-care, says: D., source: SG 1 }]
        """)

    private func owed(_ history: RandomHistory, at instant: Instant) -> [OwedNotice] {
        let episode = history.episode(upTo: instant)
        let book = DutyBook(pack: pack, calendars: Samples.calendars)
        return NoticesOwed(at: instant).of(
            episode, child: history.child, under: GoverningPacks(here: pack), calendars: Samples.calendars,
            standings: book.standings(of: episode, child: history.child, at: instant))
    }

    @Test(arguments: 0..<150) func `no notice is lost to somebody who was away, and none is there twice`(seed: Int) {
        let history = RandomHistory(seed: UInt64(seed))
        var random = Seeded(UInt64(seed) &* 31)
        guard let first = history.marks.first?.recordedAt, let last = history.marks.last?.recordedAt else { return }
        let end = last + .hours(12)
        var (always, often): (Set<String>, Set<String>) = ([], [])
        var before: Set<String> = []
        var instant = first
        while instant <= end {
            let notices = owed(history, at: instant)
            let keys = notices.map(\.key)
            #expect(Set(keys).count == keys.count)
            #expect(notices.allSatisfy { $0.earliest <= instant && $0.latest.map { instant <= $0 } ?? true })
            let shown = Set(notices.filter { $0.cause == .shown }.map(\.key))
            #expect(before.isSubset(of: shown), "what was shown stays owed")
            before = shown
            always.formUnion(shown)
            if Int.random(in: 0..<7, using: &random) == 0 { often.formUnion(shown) }
            instant = instant + .minutes(23)
        }
        often.formUnion(owed(history, at: end).filter { $0.cause == .shown }.map(\.key))
        #expect(often == always || always.isSubset(of: often))
        #expect(!always.isEmpty)
    }
}
