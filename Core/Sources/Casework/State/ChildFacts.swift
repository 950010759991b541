// SPDX-License-Identifier: MIT

import WorkingTime

/// What follows from a child's history.
public struct ChildFacts: Hashable, Sendable {
    /// Everything that says who the child is, under its key: names, born, sex, identifiers, address, responsible…
    public private(set) var identity: Details = [:]
    /// Earlier names and addresses, newest last.
    public private(set) var formerly: [Details] = []
    public private(set) var placements: [Placement] = []
    public private(set) var statuses: [StatusSpan] = []
    public private(set) var risks: [KnownRisk] = []
    public private(set) var allocations: [Allocation] = []
    /// The pen picture in force, where there is one; its text stands in the ledger.
    public private(set) var penPicture: Mark?
    /// When somebody last feared that the child may go missing.
    public private(set) var concernRaisedAt: Instant?
    private var kept = Kept.nothing

    /// Few children have any protection, so it takes no room in the others.
    private indirect enum Kept: Hashable, Sendable {
        case nothing
        case protection(ChildProtection)
    }

    public init() {}

    /// What holds the record back, opens it, keeps it or gives out of it.
    public var protection: ChildProtection {
        if case .protection(let protection) = kept { protection } else { ChildProtection() }
    }

    /// Whether there is any protection at all.
    var isProtected: Bool { if case .protection = kept { true } else { false } }

    public var name: String { identity.text(.name) ?? "Name not known" }
    public var knownAs: String? { identity.text(.knownAs) }
    public var born: CivilDate? { identity.date(.born) }
    /// The authority responsible for the child.
    public var responsible: AgencyID? { identity.word(.responsible).map { AgencyID($0) } }
    public var postcode: String? { identity.word(.postcode) }

    /// Age in whole years on a date, where the birth date is known.
    public func age(on date: CivilDate) -> Int? {
        guard let born, born <= date else { return nil }
        let (birth, day) = (born.parts, date.parts)
        let hadBirthday = (day.month, day.day) >= (birth.month, birth.day)
        return day.year - birth.year - (hadBirthday ? 0 : 1)
    }

    /// The placement that holds on a date.
    public func placement(on date: CivilDate) -> Placement? {
        placements.last { $0.since <= date && ($0.until.map { date <= $0 } ?? true) }
    }

    /// Whether a status such as `looked-after` or `child-protection-plan` holds on a date.
    public func has(status kind: String, on date: CivilDate) -> Bool {
        statuses.contains { $0.kind == kind && $0.since <= date && ($0.until.map { date < $0 } ?? true) }
    }

    /// Whether the child is looked after on a date: by status, or because a placement holds.
    public func isLookedAfter(on date: CivilDate) -> Bool {
        has(status: StatusSpan.lookedAfter, on: date) || placement(on: date) != nil
    }

    /// Risks that stand.
    public var standingRisks: [KnownRisk] { risks.filter { $0.endedAt == nil } }

    /// Who is allocated in a role now.
    public func allocated(_ role: String) -> Allocation? { allocations.last { $0.role == role && $0.endedAt == nil } }

    mutating func take(_ mark: Mark) {
        switch mark.word {
        case .childRegistered: takeRegistration(mark)
        case .childDetailsChanged: change(to: mark.details)
        case .addressChanged:
            var address = mark.details
            address[.since] = nil
            change(to: address)
        default: takeSpan(mark)
        }
    }

    /// Takes what says nothing of who the child is.
    mutating func takeSpan(_ mark: Mark) {
        switch mark.word {
        case .childRegistered: takeStatus(mark)
        case .placementStarted: placements.start(Placement(mark))
        case .placementEnded: placements.end(mark)
        case .statusStarted: statuses.append(StatusSpan(mark))
        case .statusEnded: statuses.end(mark)
        case .riskNoted: risks.append(KnownRisk(mark))
        case .riskEnded: risks.end(mark)
        case .allocated: allocations.start(Allocation(mark))
        case .deallocated: allocations.end(mark)
        case .penPictureWritten: penPicture = mark
        case .concernRaised: concernRaisedAt = mark.clockTime
        case let word where ChildProtection.words.contains(word):
            var changed = protection
            changed.take(mark)
            kept = .protection(changed)
        default: break
        }
    }

    private mutating func takeRegistration(_ mark: Mark) {
        change(to: mark.details)
        takeStatus(mark)
    }

    private mutating func takeStatus(_ mark: Mark) {
        if mark.details.flag(.lookedAfter) {
            let since = mark.details.date(.since) ?? London.date(of: mark.clockTime)
            statuses.append(StatusSpan(kind: StatusSpan.lookedAfter, since: since))
        }
    }

    private mutating func change(to newer: Details) {
        var former: Details = [:]
        for key in [DetailKey.name, .forenames, .surname, .address, .postcode] {
            if let held = identity[key], let given = newer[key], held != given { former[key] = held }
        }
        if !former.isEmpty { formerly.append(former) }
        identity = identity.replacing(with: newer)
        identity[.lookedAfter] = nil
        identity[.since] = nil
    }

    /// Takes who the child is from several records, the first before the others.
    mutating func takeIdentity(of records: [ChildFacts]) {
        guard let first = records.first else { return }
        (identity, formerly) = (first.identity, [])
        for other in records.dropFirst() {
            formerly += other.formerly
            var former: Details = [:]
            for key in [DetailKey.name, .forenames, .surname, .address, .postcode] + ChildFacts.identifiers {
                if let theirs = other.identity[key], identity[key] != nil || !ChildFacts.identifiers.contains(key),
                    identity[key] != theirs
                {
                    former[key] = theirs
                }
            }
            for keys in ChildFacts.givenTogether where keys.allSatisfy({ identity[$0] == nil }) {
                for key in keys {
                    identity[key] = other.identity[key]
                    former[key] = nil
                }
            }
            let together = ChildFacts.givenTogether.flatMap(\.self)
            for key in other.identity.keys where identity[key] == nil && !together.contains(key) {
                identity[key] = other.identity[key]
            }
            if !former.isEmpty { formerly.append(former) }
        }
        formerly += first.formerly
    }

    /// Numbers that agencies give a child.
    public static let identifiers: [DetailKey] = [
        .childReference, .upn, .nhsNumber, .policeReference, .homeOfficeReference,
    ]

    /// Every number of a kind that the child is known by: more than one only where records were joined.
    public func numbers(_ key: DetailKey) -> [String] {
        ([identity] + formerly).compactMap { $0.word(key) }
    }

    /// Details that are not taken from two records.
    private static let givenTogether: [[DetailKey]] = [
        [.name, .forenames, .surname], [.born, .bornCertainty], [.address, .postcode],
    ]

    /// Holds back, opens and keeps the record as was worked out elsewhere.
    mutating func hold(_ protection: ChildProtection) { kept = .protection(protection) }
}
