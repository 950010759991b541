// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How the duties of every episode of a record stand under one protocol, counted; asked about at any instant.
///
/// Of each episode it keeps how its duties stand, and from when until when they do: at another instant only those are
/// worked out anew whose time has run out. ``forget(_:in:)`` those of whom something was recorded.
public struct DutyTally: Sendable {
    private let book: DutyBook
    private var kept: [Kept] = []
    private var shapes = Shapes()
    /// For each duty and state, how many instances there are.
    private var counts: [Int]

    /// One episode's duties, and how long they stand so.
    public struct Reckoned: Sendable {
        fileprivate let episode: EpisodeID
        fileprivate let from: Int64
        fileprivate let until: Int64
        /// For each instance its duty's place and its state, in one number.
        fileprivate let stands: [UInt32]
    }

    private struct Kept {
        var from = Int64.max
        var until = Int64.min
        var shape: Int32 = -1
    }

    public init(_ book: DutyBook) {
        self.book = book
        counts = Array(repeating: 0, count: book.pack.duties.count * DutyState.allCases.count)
    }

    /// How many instances of each duty stand how, by what was kept last.
    public var totals: DutyTotals { DutyTotals(pack: book.pack, counts: counts) }

    /// Brings everything to `instant`: what was recorded by now in `state`, and what time alone has changed.
    ///
    /// Gives how many episodes had to be worked out.
    @discardableResult
    public mutating func move(to instant: Instant, in state: State) -> Int {
        let stale = stale(at: instant, in: state)
        keep(reckon(stale[...], in: state, at: instant))
        return stale.count
    }

    /// Takes what was recorded last about a child, and works out that child's episodes anew.
    public mutating func take(_ child: ChildID, in state: State, at instant: Instant) {
        forget(child, in: state)
        keep(reckon((state.child(child)?.episodes ?? [])[...], in: state, at: instant))
    }

    /// Something was recorded about a child: nothing that was kept of their episodes counts any more.
    public mutating func forget(_ child: ChildID, in state: State) {
        for episode in state.child(child)?.episodes ?? [] where Int(episode.number) < kept.count {
            (kept[Int(episode.number)].from, kept[Int(episode.number)].until) = (.max, .min)
        }
    }

    // MARK: In parts, for more than one core

    /// The episodes of which it isn't known how their duties stand at `instant`.
    public mutating func stale(at instant: Instant, in state: State) -> [EpisodeID] {
        makeRoom(below: Int(state.nextEpisode.number))
        let now = instant.secondsSince1970
        var stale: [EpisodeID] = []
        for number in kept.indices where now < kept[number].from || kept[number].until <= now {
            let id = EpisodeID(number: UInt32(number))
            if state.episodes.contains(id) { stale.append(id) }
        }
        return stale
    }

    /// Works out the duties of some episodes; it changes nothing, so that parts of many may be worked out at once.
    public func reckon(_ episodes: ArraySlice<EpisodeID>, in state: State, at instant: Instant) -> [Reckoned] {
        var reckoned: [Reckoned] = []
        reckoned.reserveCapacity(episodes.count)
        var family: (child: Child, episodes: [Episode])?
        for id in episodes {
            guard let episode = state.episode(id) else { continue }
            if family?.child.id != episode.child {
                family = state.child(episode.child).map { ($0, state.episodes(of: $0.id)) }
            }
            guard let family else { continue }
            let outlook = book.outlook(of: episode, child: family.child, others: family.episodes, at: instant)
            reckoned.append(
                Reckoned(
                    episode: id, from: outlook.from?.secondsSince1970 ?? .min,
                    until: outlook.until?.secondsSince1970 ?? .max,
                    stands: outlook.standings.map { UInt32($0.place) << 8 | UInt32($0.state.place) }))
        }
        return reckoned
    }

    /// Keeps what was worked out.
    public mutating func keep(_ reckoned: [Reckoned]) {
        for one in reckoned {
            let place = Int(one.episode.number)
            makeRoom(below: place + 1)
            let shape = shapes.take(one.stands)
            count(shape, 1)
            if kept[place].shape >= 0 {
                count(kept[place].shape, -1)
                shapes.drop(kept[place].shape)
            }
            kept[place] = Kept(from: one.from, until: one.until, shape: shape)
        }
    }

    private mutating func makeRoom(below number: Int) {
        if kept.count < number { kept += Array(repeating: Kept(), count: number - kept.count) }
    }

    private mutating func count(_ shape: Int32, _ change: Int) {
        for stand in shapes.lists[Int(shape)] {
            counts[Int(stand >> 8) * DutyState.allCases.count + Int(stand & 255)] += change
        }
    }
}

/// How many instances of each duty stand how.
public struct DutyTotals: Hashable, Sendable {
    private let duties: [String]
    private let counts: [Int]

    fileprivate init(pack: ProtocolPack, counts: [Int]) {
        duties = pack.duties.map(\.id)
        self.counts = counts
    }

    /// How many instances of the duty stand so; none where the protocol has no such duty.
    public func count(of duty: String, _ state: DutyState) -> Int {
        duties.firstIndex(of: duty).map { counts[$0 * DutyState.allCases.count + state.place] } ?? 0
    }

    /// How many instances of any duty stand so.
    public func count(_ state: DutyState) -> Int {
        duties.indices.reduce(0) { $0 + counts[$1 * DutyState.allCases.count + state.place] }
    }
}

extension DutyState {
    fileprivate var place: Int {
        switch self {
        case .notYet: 0
        case .owed: 1
        case .overdue: 2
        case .done: 3
        case .doneLate: 4
        case .lapsed: 5
        case .missed: 6
        case .waived: 7
        case .agreed: 8
        }
    }
}

/// Lists that many episodes have in common, each held once.
private struct Shapes: Sendable {
    private(set) var lists: [[UInt32]] = []
    private var uses: [Int] = []
    private var known: [[UInt32]: Int32] = [:]
    private var free: [Int32] = []

    mutating func take(_ list: [UInt32]) -> Int32 {
        if let place = known[list] {
            uses[Int(place)] += 1
            return place
        }
        let place = free.popLast() ?? Int32(lists.count)
        if Int(place) == lists.count {
            lists.append(list)
            uses.append(1)
        } else {
            (lists[Int(place)], uses[Int(place)]) = (list, 1)
        }
        known[list] = place
        return place
    }

    mutating func drop(_ place: Int32) {
        uses[Int(place)] -= 1
        guard uses[Int(place)] == 0 else { return }
        known[lists[Int(place)]] = nil
        lists[Int(place)] = []
        free.append(place)
    }
}
