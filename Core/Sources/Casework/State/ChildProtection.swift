// SPDX-License-Identifier: MIT

import WorkingTime

/// What holds a child's record back, opens it, keeps it or gives out of it, beside who works with the child.
public struct ChildProtection: Hashable, Sendable {
    /// To whom alone the record exists, while it is restricted.
    public private(set) var restriction: Restriction?
    public private(set) var shield: LocationShield?
    /// Everybody who ever opened what was held back from them, in the order in which it was recorded.
    public private(set) var glassBreaks: [GlassBreak] = []
    public private(set) var legalHold: LegalHold?
    /// The newest decision on how long the record is kept.
    public private(set) var retention: RetentionDecision?
    public private(set) var subjectAccess: [SubjectAccess] = []
    /// The proposal to erase the record that stands.
    public private(set) var erasure: ErasureProposal?
    /// Every link that the child was given, withdrawn and expired ones too.
    public private(set) var links: [ChildLink] = []

    public init() {}

    /// A request for what is held about the child that nobody has answered yet.
    public var openSubjectAccess: SubjectAccess? { subjectAccess.first { $0.answeredAt == nil } }

    /// Whether the record must be kept at `instant`, whatever was decided on its retention.
    public func isHeld(at instant: Instant) -> Bool { legalHold?.holds(at: instant) ?? false }

    /// The words that change any of it.
    public static let words: EventWords = [
        .accessRestricted, .restrictionLifted, .locationShielded, .locationShieldLifted, .glassBroken,
        .glassBreakReviewed, .legalHoldPlaced, .legalHoldLifted, .retentionDecided, .subjectAccessRequested,
        .subjectAccessExtended, .subjectAccessAnswered, .erasureProposed, .erasureWithdrawn, .linkGiven, .linkWithdrawn,
        .linkOpened,
    ]

    mutating func take(_ mark: Mark) {
        switch mark.word {
        case .accessRestricted: restriction = Restriction(mark)
        case .restrictionLifted: restriction = nil
        case .locationShielded: shield = LocationShield(mark)
        case .locationShieldLifted: shield = nil
        case .glassBroken: if let opened = GlassBreak(mark) { glassBreaks.append(opened) }
        case .glassBreakReviewed:
            if let place = glassBreaks.firstIndex(where: { $0.position == mark.named }) {
                glassBreaks[place].reviewedAt = mark.recordedAt
            }
        case .legalHoldPlaced: legalHold = LegalHold(mark)
        case .legalHoldLifted: legalHold = nil
        case .retentionDecided: retention = RetentionDecision(mark) ?? retention
        case .subjectAccessRequested: subjectAccess.append(SubjectAccess(mark))
        case .subjectAccessAnswered:
            if let place = subjectAccess.firstIndex(where: { $0.answeredAt == nil }) {
                subjectAccess[place].answeredAt = mark.recordedAt
            }
        case .subjectAccessExtended: extend(mark)
        case .erasureProposed: erasure = ErasureProposal(mark)
        case .erasureWithdrawn: erasure = nil
        case .linkGiven: links.append(ChildLink(mark))
        case .linkWithdrawn, .linkOpened: change(links: mark)
        default: break
        }
    }

    /// What holds for two records that are one from `instant` on: whatever is stricter.
    func joined(with other: ChildProtection, at instant: Instant) -> ChildProtection {
        var both = self
        both.restriction =
            restriction.flatMap { own in other.restriction.map(own.joined) } ?? restriction
            ?? other.restriction
        let shields = [shield, other.shield].compactMap(\.self).filter { $0.holds(at: instant) }
        both.shield = shields.count == 2 ? shields[0].joined(with: shields[1]) : shields.first
        both.glassBreaks = (glassBreaks + other.glassBreaks).sorted { $0.position < $1.position }
        let holds = [legalHold, other.legalHold].compactMap(\.self).filter { $0.holds(at: instant) }
        both.legalHold = holds.count == 2 ? holds[0].joined(with: holds[1]) : holds.first
        both.retention = [retention, other.retention].compactMap(\.self).max { $0.until < $1.until }
        both.subjectAccess = (subjectAccess + other.subjectAccess).sorted { $0.position < $1.position }
        both.erasure = erasure ?? other.erasure
        both.links = (links + other.links).sorted { $0.position < $1.position }
        return both
    }

    /// An entry that names no request means the one that is open.
    private mutating func extend(_ mark: Mark) {
        let place = subjectAccess.firstIndex { request in
            mark.named.map { $0 == request.position } ?? (request.answeredAt == nil)
        }
        guard let place else { return }
        subjectAccess[place].due = mark.details.time(.due)?.earliest ?? subjectAccess[place].due
        subjectAccess[place].isExtended = true
    }

    /// An entry that names no link means every one.
    private mutating func change(links mark: Mark) {
        for place in links.indices where mark.named.map({ $0 == links[place].position }) ?? true {
            if mark.word == .linkWithdrawn {
                links[place].withdrawnAt = links[place].withdrawnAt ?? mark.recordedAt
            } else {
                links[place].openedAt = mark.recordedAt
            }
        }
    }
}

