// SPDX-License-Identifier: MIT

import HashTreeCollections
import WorkingTime

/// Everything one partnership's record says, computed from its events and nothing else.
///
/// A value: readers take the current one and never wait for writers.
public struct State: Sendable {
    public private(set) var children: Numbered<ChildID, Child> = .init()
    public private(set) var episodes: Numbered<EpisodeID, Episode> = .init()
    /// Episodes whose child isn't back, or which are not closed: what a board looks at.
    public private(set) var unclosed: TreeSet<EpisodeID> = []
    public private(set) var agencies: TreeDictionary<AgencyID, Agency> = [:]
    public private(set) var workers: TreeDictionary<String, Worker> = [:]
    /// The areas that some agency of a kind says it covers.
    private var claims: [Agency.Kind: Set<AgencyID>] = [:]
    public private(set) var adoptions: [Adoption] = []
    /// Who entered each child into the record.
    public private(set) var registrars: TreeDictionary<ChildID, String> = [:]
    /// The events that belong to no child, in order: few, and kept whole.
    public private(set) var partnershipEvents: [Event] = []
    /// Where each of ``partnershipEvents`` stands in the ledger, in the same order: what is entered by such an event
    /// goes by that number.
    public private(set) var partnershipPositions: [Position] = []
    /// How many of them may change what is owed for a child: what was worked out before holds until this grows.
    public private(set) var governingEventCount = 0
    /// Places and people of concern.
    public private(set) var concerns = ConcernRegister()
    /// Places that take a child in at any hour.
    public private(set) var emergencyPlaces = EmergencyPlaces()
    /// Children whose records were erased, as counts, in the order of erasing.
    public private(set) var erased: [ErasedChild] = []
    /// What each shift handed over, and who took it.
    public private(set) var handOvers = HandOvers()
    /// Digests of files and rows that were imported already.
    public private(set) var imported: TreeSet<String> = []
    /// Meetings that were called, and which children each is about.
    public private(set) var meetings = MeetingRegister()
    /// Children for whom something stands that pages list.
    public private(set) var lists = StandingLists()
    /// The lines of the area's own plan, and of its plans about places and people of concern.
    public private(set) var planLines = PlanRegister()
    /// The newest entry that this state holds.
    public private(set) var position = Position.beginning
    /// Details that many marks have in common, held once.
    private var common: TreeSet<Details> = []

    public init() {}

    /// A state as a snapshot kept it. `partnershipEvents` are those that belong to no child, in order, each with its
    /// place in the ledger.
    public init(
        children: [Child], episodes: [Episode], partnershipEvents: [(Position, Event)], imported: [String],
        registrars: [ChildID: String], position: Position
    ) {
        for child in children { self.children.keep(child, at: child.id) }
        for episode in episodes {
            self.episodes.keep(episode, at: episode.id)
            if episode.facts.stage != .closed { unclosed.insert(episode.id) }
        }
        for (position, event) in partnershipEvents { applyToPartnership(event, at: position) }
        self.imported = TreeSet(imported)
        for (child, worker) in registrars { self.registrars[child] = worker }
        self.position = position
        for child in children {
            meetings.take(child.history, of: child.id)
            lists.take(child.history, of: child.id)
            lists.take(child, in: agencies)
        }
        for episode in episodes {
            meetings.take(episode.history, of: episode.child)
            lists.take(episode.history, of: episode.child)
        }
    }

    public func child(_ id: ChildID) -> Child? { children[id] }
    public func episode(_ id: EpisodeID) -> Episode? { episodes[id] }

    /// Whether any agency of the kind says that it covers an area.
    func isClaimed(_ area: AgencyID, by kind: Agency.Kind) -> Bool { claims[kind]?.contains(area) ?? false }

    /// The number that the next new child takes.
    public var nextChild: ChildID { ChildID(number: children.highest + 1) }
    /// The number that the next new episode takes.
    public var nextEpisode: EpisodeID { EpisodeID(number: episodes.highest + 1) }

    /// The episode of a child who is not back yet; there is at most one. A school's case is not looked at.
    public func openEpisode(of child: ChildID) -> Episode? { open(child, isSchoolCase: false) }

    /// The school's case of a pupil who is not back yet; there is at most one.
    public func openSchoolCase(of child: ChildID) -> Episode? { open(child, isSchoolCase: true) }

    /// The open episode to which an event of the word belongs where nobody says which: a school's words to its case, a
    /// report never to one.
    public func openEpisode(of child: ChildID, for word: EventWord) -> Episode? {
        switch word {
        case .absenceNoted, .leaveAuthorised: return openSchoolCase(of: child)
        case .reported, .checksStarted: return openEpisode(of: child)
        default:
            let isSchools = word.part == .education
            return open(child, isSchoolCase: isSchools) ?? open(child, isSchoolCase: !isSchools)
        }
    }

    private func open(_ child: ChildID, isSchoolCase: Bool) -> Episode? {
        children[child]?.episodes.reversed().lazy.compactMap { episodes[$0] }
            .first { $0.facts.isOpen && $0.facts.isSchoolCase == isSchoolCase }
    }

    /// The child's episodes, in the order in which they were recorded.
    public func episodes(of child: ChildID) -> [Episode] {
        children[child]?.episodes.compactMap { episodes[$0] } ?? []
    }

