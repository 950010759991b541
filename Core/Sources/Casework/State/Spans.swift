// SPDX-License-Identifier: MIT

import WorkingTime

/// Where a looked-after child is placed, from a date, until one.
public struct Placement: Hashable, Sendable {
    /// `childrens-home`, `foster-care`, `semi-independent`, `with-parents`, `secure`…
    public let kind: String
    /// The home's short name, where it is on the register.
    public let place: String?
    public let host: AgencyID?
    public let outOfArea: Bool
    public let since: CivilDate
    public internal(set) var until: CivilDate?
    public let legalStatus: String?
    public let postcode: String?

    init(_ mark: Mark) {
        kind = mark.details.word(.kind) ?? "other"
        place = mark.details.word(.place)
        host = mark.details.word(.host).map { AgencyID($0) }
        outOfArea = mark.details.flag(.outOfArea)
        since = mark.details.date(.since) ?? London.date(of: mark.clockTime)
        legalStatus = mark.details.word(.legalStatus)
        postcode = mark.details.word(.postcode)
    }
}

/// A status over time: `looked-after`, `child-protection-plan`, `child-in-need`, `section-47`, `care-leaver`…
public struct StatusSpan: Hashable, Sendable {
    public static let lookedAfter = "looked-after"
    /// Subject to immigration restriction.
    public static let subjectToRestriction = "subject-to-restriction"
    /// Came without a parent, or was left here without one.
    public static let unaccompanied = "unaccompanied"

    public let kind: String
    public let since: CivilDate
    /// The first date on which it no longer holds.
    public internal(set) var until: CivilDate?
    /// In which form it holds, where that was said: a section of an Act, a form of ``ImmigrationRestriction``.
    public let legalStatus: String?

    init(kind: String, since: CivilDate) {
        self.kind = kind
        self.since = since
        legalStatus = nil
    }

    init(_ mark: Mark) {
        kind = mark.details.word(.kind) ?? "other"
        since = mark.details.date(.since) ?? London.date(of: mark.clockTime)
        legalStatus = mark.details.word(.legalStatus)
    }
}

/// A risk that somebody said the child is at.
public struct KnownRisk: Hashable, Sendable {
    /// `sexual-exploitation`, `self-harm`, `medical`…
    public let kind: String
    public let saidBy: Role
    public let notedAt: Instant
    public internal(set) var endedAt: Instant?

    init(_ mark: Mark) {
        kind = mark.details.word(.kind) ?? "other"
        saidBy = mark.by
        notedAt = mark.clockTime
    }
}

/// A worker allocated to the child in a role.
public struct Allocation: Hashable, Sendable {
    public let role: String
    public let worker: String
    public let agency: AgencyID?
    public let since: Instant
    public internal(set) var endedAt: Instant?

    init(_ mark: Mark) {
        role = mark.details.word(.role) ?? "worker"
        worker = mark.details.word(.worker) ?? ""
        agency = mark.details.word(.agency).map { AgencyID($0) }
        since = mark.clockTime
    }
}

extension [Placement] {
    /// A child has one placement at a time: a new one ends the one before.
    mutating func start(_ placement: Placement) {
        if let open = lastIndex(where: { $0.until == nil && $0.since <= placement.since }) {
            self[open].until = placement.since
        }
        append(placement)
    }

    mutating func end(_ mark: Mark) {
        guard let open = lastIndex(where: { $0.until == nil }) else { return }
        self[open].until = London.date(of: mark.endTime)
    }
}

extension [StatusSpan] {
    mutating func end(_ mark: Mark) {
        guard let open = lastIndex(where: { $0.kind == mark.details.word(.kind) && $0.until == nil }) else { return }
        self[open].until = London.date(of: mark.endTime)
    }
}

extension [KnownRisk] {
    mutating func end(_ mark: Mark) {
        for place in indices where self[place].kind == mark.details.word(.kind) && self[place].endedAt == nil {
            self[place].endedAt = mark.clockTime
        }
    }
}

extension [Allocation] {
    mutating func start(_ allocation: Allocation) {
        end(role: allocation.role, worker: nil, at: allocation.since)
        append(allocation)
    }

    mutating func end(_ mark: Mark) {
        end(role: mark.details.word(.role), worker: mark.details.word(.worker), at: mark.endTime)
    }

    private mutating func end(role: String?, worker: String?, at instant: Instant) {
        for place in indices where self[place].role == role && self[place].endedAt == nil {
            if worker == nil || worker == self[place].worker { self[place].endedAt = instant }
        }
    }
}

extension Mark {
    /// When a span ended: the stated time, else when it was said to.
    fileprivate var endTime: Instant { details.time(.at)?.earliest ?? clockTime }
}