/// The named people to whom alone a record exists, and on which ground.
public struct Restriction: Hashable, Sendable {
    /// Why a record may be restricted.
    public enum Ground: String, CaseIterable, Hashable, Sendable {
        case honourBasedViolence = "honour-based-violence"
        case forcedMarriage = "forced-marriage"
        case trafficking
        /// Somebody who works with the record is a relative of the child's.
        case staffRelative = "staff-relative"
        case witnessProtection = "witness-protection"
        case other

        public var spoken: String {
            switch self {
            case .honourBasedViolence: "honour-based violence"
            case .staffRelative: "relative of somebody who works here"
            default: rawValue.replacingHyphens
            }
        }
    }

    public let ground: Ground
    /// Workers by their short names.
    public let names: [String]
    /// When it was recorded: a restriction never reaches back.
    public let since: Instant
    /// The entry that placed it.
    public let position: Position

    init(_ mark: Mark) {
        ground = mark.details.word(.ground).flatMap(Ground.init(rawValue:)) ?? .other
        names = mark.details.words(.names)
        (since, position) = (mark.recordedAt, mark.position)
    }
}

/// The named people from whom it is not held back where the child is.
public struct LocationShield: Hashable, Sendable {
    public let names: [String]
    public let since: Instant
    /// When it ends by itself; nil where it stays until somebody lifts it.
    public let until: Instant?
    public let position: Position

    init(_ mark: Mark) {
        names = mark.details.words(.names)
        // Of an uncertain end, the later: nothing comes into sight too soon.
        until = mark.details.time(.until)?.latest
        (since, position) = (mark.recordedAt, mark.position)
    }

    public func holds(at instant: Instant) -> Bool { until.map { instant < $0 } ?? true }
}

/// One worker's opening of what was held back from them.
public struct GlassBreak: Hashable, Sendable {
    /// How long an opening lasts at most: one long shift.
    public static let longest = Elapsed.hours(8)

    /// The entry, where the reason stands.
    public let position: Position
    public let worker: String
    public let role: Role
    public let brokenAt: Instant
    /// When it closes by itself.
    public let until: Instant
    public internal(set) var reviewedAt: Instant?

    init?(_ mark: Mark) {
        guard let worker = mark.details.word(.worker) else { return nil }
        let end = mark.recordedAt + GlassBreak.longest
        self.worker = worker
        (role, position, brokenAt) = (mark.by, mark.position, mark.recordedAt)
        until = min(mark.details.time(.until)?.earliest ?? end, end)
    }

    public func isOpen(at instant: Instant) -> Bool { brokenAt <= instant && instant < until }
}

/// That a record must be kept for a court or an inquiry.
public struct LegalHold: Hashable, Sendable {
    public let since: Instant
    public let until: Instant?
    public let position: Position

    init(_ mark: Mark) {
        until = mark.details.time(.until)?.latest
        (since, position) = (mark.recordedAt, mark.position)
    }

    public func holds(at instant: Instant) -> Bool { until.map { instant < $0 } ?? true }
}

/// Until when somebody decided to keep the record.
public struct RetentionDecision: Hashable, Sendable {
    public let until: Instant
    public let decidedAt: Instant
    public let position: Position

    init?(_ mark: Mark) {
        guard let until = mark.details.time(.until)?.latest else { return nil }
        (self.until, decidedAt, position) = (until, mark.recordedAt, mark.position)
    }
}

/// Somebody's request for what is held about the child.
public struct SubjectAccess: Hashable, Sendable {
    public let position: Position
    /// Who asked.
    public let name: String
    /// As whom: the child, a parent, a solicitor.
    public let kind: String
    public let requestedAt: Instant
    /// By when it is to be answered, after an extension where there was one.
    public internal(set) var due: Instant?
    public internal(set) var isExtended = false
    public internal(set) var answeredAt: Instant?

    init(_ mark: Mark) {
        name = mark.details.text(.name) ?? ""
        kind = mark.details.word(.kind) ?? "other"
        due = mark.details.time(.due)?.earliest
        (position, requestedAt) = (mark.position, mark.clockTime)
    }
}

/// A link that the child was given; of its secret only the digest is known.
public struct ChildLink: Hashable, Sendable {
    public let position: Position
    /// What it is for, and it alone.
    public let kind: String
    public let digest: String
    public let givenAt: Instant
    public let until: Instant
    public internal(set) var withdrawnAt: Instant?
    /// When the child last opened it.
    public internal(set) var openedAt: Instant?

    init(_ mark: Mark) {
        kind = mark.details.word(.kind) ?? "other"
        digest = mark.details.word(.digest) ?? ""
        until = mark.details.time(.until)?.earliest ?? mark.recordedAt
        (position, givenAt) = (mark.position, mark.recordedAt)
    }

    public func isOpen(at instant: Instant) -> Bool { withdrawnAt == nil && instant < until }
}

extension Mark {
    /// The entry that this one is about.
    fileprivate var named: Position? { details.number(.what).map { Position(Int64($0)) } }
}