    /// Where every event of the child and of their episodes stands in the ledger, for reading the narrative.
    public func positions(of id: ChildID) -> [Position] {
        guard let child = children[id] else { return [] }
        let marks = child.history.recorded + child.episodes.flatMap { episodes[$0]?.history.recorded ?? [] }
        return marks.map(\.position).sorted()
    }

    /// Takes one event that stands at `position` in the ledger. Positions only ever grow.
    public mutating func apply(_ event: Event, at position: Position) {
        precondition(self.position < position, "events arrive in the order of the ledger")
        self.position = position
        if event.word.isImported, let digest = event.details.word(.digest) { imported.insert(digest) }
        let mark = shared(Mark(event, at: position))
        guard let child = event.child else { return applyToPartnership(event, at: position) }
        if event.word == .childRegistered, let worker = event.by.worker { registrars[child] = worker }
        if !children.contains(child) { children.keep(Child(id: child), at: child) }
        meetings.take(mark, of: child)
        lists.take(mark, of: child)
        if let episode = event.episode {
            apply(mark, to: episode, of: child)
        } else {
            children.change(child) { child in
                child.append(mark)
                child.entryCount += 1
            }
            if StandingLists.words.contains(mark.word) { relist(child) }
        }
    }

    private mutating func relist(_ child: ChildID) {
        if let child = children[child] { lists.take(child, in: agencies) }
    }

    /// Goes past an entry that cannot be read, or whose key was lawfully destroyed.
    public mutating func pass(_ position: Position) {
        precondition(self.position < position, "entries arrive in the order of the ledger")
        self.position = position
    }

    private mutating func apply(_ mark: Mark, to id: EpisodeID, of child: ChildID) {
        let isNew = !episodes.contains(id)
        if isNew {
            let day = London.date(of: mark.details.time(.missingSince)?.earliest ?? mark.clockTime)
            let lookedAfter = children[child]?.facts.isLookedAfter(on: day) ?? false
            episodes.keep(Episode(id: id, child: child, lookedAfter: lookedAfter), at: id)
        }
        children.change(child) { child in
            if isNew { child.episodes.append(id) }
            child.entryCount += 1
        }
        let isClosed = episodes.change(id) { episode in
            episode.append(mark)
            return episode.facts.stage == .closed
        }
        if isClosed == true {
            unclosed.remove(id)
        } else if isNew || mark.word == .corrected {
            unclosed.insert(id)
        }
    }

    /// The mark with details that are held once for all marks that say the same.
    private mutating func shared(_ mark: Mark) -> Mark {
        guard !mark.details.isEmpty, mark.details.isCommon else { return mark }
        if let index = common.firstIndex(of: mark.details) { return mark.sharing(common[index]) }
        if common.count < 4_096 { common.insert(mark.details) }
        return mark
    }

    private mutating func applyToPartnership(_ event: Event, at position: Position) {
        partnershipEvents.append(event)
        partnershipPositions.append(position)
        if event.word.mayChangeWhatIsOwed { governingEventCount += 1 }
        concerns.take(event, at: position)
        emergencyPlaces.take(event, at: position)
        let details = event.details
        switch event.word {
        case .agencyAdded, .agencyChanged:
            guard let id = details.word(.agency).map({ AgencyID($0) }) else { return }
            agencies[id, default: Agency(id: id, details: [:])].change(to: details)
            claims = agencies.values.reduce(into: [:]) { $0[$1.kind, default: []].formUnion($1.areas) }
            for child in lists.residents(of: id) { relist(child) }
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
        case .childErased: forget(event)
        case .briefingMade, .briefingAccepted, .briefingEscalated: handOvers.take(event)
        default: break
        }
        meetings.take(event, at: position)
        planLines.take(event, at: position)
    }

    /// Forgets a child and their episodes entirely; what stays is the tally. Their numbers are not given out again.
    private mutating func forget(_ event: Event) {
        guard let id = event.details.number(.what).flatMap(UInt32.init(exactly:)).map(ChildID.init(number:)) else {
            return
        }
        let history = children[id]?.history.recorded ?? []
        for mark in history + episodes(of: id).flatMap(\.history.recorded) {
            if mark.word.isImported, let digest = mark.details.word(.digest) { imported.remove(digest) }
        }
        // Some of what is held once for all may have been said of this child alone.
        common = []
        for episode in children[id]?.episodes ?? [] {
            episodes.forget(episode)
            unclosed.remove(episode)
        }
        children.forget(id)
        meetings.forget(id)
        lists.forget(id)
        registrars[id] = nil
        if let last = event.details.number(.lastEpisode).flatMap(UInt32.init(exactly:)) { episodes.reserve(upTo: last) }
        let tally = event.details.words(.tally).compactMap(ErasedEpisode.init(word:))
        let count = max(event.details.number(.rows) ?? 0, tally.count)
        erased.append(ErasedChild(erasedAt: event.recordedAt, episodeCount: count, episodes: tally))
    }
}

extension EventWord {
    /// Whether the digest that it carries is of something imported, which is taken once.
    var isImported: Bool {
        switch self {
        case .linkGiven, .documentAdded, .subjectAccessAnswered, .catalogueConfirmed: false
        default: true
        }
    }
}
