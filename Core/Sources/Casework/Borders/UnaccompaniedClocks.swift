// SPDX-License-Identifier: MIT

import WorkingTime

/// The clocks of an unaccompanied child, or one who may have been trafficked, in the order in which they run: most who
/// go do so within a week of becoming looked after, and many within 48 hours. Source: SG ¶70–79; BI, foreign nationals.
public struct UnaccompaniedClocks: Hashable, Sendable {
    /// One point on the line.
    public struct Point: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            case lookedAfter
            case hours48
            case week
            case missing
            case traffickingAssessed
            case referred
            case centreConsulted
            case homeOfficeTold
            case contact
            case located
            case back
        }

        public let kind: Kind
        public let at: Instant
    }

    /// What is still to do.
    public enum Step: String, CaseIterable, Hashable, Sendable {
        /// Refer to the National Referral Mechanism.
        case refer
        /// Assess whether traffickers may have a hold on the child.
        case assess
        /// Ask the trafficking centre and immigration staff.
        case consult
        /// Tell the Home Office that the child is missing.
        case tellHomeOffice
        /// Hold back from everybody where the child is.
        case shield
        /// Decide with police and the Home Office where the child goes.
        case decideTogether
        /// Tell the Home Office that the child is back or found.
        case tellBack
        /// This week's contact with the Home Office.
        case weeklyContact
    }

    public let lookedAfterSince: CivilDate?
    /// The child went within 48 hours of becoming looked after; nil where the episode's start or that date is not known.
    public let wentWithin48Hours: Bool?
    public let wentWithinAWeek: Bool?
    public let restriction: StatusSpan?
    public let points: [Point]
    /// What is to do next, the most urgent first.
    public let next: [Step]
    /// When the Home Office and the authority last spoke, while the child is away.
    public let lastContactAt: Instant?

    /// Whether these clocks concern the child on a date: unaccompanied, subject to restriction, or at risk of
    /// trafficking.
    public static func concern(_ child: Child, on date: CivilDate) -> Bool {
        let facts = child.facts
        return facts.has(status: StatusSpan.unaccompanied, on: date)
            || facts.has(status: StatusSpan.subjectToRestriction, on: date)
            || facts.standingRisks.contains { $0.kind == "trafficking" }
    }

    /// The clocks of a child, and of the episode where there is one, at an instant.
    public init(_ child: Child, _ episode: Episode?, at now: Instant) {
        let today = London.date(of: now)
        let facts = child.facts
        let start = episode?.facts.start
        let began = start.map { London.date(of: $0) } ?? today
        lookedAfterSince =
            facts.statuses.last { $0.kind == StatusSpan.lookedAfter && $0.since <= began }?.since
            ?? facts.placements.first { $0.since <= began }?.since
        restriction = facts.statuses.last {
            $0.kind == StatusSpan.subjectToRestriction && $0.since <= today && ($0.until.map { today < $0 } ?? true)
        }
        // Only the date is known on which a child became looked after: the window is counted from its end, so that a
        // child who may have gone in time counts as one who did.
        let arrived = lookedAfterSince.map { London.startOfDay($0.next) }
        wentWithin48Hours = arrived.flatMap { arrived in start.map { $0 < arrived + .hours(48) } }
        wentWithinAWeek = arrived.flatMap { arrived in start.map { $0 < arrived + .days(7) } }
        let marks = episode?.history.standing ?? []
        var points: [Point] = []
        if let since = lookedAfterSince, let arrived {
            points.append(Point(kind: .lookedAfter, at: London.startOfDay(since)))
            points.append(Point(kind: .hours48, at: arrived + .hours(48)))
            points.append(Point(kind: .week, at: arrived + .days(7)))
        }
        if let start { points.append(Point(kind: .missing, at: start)) }
        points += marks.compactMap { mark in mark.clock.map { Point(kind: $0, at: mark.clockTime) } }
        self.points = points.sorted { ($0.at, $0.kind.rawValue) < ($1.at, $1.kind.rawValue) }
        lastContactAt = self.points.last { $0.kind == .contact || $0.kind == .homeOfficeTold }?.at
        next = UnaccompaniedClocks.steps(child, episode, marks, restriction != nil, lastContactAt, at: now)
    }

    private static func steps(
        _ child: Child, _ episode: Episode?, _ marks: [Mark], _ isRestricted: Bool, _ lastContact: Instant?,
        at now: Instant
    ) -> [Step] {
        guard let episode, episode.facts.reportedAt != nil, episode.facts.closedAt == nil else { return [] }
        func has(_ word: EventWord, to: Set<String> = []) -> Bool {
            marks.contains { $0.word == word && (to.isEmpty || to.contains($0.details.word(.to) ?? "")) }
        }
        let isBack = episode.facts.returnedAt != nil
        let isFound = isBack || episode.facts.locatedAt != nil
        var steps: [Step] = []
        if !has(.nrmReferred) { steps.append(.refer) }
        if !has(.traffickingAssessed) { steps.append(.assess) }
        if !has(.notified, to: ["trafficking-centre", "immigration"]) { steps.append(.consult) }
        let officeKnows =
            has(.notified, to: ["home-office"]) || marks.contains { $0.word == .reported && $0.by == .homeOffice }
        if isRestricted, !isFound, !officeKnows { steps.append(.tellHomeOffice) }
        if isFound, child.facts.protection.shield == nil { steps.append(.shield) }
        let foundByOffice = marks.last { $0.word == .located && $0.by == .homeOffice }
        if let foundByOffice, !isBack,
            !marks.contains(where: { $0.word == .actionAgreed && foundByOffice.clockTime <= $0.clockTime })
        {
            steps.append(.decideTogether)
        }
        if isRestricted, isFound, foundByOffice == nil, let back = episode.facts.locatedAt ?? episode.facts.returnedAt,
            !marks.contains(where: { $0.isToHomeOffice && back <= $0.clockTime })
        {
            steps.append(.tellBack)
        }
        if isRestricted, !isFound, officeKnows, lastContact.map({ $0 + .days(6) <= now }) ?? true {
            steps.append(.weeklyContact)
        }
        return steps
    }
}

extension Mark {
    fileprivate var isToHomeOffice: Bool { word == .notified && details.word(.to) == "home-office" }

    /// The point that the mark is on the line, where it is one.
    fileprivate var clock: UnaccompaniedClocks.Point.Kind? {
        switch word {
        case .traffickingAssessed: .traffickingAssessed
        case .nrmReferred: .referred
        case .located: .located
        case .returned: .back
        case .notified where by == .homeOffice: .contact
        case .notified where isToHomeOffice: .homeOfficeTold
        case .notified where ["trafficking-centre", "immigration"].contains(details.word(.to) ?? ""): .centreConsulted
        default: nil
        }
    }
}
