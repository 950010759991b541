// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The analysts' extract of one record at one moment: the tables of ``ExtractTable``, under pseudonyms.
public struct Extract: Sendable {
    /// What the extract is made with, beside the record.
    public struct Making: Sendable {
        /// A pseudonym of something: the same for the same within one extract. The core draws none itself.
        public let pseudonym: @Sendable (_ what: String) -> String
        /// Where the duties of an episode stand.
        public let standings: @Sendable (EpisodeID) -> [DutyStanding]
        /// The kinds of meeting that the protocols know.
        public let meetingKinds: Set<String>
        public let calendars: Calendars
        /// Where postcodes lie, where they are loaded.
        public let places: PostcodePlaces?

        public init(
            pseudonym: @escaping @Sendable (_ what: String) -> String,
            standings: @escaping @Sendable (EpisodeID) -> [DutyStanding], meetingKinds: Set<String>,
            calendars: Calendars, places: PostcodePlaces? = nil
        ) {
            (self.pseudonym, self.standings, self.meetingKinds) = (pseudonym, standings, meetingKinds)
            (self.calendars, self.places) = (calendars, places)
        }
    }

    public private(set) var tables: [ExtractTable: DataTable]

    /// The tables in their order.
    public var all: [(table: ExtractTable, data: DataTable)] {
        ExtractTable.allCases.map { ($0, tables[$0] ?? DataTable($0.rawValue, columns: $0.columns.map(\.name))) }
    }

    /// Of everything in `state` at `now`; `progress` hears after each child which share of them is done.
    public init(of state: State, at now: Instant, _ making: Making, progress: (Double) -> Void = { _ in }) {
        var writing = ExtractWriting(state: state, now: now, making: making)
        let count = max(state.children.count, 1)
        for (done, child) in state.children.values.enumerated() {
            writing.write(child)
            progress(Double(done + 1) / Double(count))
        }
        writing.finish()
        tables = writing.tables
    }
}

/// An extract while it is written.
struct ExtractWriting {
    let state: State
    let now: Instant
    let making: Extract.Making
    var tables: [ExtractTable: DataTable]
    /// Each place once, by what it is.
    private var places: [String: [DataTable.Cell]] = [:]
    private var dates: ClosedRange<CivilDate>?

    init(state: State, now: Instant, making: Extract.Making) {
        (self.state, self.now, self.making) = (state, now, making)
        tables = Dictionary(
            uniqueKeysWithValues: ExtractTable.allCases.map {
                ($0, DataTable($0.rawValue, columns: $0.columns.map(\.name)))
            })
    }

    mutating func write(_ child: Child) {
        let episodes = state.episodes(of: child.id).filter { $0.facts.start != nil || $0.facts.isSchoolCase }
        guard !episodes.isEmpty || !child.facts.placements.isEmpty else { return }
        let subject = ExtractSubject(child, key: key("child", child.id.number), at: now)
        add(.child, row(of: subject))
        for episode in episodes {
            let key = key("episode", episode.id.number)
            add(.episode, episodeRow(episode, key, subject))
            addInterview(episode, key, subject)
            addDuties(episode, key, subject)
            addNotices(episode, key, subject)
            addMeetings(episode.history, key, subject)
        }
        addMeetings(child.history, nil, subject)
    }

    mutating func finish() {
        for key in places.keys.sorted() { if let row = places[key] { tables[.place]?.add(row) } }
        guard let dates else { return }
        for offset in 0...dates.lowerBound.days(until: dates.upperBound) {
            let row = dateRow(dates.lowerBound.adding(days: offset))
            add(.date, row)
        }
    }

    mutating func add(_ table: ExtractTable, _ row: [DataTable.Cell]) { tables[table]?.add(row) }

    func key(_ kind: String, _ number: some BinaryInteger) -> String { making.pseudonym("\(kind) \(number)") }

    /// A date as a key of the date table.
    mutating func date(_ instant: Instant?) -> DataTable.Cell {
        guard let instant else { return .blank }
        return date(London.date(of: instant))
    }

    mutating func date(_ date: CivilDate) -> DataTable.Cell {
        dates = dates.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
        return .date(date)
    }

    /// The key of an agency of the register; blank where there is none of that name.
    mutating func place(_ name: String?) -> DataTable.Cell {
        guard let name, let agency = state.agencies[AgencyID(name)] else { return .blank }
        let key = making.pseudonym("place \(name)")
        let postcode = agency.details.word(.postcode).flatMap(Postcode.init)
        places[key] = [
            .text(key), .text(agency.kind.rawValue), .text(ifAny: authority(agency.authority)),
            .text(ifAny: postcode?.district), .blank,
        ]
        return .text(key)
    }

    /// The key of a postcode's sector.
    mutating func sector(_ text: String?) -> DataTable.Cell {
        guard let postcode = text.flatMap(Postcode.init) else { return .blank }
        let key = making.pseudonym("sector \(postcode.sector)")
        places[key] = [
            .text(key), .text("sector"), .blank, .text(postcode.district), .text(postcode.sector),
        ]
        return .text(key)
    }

    /// The short name of an authority of the register, and of nothing else.
    func authority(_ id: AgencyID?) -> String? {
        id.flatMap { state.agencies[$0] }.flatMap { $0.kind == .authority ? $0.id.name : nil }
    }

    private func row(of subject: ExtractSubject) -> [DataTable.Cell] {
        let facts = subject.child.facts
        let home = facts.postcode.flatMap(Postcode.init)
        return [
            .text(subject.key), .text(ifAny: authority(facts.responsible)),
            .text(ifAny: facts.identity.word(.sex).flatMap(Sex.init(code:))?.rawValue),
            .text(ifAny: facts.identity.word(.ethnicity).flatMap { EthnicGroup(code: $0.uppercased()) }?.rawValue),
            .number(ifAny: facts.born?.year), .flagNumber(facts.isLookedAfter(on: London.date(of: now))),
            subject.isHeldBack ? .blank : .text(ifAny: home?.district), .flagNumber(subject.isHeldBack),
        ]
    }

    private func dateRow(_ date: CivilDate) -> [DataTable.Cell] {
        let parts = date.parts
        let calendars = making.calendars
        return [
            .date(date), .number(parts.year), .number(parts.month), .number(parts.day), .text(date.weekday.name),
            .flagNumber(calendars.working.isWorkingDay(date)),
            calendars.school.map { .flagNumber($0.isSchoolDay(date, in: calendars.working)) } ?? .blank,
            .number(ifAny: CollectionYear(containing: date)?.ending),
        ]
    }
}

/// A child in the extract.
struct ExtractSubject {
    let child: Child
    let key: String
    /// Whether the record is restricted, or somebody is shielded from where the child is: then no place is told.
    let isHeldBack: Bool

    init(_ child: Child, key: String, at now: Instant) {
        (self.child, self.key) = (child, key)
        let protection = child.facts.protection
        isHeldBack = protection.restriction != nil || (protection.shield?.holds(at: now) ?? false)
    }
}

extension DataTable.Cell {
    /// 1 or 0.
    static func flagNumber(_ flag: Bool) -> DataTable.Cell { .number(flag ? 1 : 0) }
}
