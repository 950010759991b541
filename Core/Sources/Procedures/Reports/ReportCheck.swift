// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Which of the things that a report has to hold are there, and which are lacking. Source: BI.
public struct ReportCheck: Hashable, Sendable {
    public let held: [ReportItem]
    public let lacking: [ReportItem]

    public var isComplete: Bool { lacking.isEmpty }

    /// Looks at the report, every account of it and the child's record. An item that the report names is held too.
    public init(of episode: Episode, child: Child, pack: ProtocolPack) {
        let told: [EventWord] = [.reported, .accountReceived, .checksStarted, .checksCompleted]
        let marks = episode.history.standing
        let accounts = marks.filter { told.contains($0.word) }
        let record = child.history.standing
        let named = Set(accounts.flatMap { $0.details.words(.items) })
        let date = marks.first.map { London.date(of: $0.clockTime) }
        let lookedAfter = episode.facts.lookedAfter || (date.map { child.facts.isLookedAfter(on: $0) } ?? false)
        let items = pack.reportItems.filter { lookedAfter || !$0.lookedAfterOnly }
        func gives(_ key: DetailKey) -> Bool {
            accounts.contains { $0.gives(key) } || record.contains { $0.gives(key) }
        }
        func isHeld(_ item: ReportItem) -> Bool {
            if named.contains(item.id) { return true }
            if !item.heldByEvents.isEmpty, marks.contains(where: { item.heldByEvents.contains($0.word) }) {
                return true
            }
            guard !item.heldBy.isEmpty else { return false }
            return item.needsAll ? item.heldBy.allSatisfy(gives) : item.heldBy.contains(where: gives)
        }
        held = items.filter(isHeld)
        lacking = items.filter { !isHeld($0) }
    }
}
