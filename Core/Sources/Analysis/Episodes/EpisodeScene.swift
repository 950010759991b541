// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One episode with everything around it that its row is read from.
struct EpisodeScene {
    let episode: Episode
    let start: Instant
    let child: Child
    /// All of the child's.
    let episodes: [Episode]
    let state: State
    let now: Instant
    private let marks: [Mark]
    private let date: CivilDate

    init(
        episode: Episode, start: Instant, child: Child, episodes: [Episode], state: State, now: Instant
    ) {
        (self.episode, self.start, self.child, self.episodes) = (episode, start, child, episodes)
        (self.state, self.now) = (state, now)
        marks = episode.history.standing
        date = London.date(of: start)
    }

    func fillKinds(_ details: inout EpisodeDetails, calendars: Calendars?) {
        let facts = episode.facts
        details.police = facts.category
        details.grade = facts.grade
        details.precision =
            switch facts.missingSince?.precision ?? .exact {
            case .exact: .exact
            case .about: .about
            case .between: .between
            case .dateOnly: .dateOnly
            }
        if let school = calendars?.school, school.isKnown(on: date) {
            details.isInTerm = school.terms.contains { $0.first <= date && date <= $0.last }
        }
        details.isFromCare = facts.lookedAfter
        details.careGroup = careGroup
        let status = child.facts.statuses.last { $0.kind == StatusSpan.lookedAfter && $0.since <= date }
        details.legalStatus = child.facts.placement(on: date)?.legalStatus ?? status?.legalStatus
        details.authority = child.facts.responsible?.name
        details.risks = child.facts.risks.filter { risk in
            risk.notedAt <= start && risk.endedAt.map { start < $0 } ?? true
        }.map(\.kind)
    }

    private var careGroup: CareGroup {
        if episode.facts.lookedAfter { return .lookedAfter }
        let groups: [(String, CareGroup)] = [
            ("child-protection-plan", .protectionPlan), ("child-in-need", .inNeed), ("care-leaver", .careLeaver),
        ]
        return groups.first { child.facts.has(status: $0.0, on: date) }?.1 ?? .none
    }

    func fillPlaces(_ details: inout EpisodeDetails, point: ((String) -> EpisodeReader.GridPoint?)?) {
        let placement = child.facts.placement(on: date)
        details.host = placement?.host?.name
        details.establishment = episode.facts.from ?? placement?.place
        let lived = placement == nil ? child.facts.postcode : placement?.postcode
        let from = lived.map(PostcodeParts.init)
        (details.district, details.sector) = (from?.district, from?.sector)
        let located = marks.first { $0.word == .located }
        let found = located?.details.word(.postcode)
        details.foundDistrict = found.flatMap { PostcodeParts($0).district }
        details.foundPlace = located?.details.number(.concern).flatMap { number in
            guard let entry = state.concerns[number], entry.kind == .place else { return nil }
            return entry.details.word(.kind)?.replacingHyphens.capitalised
        }
        details.seenDistricts = marks.compactMap { mark in
            guard mark.word == .sighted, let postcode = mark.details.word(.postcode) else { return nil }
            return PostcodeParts(postcode).district
        }
        let company = marks.filter { $0.word.tellsOfCompany }.flatMap { $0.details.numbers(.withChildren) }
        details.companions = Set(company.compactMap(UInt32.init(exactly:))).subtracting([child.id.number]).sorted()
        guard let point, let place = found.flatMap(point) else { return }
        details.milesTenthsFromPlacement = placement?.postcode.flatMap(point)?.milesTenths(to: place)
        details.milesTenthsFromHome = child.facts.postcode.flatMap(point)?.milesTenths(to: place)
    }

