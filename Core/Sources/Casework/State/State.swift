// SPDX-License-Identifier: MIT

import HashTreeCollections
import WorkingTime

/// Everything one partnership's record says, computed from its events and nothing else.
///
/// A value: readers take the current one and never wait for writers.
public struct State: Sendable {
    public private(set) var children: TreeDictionary<ChildID, Child> = [:]
    public private(set) var episodes: TreeDictionary<EpisodeID, Episode> = [:]
    /// Episodes whose child isn't back, or which are not closed: what a board looks at.
    public private(set) var unclosed: TreeSet<EpisodeID> = []
    public private(set) var agencies: TreeDictionary<AgencyID, Agency> = [:]
    public private(set) var workers: TreeDictionary<String, Worker> = [:]
    public private(set) var adoptions: [Adoption] = []
    /// Who entered each child into the record.
    public private(set) var registrars: TreeDictionary<ChildID, String> = [:]
    /// The events that belong to no child, in order: few, and kept whole.
    public private(set) var partnershipEvents: [Event] = []
    /// Digests of files and rows that were imported already.
    public private(set) var imported: TreeSet<String> = []
    /// The newest entry that this state holds.
    public private(set) var position = Position.beginning
    private var highestChild: UInt32 = 0
    private var highestEpisode: UInt32 = 0

    public init() {}

    /// A state as a snapshot kept it. `partnershipEvents` are those that belong to no child, in order.
    public init(
        children: [Child], episodes: [Episode], partnershipEvents: [Event], imported: [String],
        registrars: [ChildID: String], position: Position
    ) {
        for child in children { self.children[child.id] = child }
        for episode in episodes {
            self.episodes[episode.id] = episode
            if episode.facts.stage != .closed { unclosed.insert(episode.id) }
        }
        for event in partnershipEvents { applyToPartnership(event) }
        self.imported = TreeSet(imported)
        for (child, worker) in registrars { self.registrars[child] = worker }
        self.position = position
        highestChild = children.map(\.id.number).max() ?? 0
        highestEpisode = episodes.map(\.id.number).max() ?? 0
    }

    public func child(_ id: ChildID) -> Child? { children[id] }
    public func episode(_ id: EpisodeID) -> Episode? { episodes[id] }

    /// The number that the next new child takes.
    public var nextChild: ChildID { ChildID(number: highestChild + 1) }
    /// The number that the next new episode takes.
    public var nextEpisode: EpisodeID { EpisodeID(number: highestEpisode + 1) }

    /// The episode of a child who is not back yet; there is at most one.
    public func openEpisode(of child: ChildID) -> Episode? {
        children[child]?.episodes.reversed().lazy.compactMap { episodes[$0] }.first { $0.facts.isOpen }
    }

    /// The child's episodes, in the order in which they were recorded.
    public func episodes(of child: ChildID) -> [Episode] {
        children[child]?.episodes.compactMap { episodes[$0] } ?? []
    }

    /// Takes one event that stands at `position` in the ledger. Positions only ever grow.
    public mutating func apply(_ event: Event, at position: Position) {
        precondition(self.position < position, "events arrive in the order of the ledger")
        self.position = position
        if let digest = event.details.word(.digest) { imported.insert(digest) }
        let mark = Mark(event, at: position)
        guard let child = event.child else { return applyToPartnership(event) }
        if event.word == .childRegistered, let worker = event.by.worker { registrars[child] = worker }
        let wasKnown = children[child] != nil
        if !wasKnown { highestChild = max(highestChild, child.number) }
        children[child, default: Child(id: child)].positions.append(position)
        if let episode = event.episode {
            apply(mark, to: episode, of: child)
        } else {
            children[child, default: Child(id: child)].append(mark)
        }
    }

    /// Goes past an entry that cannot be read, or whose key was lawfully destroyed.
    public mutating func pass(_ position: Position) {
        precondition(self.position < position, "entries arrive in the order of the ledger")
        self.position = position
    }

    private mutating func apply(_ mark: Mark, to id: EpisodeID, of child: ChildID) {
        if episodes[id] == nil {
            let day = London.date(of: mark.details.time(.missingSince)?.earliest ?? mark.clockTime)
            let lookedAfter = children[child]?.facts.isLookedAfter(on: day) ?? false
            episodes[id] = Episode(id: id, child: child, lookedAfter: lookedAfter)
            children[child]?.episodes.append(id)
            unclosed.insert(id)
            highestEpisode = max(highestEpisode, id.number)
        }
        // Updating in place keeps the history's storage from being copied at each event.
        let isClosed = { (episode: inout Episode?) -> Bool in
            episode?.append(mark)
            return episode?.facts.stage == .closed
        }(&episodes[id])
        if isClosed { unclosed.remove(id) } else if mark.word == .corrected { unclosed.insert(id) }
    }

    private mutating func applyToPartnership(_ event: Event) {
        partnershipEvents.append(event)
        let details = event.details
        switch event.word {
        case .agencyAdded, .agencyChanged:
            guard let id = details.word(.agency).map({ AgencyID($0) }) else { return }
            agencies[id, default: Agency(id: id, details: [:])].change(to: details)
        case .workerAdded:
            guard let id = details.word(.worker), let role = details.word(.role).flatMap(Role.init(rawValue:)),
                let agency = details.word(.agency)
            else { return }
            workers[id] = Worker(id: id, name: details.text(.name) ?? id, role: role, agency: AgencyID(agency))
        case .workerLeft:
            guard let id = details.word(.worker) else { return }
            workers[id]?.hasLeft = true
        case .protocolAdopted:
            guard let pack = details.word(.pack), let from = details.date(.openFrom) else { return }
            adoptions.append(
                Adoption(
                    pack: pack, openFrom: London.startOfDay(from), appliesToOpen: details.flag(.appliesToOpen),
                    authority: details.word(.authority).map { AgencyID($0) }
                )
            )
        default: break
        }
    }
}
