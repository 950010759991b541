// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// A protocol that somebody wants to govern from a date.
public struct PlannedAdoption: Hashable, Sendable {
    public let pack: String
    /// The first London date on which it governs episodes that start.
    public let from: CivilDate
    /// The authority whose children it governs; nil for the whole partnership.
    public let authority: AgencyID?
    /// Whether it governs episodes that are open by then, too.
    public let appliesToOpen: Bool
    /// Who decided, and where: "Eastmoor board, 12 May".
    public let decidedBy: String

    public init(pack: String, from: CivilDate, authority: AgencyID?, appliesToOpen: Bool, decidedBy: String) {
        (self.pack, self.from, self.authority) = (pack, from, authority)
        (self.appliesToOpen, self.decidedBy) = (appliesToOpen, decidedBy)
    }
}

/// Why a protocol is not adopted.
public enum AdoptionRefusal: Error, Hashable, Sendable {
    case packIsNotThere(String, there: [String])
    /// The authority is not in the record.
    case authorityIsNotKnown(AgencyID, known: [AgencyID])
    case agencyIsNoAuthority(AgencyID)
    /// What was owed before today stays as it was.
    case dateIsPast(CivilDate, today: CivilDate)
    case packIsNotInForceYet(from: CivilDate)
    case packIsNoLongerInForce(to: CivilDate)
    /// A later decision stands already.
    case laterOneIsAdopted(pack: String, from: CivilDate)
    case alreadyAdopted(from: CivilDate)
    /// What is open can only come under it on the day on which that is so.
    case openEpisodesCannotWait(today: CivilDate)
    case nobodyIsNamed

    /// Why, and what to do, in sentences.
    public var says: String {
        switch self {
        case .packIsNotThere(let id, let there):
            "There is no protocol “\(id)”, or it has a fault. There are: \(there.joined(separator: ", "))."
        case .authorityIsNotKnown(let id, let known):
            "The record knows no authority “\(id.name)”. "
                + (known.isEmpty ? "It knows none yet." : "It knows: \(known.map(\.name).joined(separator: ", ")).")
        case .agencyIsNoAuthority(let id): "“\(id.name)” is not an authority."
        case .dateIsPast(let date, let today):
            "\(Spoken.fullDate(date)) is past. What was owed stays as it was: adopt it from "
                + "\(Spoken.fullDate(today)) or later."
        case .packIsNotInForceYet(let from): "The protocol says that it is in force from \(Spoken.fullDate(from))."
        case .packIsNoLongerInForce(let to):
            "The protocol says that it is no longer in force from \(Spoken.fullDate(to)) on."
        case .laterOneIsAdopted(let pack, let from):
            "“\(pack)” is adopted already from \(Spoken.fullDate(from)). Adopt this one from a later date."
        case .alreadyAdopted(let from): "It is adopted already, from \(Spoken.fullDate(from))."
        case .openEpisodesCannotWait(let today):
            "Episodes that are open can come under it from \(Spoken.fullDate(today)) only: adopt it from then, or leave "
                + "them under the protocol under which they began."
        case .nobodyIsNamed: "An adoption names who decided it."
        }
    }
}

extension Partnership {
    /// Records that a protocol governs from a date. Throws an ``AdoptionRefusal`` where it may not.
    public func adopt(_ planned: PlannedAdoption, by actor: Actor) async throws -> Receipt? {
        let (shelf, now) = (shelf, now)
        return try await submitTrusted(by: actor) { state in
            try planned.check(in: state, shelf: shelf, now: now)
            return [planned.act(at: now)]
        }
    }
}

extension PlannedAdoption {
    /// Refuses what may not be adopted, by the record as it is.
    public func check(in state: State, shelf: ProtocolShelf, now: Instant) throws(AdoptionRefusal) {
        guard !decidedBy.isEmpty else { throw .nobodyIsNamed }
        guard let pack = shelf.packs[pack] else {
            throw .packIsNotThere(self.pack, there: shelf.packs.keys.sorted())
        }
        if let authority {
            let known = state.agencies.values.filter { $0.kind == .authority }.map(\.id)
            guard let agency = state.agencies[authority] else {
                throw .authorityIsNotKnown(authority, known: known.sorted { $0.name < $1.name })
            }
            guard agency.kind == .authority else { throw .agencyIsNoAuthority(authority) }
        }
        if let first = pack.inForceFrom, from < first { throw .packIsNotInForceYet(from: first) }
        if let end = pack.inForceTo, end <= from { throw .packIsNoLongerInForce(to: end) }
        let earlier = state.adoptions.filter { $0.authority == nil || authority == nil || $0.authority == authority }
        if let last = earlier.last {
            let date = London.date(of: last.openFrom)
            if last.pack == self.pack, last.authority == authority, date <= from { throw .alreadyAdopted(from: date) }
            if from < date { throw .laterOneIsAdopted(pack: last.pack, from: date) }
        }
        // Nothing was governed by an adopted protocol before the first, so that one may reach back.
        let today = London.date(of: now)
        if from < today, !earlier.isEmpty { throw .dateIsPast(from, today: today) }
        if appliesToOpen, today < from { throw .openEpisodesCannotWait(today: today) }
    }

    /// What is recorded.
    public func act(at instant: Instant) -> Act {
        var details: Details = [
            .pack: .word(pack), .openFrom: .date(from), .narrative: .text("Decided by: \(decidedBy)"),
        ]
        if let authority { details[.authority] = .word(authority.name) }
        if appliesToOpen { details[.appliesToOpen] = .flag(true) }
        return Act(.protocolAdopted, .partnership, occurredAt: .at(instant), details: details)
    }
}
