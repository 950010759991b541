// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Makes the area's reports from a record, for a page and for the command line alike: the same numbers in both.
public struct ReportDesk: Sendable {
    public let state: State
    public let shelf: ProtocolShelf
    /// What the partnership is called.
    public let name: String
    public let now: Instant

    public init(state: State, shelf: ProtocolShelf, name: String, now: Instant) {
        (self.state, self.shelf, self.name, self.now) = (state, shelf, name, now)
    }

    /// The report of `kind` on a stretch of dates, of the children for whom one of `authorities` is responsible; of
    /// everybody's where it is nil; of the children placed at `home`, for the report of a home. `named` says what to call a child, and nil for one whom the reader may not see.
    public func report(
        _ kind: ReportKind, _ period: ClosedRange<CivilDate>, of authorities: Set<AgencyID>?, home: AgencyID? = nil,
        named: @escaping @Sendable (ChildID) -> String? = { _ in nil }
    ) -> Report {
        let (shelf, state, now) = (shelf, state, now)
        let reader = EpisodeReader(
            calendars: shelf.calendars, pack: { shelf.pack(for: $0, in: $1) }, readsTriage: kind == .panel)
        var source = ReportSource(
            of: state, period: period, authorities: kind == .home ? nil : authorities,
            area: kind == .home ? home.map(agency) ?? name : area(authorities), reader: reader, at: now)
        source.home = home
        let authority = authorities.flatMap { $0.count == 1 ? $0.first : nil }
        source.contacts = shelf.pack(for: authority, in: state).sections.contacts
        source.standings = { id in state.episode(id).map { shelf.standings(of: $0, in: state, at: now) } ?? [] }
        source.named = named
        return kind.report(source)
    }

    /// Whether a report may tell of a child: by name to who may see who they are, and in a file to who may take that out. A
    /// home's month has initials alone, of those of whom its reader may see where they live.
    public static func may(_ access: Access, name child: ChildID, in kind: ReportKind, taking act: RecordAct) -> Bool {
        kind == .home
            ? [RecordPart.identity, .episode, .location].allSatisfy { access.may(.see, $0, of: child) }
            : [RecordPart.identity, .episode].allSatisfy { access.may(act, $0, of: child) }
    }

    private func area(_ authorities: Set<AgencyID>?) -> String {
        guard let authorities, authorities.count == 1, let only = authorities.first else { return name }
        return agency(only)
    }

    private func agency(_ id: AgencyID) -> String { state.agencies[id]?.name ?? id.name }
}
