// SPDX-License-Identifier: MIT

import WorkingTime

@testable import Casework

/// A record with a few children, and looks at them as a test tells them.
struct LookRecord {
    var state = State()
    var looks: [PlacedLook] = []
    var people: [String: UnusualLooks.Person] = [:]
    var figures = LookFigures()

    /// Three children whom nobody has recorded anything about since 1 January 2026; Eastmoor is responsible for them.
    init() {
        for (number, name) in [(1, "Kezia Adams"), (2, "Sky Winter-Reed"), (3, "Ola Brown")] {
            record(
                .childRegistered, "2026-01-01T09:00",
                [.name: .text(name), .responsible: .word("eastmoor"), .school: .word("hill-school")],
                child: UInt32(number))
        }
        for (agency, kind) in [
            ("eastmoor", Agency.Kind.authority), ("eastmoor-police", .police), ("hill-school", .school),
        ] {
            record(.agencyAdded, "2026-01-01T10:00", [.agency: .word(agency), .kind: .word(kind.rawValue)], child: nil)
        }
    }

    mutating func record(_ word: EventWord, _ time: String, _ details: Details, child: UInt32?, episode: UInt32? = nil)
    {
        state.apply(
            Event(
                word, child: child.map { ChildID(number: $0) }, episode: episode.map { EpisodeID(number: $0) },
                occurredAt: .at(at(time)), recordedAt: at(time), by: Actor(role: .administrator), details: details),
            at: state.position.next)
    }

    static let worker = Actor(worker: "jo", role: .socialWorker, agency: AgencyID("eastmoor"))
    static let officer = Actor(worker: "pat", role: .attendingOfficer, agency: AgencyID("eastmoor-police"))
    static let teacher = Actor(worker: "tess", role: .school, agency: AgencyID("hill-school"))

    mutating func look(_ time: String, child: UInt32? = 1, by actor: Actor = LookRecord.worker) {
        look(.looked, at(time), child: child, by: actor)
    }

    mutating func look(
        _ kind: LookKind, _ time: String, child: UInt32? = 1, by actor: Actor = LookRecord.worker, about: String? = nil
    ) {
        look(kind, at(time), child: child, by: actor, about: about)
    }

    mutating func look(_ kind: LookKind, _ instant: Instant, child: UInt32?, by actor: Actor, about: String? = nil) {
        let look = Look(
            kind, by: actor, at: instant, child: child.map { ChildID(number: $0) }, part: .identity, about: about)
        looks.append(PlacedLook(look, at: Position(Int64(looks.count + 1))))
    }

    var unusual: UnusualLooks {
        let holidays = BankHolidays(
            holidays: [:], publishedThrough: CivilDate(daysSince1970: 30_000), source: "none, for the test")
        let days: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
        guard let hours = OfficeHours(weekdays: days, opensSecondOfDay: 31_500, closesSecondOfDay: 62_100) else {
            preconditionFailure("these hours are well-formed")
        }
        return UnusualLooks(
            state: state, figures: figures, officeHours: hours, calendar: WorkingCalendar(bankHolidays: holidays),
            people: people)
    }

    static let year = at("2026-01-01T00:00")..<at("2027-01-01T00:00")

    func items(_ span: Range<Instant> = LookRecord.year) -> [UnusualLook] { unusual.items(among: looks, in: span) }
    func reasons(_ span: Range<Instant> = LookRecord.year) -> [String] { items(span).map(\.reason.name).sorted() }
}