    func fillInterview(_ details: inout EpisodeDetails, isOwed: Bool) {
        let safeWords: [EventWord: SafeAndWellOutcome] = [.safeAndWellChecked: .held, .safeAndWellNotHeld: .notHeld]
        let checks = marks.compactMap { safeWords[$0.word] }
        details.safeAndWell = checks.first { $0 == .held } ?? checks.last
        if details.safeAndWell == nil, episode.facts.returnedAt != nil { details.safeAndWell = .nothing }
        let course = InterviewCourse(of: episode)
        var steps = InterviewSteps()
        steps.isOwed = isOwed
        let held = marks.first { $0.word == .interviewHeld }
        let offers: EventWords = [.interviewOffered, .interviewAccepted, .interviewDeclined, .interviewHeld]
        let contacts = offers.union([.interviewContacted])
        let offer = marks.first { offers.contains($0.word) }
        steps.isOffered = offer != nil
        steps.isContacted = marks.contains { contacts.contains($0.word) }
        steps.isAccepted =
            held != nil || marks.contains { $0.word == .interviewAccepted || $0.isAcceptedOffer }
        steps.isDeclined = course.stage == .declined
        steps.notOffered = course.notOffered
        steps.minutesToOffer = minutes(to: offer)
        steps.minutesToContact = minutes(to: marks.first { contacts.contains($0.word) })
        steps.minutesToHold = minutes(to: held)
        let assigned = marks.last { $0.word == .interviewAssigned }?.details.word(.agency)
        steps.provider = assigned ?? course.referredTo
        fillFindings(&steps, course)
        if let held {
            steps.isReferredInNeed = marks.contains { $0.clockTime >= held.clockTime && $0.refersToSocialCare }
            details.push = held.details.words(.push)
            details.pull = held.details.words(.pull)
        }
        let harm = Set(marks.flatMap { $0.details.words(.harm) }).subtracting(InterviewList.noHarm)
        details.harm = harm.sorted()
        details.themes = Set(course.findings.compactMap { $0.details.word(.kind) }).sorted()
        details.steps = steps
    }

    private func fillFindings(_ steps: inout InterviewSteps, _ course: InterviewCourse) {
        let acted = Set(marks.filter { $0.word == .actionAgreed }.compactMap { $0.details.number(.what) })
        let left = Set(marks.filter { $0.word == .findingNeedsNoAction }.compactMap { $0.details.number(.what) })
        for finding in course.findings {
            let number = Int(finding.position.number)
            steps.findings += 1
            if acted.contains(number) {
                steps.findingsWithAction += 1
            } else if left.contains(number) {
                steps.findingsLeft += 1
            }
        }
    }

    /// From the return; nil before it, and where there is no such entry.
    private func minutes(to mark: Mark?) -> Int? {
        guard let mark, let returned = episode.facts.returnedAt, returned <= mark.clockTime else { return nil }
        return Int((mark.clockTime - returned).seconds / 60)
    }

    func fillAfter(_ details: inout EpisodeDetails) {
        for mark in marks {
            switch mark.word {
            case .notified:
                details.notices.append(
                    NoticeGiven(to: mark.details.word(.to) ?? "", minutesToAcknowledge: acknowledged(mark)))
            case .placedOnAgenda:
                details.isOnAgenda = true
                details.agendaTriggers += mark.details.words(.triggers)
            case .letterSent: details.lettersSent += 1
            case .feedbackReceived: details.feedbackReceived += 1
            case .feedbackAnswered: details.feedbackAnswered += 1
            default: break
            }
        }
    }

    private func acknowledged(_ notice: Mark) -> Int? {
        let answer = marks.first { mark in
            guard mark.word == .acknowledged, notice.clockTime <= mark.clockTime else { return false }
            if let named = mark.details.number(.what) { return Int64(named) == notice.position.number }
            return mark.details.word(.to) == notice.details.word(.to)
        }
        return answer.map { Int(($0.clockTime - notice.clockTime).seconds / 60) }
    }
}

extension Mark {
    fileprivate var isAcceptedOffer: Bool { word == .interviewOffered && details.flag(.accepted) }

    fileprivate var refersToSocialCare: Bool {
        switch word {
        case .referred: ["mash", "childrens-services", "social-worker"].contains(details.word(.to) ?? "")
        case .assessmentDecided: true
        default: false
        }
    }
}
