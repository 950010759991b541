// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out when the triggers of a protocol fired: a pure function of the record, the pack and the instant.
public struct TriggerBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars
    let dealing: Dealing
    private let childTriggers: [Trigger]
    private let least: Int

    public init(pack: ProtocolPack, calendars: Calendars, dealing: Dealing = .asRecorded) {
        self.dealing = dealing
        self.pack = pack
        self.calendars = calendars
        childTriggers = pack.triggers.filter { $0.subject == .child && !$0.isRanking }
        least = childTriggers.map(\.rule.least).min() ?? Int.max
    }

    /// Every firing for the child by `instant`, in the order of time: standing ones, and those that were undone.
    ///
    /// To ask what was known at the time, pass `asKnown(at:)` of the child and the episodes. Rankings compare children,
    /// so they are among ``areaFirings(in:at:)``.
    public func firings(of child: Child, episodes: [Episode], at instant: Instant) -> [Firing] {
        guard episodes.count >= least else { return [] }
        let reckoning = ChildFirings(
            of: child, episodes: episodes, pack: pack, calendars: calendars, dealing: dealing, at: instant)
        return withExtendedLifetime(reckoning) { firings(by: reckoning, episodes: episodes) }
    }

    /// The same where the child's triggers are being worked out already.
    func firings(by reckoning: ChildFirings, episodes: [Episode]) -> [Firing] {
        guard episodes.count >= least else { return [] }
        return childTriggers.flatMap { reckoning.firings(of: $0.id) }.sorted { $0.at < $1.at }
    }

    /// Every firing of a ranking of children or places by `instant`. It looks at every episode of the record.
    public func rankings(in state: State, at instant: Instant) -> [Firing] {
        let rankings = pack.triggers.filter(\.isRanking)
        guard !rankings.isEmpty else { return [] }
        let reckoning = AreaFirings(pack: pack, calendars: calendars, state: state, at: instant)
        return rankings.flatMap { reckoning.firings(of: $0) }.sorted { $0.at < $1.at }
    }

    /// Every firing for a place, a group of children who were away together, or a ranking, by `instant`.
    ///
    /// It looks at every episode of the record: keep what it says until something is recorded.
    public func areaFirings(in state: State, at instant: Instant) -> [Firing] {
        guard pack.triggers.contains(where: { $0.subject != .child || $0.isRanking }) else { return [] }
        let reckoning = AreaFirings(
            pack: pack, calendars: calendars, dealing: dealing, state: state, at: instant)
        return pack.triggers.flatMap { reckoning.firings(of: $0) }.sorted { $0.at < $1.at }
    }
}
