// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// Reads a child's episodes out of the record as rows for figures: nobody counts by hand.
///
/// An episode counts under the kind under which it is held now: police `absent` and what later vocabularies call no
/// apparent risk as absent, away without authorisation as away, everything else as missing. Children missing education
/// are a case of their own and in no row. Source: SG ¶10–12, ¶17.
public struct EpisodeReader: Sendable {
    /// A point on the national grid, in metres.
    public struct GridPoint: Hashable, Sendable {
        public let eastingMetres: Int
        public let northingMetres: Int

        public init(eastingMetres: Int, northingMetres: Int) {
            (self.eastingMetres, self.northingMetres) = (eastingMetres, northingMetres)
        }

        /// As the crow flies, in tenths of a mile, rounded down.
        func milesTenths(to other: GridPoint) -> Int {
            let (east, north) = (
                Double(eastingMetres - other.eastingMetres), Double(northingMetres - other.northingMetres)
            )
            return Int((east * east + north * north).squareRoot() / 160.9344)
        }
    }

    /// The calendars by whose school terms a start is in term or not; nil where they are not known.
    public var calendars: Calendars?
    /// Where a postcode lies, where a list of postcodes is loaded.
    public var point: (@Sendable (String) -> GridPoint?)?
    /// The protocol that governs an episode: for what a report has to hold, and for triage.
    public var pack: (@Sendable (Episode, State) -> ProtocolPack?)?
    /// Whether the triage of each child at each return is worked out too: it takes the longest by far.
    public var readsTriage = false

    public init(
        calendars: Calendars? = nil, point: (@Sendable (String) -> GridPoint?)? = nil,
        pack: (@Sendable (Episode, State) -> ProtocolPack?)? = nil, readsTriage: Bool = false
    ) {
        (self.calendars, self.point, self.pack, self.readsTriage) = (calendars, point, pack, readsTriage)
    }

    /// The table of the whole record by what is recorded at `now`; of the children whom `includes` takes in.
    public func table(
        of state: State, at now: Instant, includes: (Child) -> Bool = { _ in true }
    ) -> EpisodeTable {
        var rows: [AbsenceRow] = []
        for child in state.children.values where !child.episodes.isEmpty && includes(child) {
            rows += self.rows(of: child, in: state, at: now)
        }
        return EpisodeTable(rows)
    }

    /// The rows of one child. A row's child is the child's number in the record.
    public func rows(of child: Child, in state: State, at now: Instant) -> [AbsenceRow] {
        guard let number = Int32(exactly: child.id.number) else { return [] }
        let episodes = state.episodes(of: child.id)
        let counted = episodes.filter { $0.facts.countedKind != .missingFromEducation && $0.facts.start != nil }
        guard !counted.isEmpty else { return [] }
        return counted.compactMap { episode in
            guard let start = episode.facts.start else { return nil }
            var row = AbsenceRow(child: number, kind: AbsenceKind(episode.facts))
            row.episode = episode.id.number
            row.began = London.date(of: start)
            fillTimes(&row, episode.facts, start)
            fillChild(&row, child.facts, on: London.date(of: start))
            row.risk = episode.facts.grade?.spoken
            row.cameToNotice = episode.facts.countedKind == .unreported ? .withoutReport : .byReport
            row.interview = InterviewOutcome(episode, kind: row.kind, at: now)
            let scene = EpisodeScene(
                episode: episode, start: start, child: child, episodes: episodes, state: state, now: now)
            row.details = details(of: scene, isOwed: row.interview != nil)
            return row
        }
    }

    private func fillTimes(_ row: inout AbsenceRow, _ facts: EpisodeFacts, _ start: Instant) {
        row.isOpen = facts.isOpen && facts.locatedAt == nil
        // The return counts a missing child as found when located, and one who is away when back at the placement.
        let found = row.kind == .away ? facts.returnedAt : facts.locatedAt ?? facts.returnedAt
        let end = found ?? facts.closedAt
        row.ended = end.map { London.date(of: $0) }
        guard facts.missingSince?.precision != .dateOnly else { return }
        row.beganAtMinute = London.localTime(of: start).secondOfDay / 60
        row.lengthMinutes = end.flatMap { $0 < start ? nil : Int(($0 - start).seconds / 60) }
    }

    private func fillChild(_ row: inout AbsenceRow, _ facts: ChildFacts, on day: CivilDate) {
        row.age = facts.age(on: day)
        row.sex = facts.identity.word(.sex).flatMap(Sex.init(code:))
        row.ethnicity = facts.identity.word(.ethnicity).flatMap { EthnicGroup(code: $0.uppercased()) }
        guard let placement = facts.placement(on: day) else { return }
        row.placement = PlacementKind(word: placement.kind)
        let isElsewhere = placement.host.map { host in facts.responsible.map { $0 != host } ?? false } ?? false
        row.isOutOfArea = placement.outOfArea || isElsewhere
    }

    private func details(of scene: EpisodeScene, isOwed: Bool) -> EpisodeDetails {
        var details = EpisodeDetails()
        scene.fillKinds(&details, calendars: calendars)
        scene.fillPlaces(&details, point: point)
        scene.fillInterview(&details, isOwed: isOwed)
        scene.fillAfter(&details)
        guard let pack = pack?(scene.episode, scene.state) else { return details }
        let check = ReportCheck(of: scene.episode, child: scene.child, pack: pack)
        let asked = check.held.count + check.lacking.count
        if asked > 0 { (details.reportItemsAsked, details.reportItemsHeld) = (asked, check.held.count) }
        if readsTriage, let calendars {
            let reading = TriageBook(pack: pack, calendars: calendars).reading(
                of: scene.child, episodes: scene.episodes, at: scene.episode.facts.returnedAt ?? scene.now)
            (details.triage, details.triageWithAbsences) = (reading?.colour, reading?.colourWithAbsences)
        }
        return details
    }
}
