// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What schools and the authority hand on about pupils by name: who has been away without leave for ten school days, and
/// who was taken off a roll. Source: School Attendance (Pupil Registration) (England) Regulations 2024, regulation 13.
public struct SchoolReturns: Sendable {
    /// From which school day of an absence on a pupil is returned.
    public static let fromSchoolDay = 10

    public let state: State
    public let calendars: Calendars
    /// The authorities whose children, or whose schools' pupils, are returned; nil for all.
    public let authorities: Set<AgencyID>?
    /// Whom the asker may take out.
    public let includes: @Sendable (ChildID) -> Bool

    public init(
        of state: State, calendars: Calendars, authorities: Set<AgencyID>? = nil,
        includes: @escaping @Sendable (ChildID) -> Bool = { _ in true }
    ) {
        (self.state, self.calendars, self.authorities, self.includes) = (state, calendars, authorities, includes)
    }

    /// A table, and the children in it.
    public struct Written: Sendable {
        public let table: DataTable
        public let children: [ChildID]
    }

    /// Pupils who at an instant were absent, without leave that still runs, for ten school days or more.
    public func tenDays(at now: Instant) -> Written {
        let found = cases(at: now).filter { $0.school.step < .back && Self.fromSchoolDay <= $0.school.schoolDay }
        let rows = found.map { each -> [DataTable.Cell] in
            pupil(each.child) + [
                .date(each.school.firstDay), .number(each.school.schoolDay),
                .date(ifAny: each.school.leaveUntil.map { London.date(of: $0.earliest) }),
                .flag(each.school.isReferred), .flag(each.school.isOffRoll),
            ]
        }
        let columns = ["first_day_absent", "school_days_absent", "leave_until", "referred", "off_roll"]
        return written("ten-day-return", columns, rows, found.map(\.child.id))
    }

    /// Pupils who were taken off a roll in a stretch of dates, with the ground.
    public func deletions(in dates: ClosedRange<CivilDate>) -> Written {
        var rows: [(on: CivilDate, child: ChildID, cells: [DataTable.Cell])] = []
        for child in children {
            for episode in state.episodes(of: child.id) {
                for mark in episode.history.standing where mark.word == .removedFromRoll {
                    let day = London.date(of: mark.clockTime)
                    guard dates.contains(day) else { continue }
                    let ground = mark.details.word(.ground).flatMap(RollGround.init(rawValue:))
                    let cells: [DataTable.Cell] = [
                        .date(day), .text(ifAny: ground?.letter),
                        .text(ifAny: ground?.says ?? mark.details.word(.ground)),
                        .text(ifAny: mark.details.word(.school).map { name(of: $0) }),
                    ]
                    rows.append((day, child.id, pupil(child) + cells))
                }
            }
        }
        rows.sort { ($0.on, $0.child) < ($1.on, $1.child) }
        let columns = ["removed_on", "regulation_9", "ground", "destination_school"]
        return written("deletion-return", columns, rows.map(\.cells), rows.map(\.child))
    }

    /// Every school case that there was at an instant, as it stood then, in the order of the first day.
    func cases(at now: Instant) -> [(child: Child, episode: Episode, school: SchoolCase)] {
        var cases: [(child: Child, episode: Episode, school: SchoolCase)] = []
        for child in children {
            for episode in state.episodes(of: child.id) where episode.facts.isSchoolCase {
                guard let was = episode.asWas(at: now),
                    let school = SchoolCase(was, child, calendars: calendars, at: now)
                else { continue }
                cases.append((child, was, school))
            }
        }
        return cases.sorted { ($0.school.firstDay, $0.episode.id) < ($1.school.firstDay, $1.episode.id) }
    }

    private var children: [Child] {
        state.children.values.filter { child in
            guard includes(child.id) else { return false }
            guard let authorities else { return true }
            let school = child.facts.identity.word(.school).flatMap { state.agencies[AgencyID($0)]?.authority }
            return [child.facts.responsible, school].compactMap(\.self).contains { authorities.contains($0) }
        }
    }

    private static let who = ["school", "upn", "name", "born", "sex", "address", "postcode"]

    private func pupil(_ child: Child) -> [DataTable.Cell] {
        let identity = child.facts.identity
        return [
            .text(ifAny: identity.word(.school).map { name(of: $0) }), .text(ifAny: identity.word(.upn)),
            .text(child.facts.name), .date(ifAny: child.facts.born),
            .text(ifAny: identity.word(.sex).flatMap(Sex.init(code:))?.rawValue), .text(ifAny: identity.text(.address)),
            .text(ifAny: child.facts.postcode),
        ]
    }

    private func name(of agency: String) -> String { state.agencies[AgencyID(agency)]?.name ?? agency }

    private func written(
        _ name: String, _ columns: [String], _ rows: [[DataTable.Cell]], _ children: [ChildID]
    ) -> Written {
        Written(
            table: DataTable(name, columns: Self.who + columns, rows: rows), children: Set(children).sorted())
    }
}

extension RollGround {
    /// The paragraph of regulation 9(1), `a` to `o`; nil of the grounds of 2015.
    public var letter: String? {
        switch self {
        case .newSchool, .notTraced: nil
        default:
            RollGround.allCases.firstIndex(of: self).map { place in
                String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place)))
            }
        }
    }
}
