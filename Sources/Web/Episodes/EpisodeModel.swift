// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// What the page of an episode says, for one reader at one moment.
struct EpisodeModel: Sendable {
    struct Entry: Sendable {
        let told: Told
        /// Whether a later entry corrected or withdrew it.
        let isCorrected: Bool
        let mayCorrect: Bool
    }

    struct AccountOf: Sendable {
        let who: String
        let missingSince: UncertainTime?
        let lastSeen: UncertainTime?
    }

    let episode: Episode
    let child: Child
    let telling: Telling
    let access: Access
    let seen: Seen
    let number: Int
    let tags: [Tag]
    /// Every duty, the outstanding ones first.
    let duties: [DutyStanding]
    /// What the reader owes, soonest first.
    let mine: [DutyStanding]
    let entries: [Entry]
    let accounts: [AccountOf]
    let penPicture: Event?
    let acts: [ActWords.Group]
    let questions: [String: String]
    /// Duties that the reader's role may set aside, and those for which it may agree that they are not due.
    let waivable: Set<String>
    let agreeable: Set<String>
    /// The child's plans in force with their steps, while the child is away.
    let plans: [(plan: ChildPlan, steps: PlanSteps)]
    /// What borders, arriving alone and turning eighteen ask for.
    let borders: HTML

    init(
        _ call: Call, _ episode: Episode, _ child: Child, pack: ProtocolPack, told: [Told], penPicture: Event?,
        plans: [(plan: ChildPlan, steps: PlanSteps)]
    ) {
        self.plans = plans
        let actor = call.account.actor
        self.episode = episode
        self.child = child
        self.penPicture = penPicture
        let telling = Telling(state: call.state, now: call.now)
        self.telling = telling
        let seen = call.seen(of: child.id)
        access = seen.access
        self.seen = seen
        number = (child.episodes.firstIndex(of: episode.id) ?? 0) + 1
        tags = EpisodeTags.of(episode, child, telling: telling, sees: seen.sees)
        // Reasons are put into words only for who may read them.
        let partnership = call.site.partnership
        let all =
            seen.seesReasons
            ? partnership.explained(episode.id, in: call.state, at: call.now)
            : partnership.standings(of: episode.id, in: call.state, at: call.now)
        let standings = all.filter { seen.shows($0, to: actor.role) }
        duties = standings.sorted(by: DutyStanding.comesFirst)
        mine = standings.filter { $0.state.isOutstanding && $0.isOwed(by: actor.role) }.sorted(
            by: DutyStanding.isSooner)
        let corrected = Set(
            episode.history.recorded.compactMap { $0.word == .corrected ? $0.details.number(.what) : nil })
        let access = access
        entries = told.reversed().map { entry in
            var isCorrection = false
            if case .event(_, let event) = entry { isCorrection = event.word == .corrected }
            return Entry(
                told: entry, isCorrected: corrected.contains(Int(entry.position.number)),
                mayCorrect: !isCorrection && access.mayCorrect(entry.position, on: child.id))
        }
        accounts = EpisodeModel.accounts(told, telling, to: seen)
        acts = EpisodeModel.acts(for: episode, next: mine.first, in: access)
        waivable = pack.waivable(by: actor.role)
        agreeable = pack.agreeable(by: actor.role)
        borders = BordersCards.html(child, episode, pack, telling: telling, access: access, seen: seen)
        questions = Dictionary(pack.questions.map { ($0.id, $0.asks) }) { first, _ in first }
    }

    /// "Kezia Adams, 14, has been missing for 1 hour 31 minutes"
    var heading: String {
        let name = telling.nameWithAge(child)
        let facts = episode.facts
        let comma = name.contains(",") ? "," : ""
        switch facts.stage {
        case .checking where facts.isSchoolCase && seen.sees(.education):
            return "\(name)\(comma) is on leave from school"
        case .checking where seen.sees(.episode):
            return "\(name)\(comma) is being looked for: first checks"
        case .returned, .closed:
            guard let back = facts.returnedAt else { return "\(name): episode \(number), closed" }
            let length = facts.start.map { " after \(Spoken.elapsed(back - $0))" } ?? ""
            return "\(name)\(comma) is back\(length)"
        case .away, .located, .checking:
            let length = facts.start.map { " for \(Spoken.elapsed(telling.now - $0))" } ?? ""
            return "\(name)\(comma) has been \(state)\(length)"
        }
    }

    private var state: String {
        let facts = episode.facts
        if facts.isSchoolCase, seen.sees(.education) { return "missing from education" }
        if !seen.sees(.episode) { return "away" }
        if facts.careKind == .missingFromEducation { return "missing from education" }
        if facts.careKind == .awayWithoutAuthorisation { return "away without authorisation" }
        return facts.category == .absent ? "absent" : "missing"
    }

    /// Whose accounts state a start, where they don't all state the same.
    private static func accounts(_ told: [Told], _ telling: Telling, to reader: Seen) -> [AccountOf] {
        let accounts = told.compactMap { entry -> AccountOf? in
            guard case .event(_, let event) = entry, [.reported, .accountReceived].contains(event.word) else {
                return nil
            }
            let since = event.details.time(.missingSince)
            let seen = event.details.time(.lastSeen)
            if since == nil && seen == nil { return nil }
            let agency = event.details.word(.agency).map { AgencyID($0) } ?? event.by.agency
            let who = telling.agency(agency, to: reader)
            return AccountOf(who: who ?? event.by.role.spoken.capitalisedFirst, missingSince: since, lastSeen: seen)
        }
        let starts = Set(accounts.compactMap(\.missingSince))
        return starts.count > 1 ? accounts : []
    }

    /// What the reader may record now, the group of the next duty first.
    private static func acts(
        for episode: Episode, next: DutyStanding?, in access: Access
    ) -> [ActWords.Group] {
        let facts = episode.facts
        let isBack = facts.returnedAt != nil
        let groups =
            facts.careKind == .missingFromEducation || facts.isSchoolCase
            ? [ActWords.ofEducation] + ActWords.ofEpisode.suffix(2)
            : Array(ActWords.ofEpisode)
        let allowed = groups.map { group in
            ActWords.Group(
                name: group.name,
                words: group.words.filter { word in
                    access.mayRecord(word, on: episode.child) && isInSeason(word, facts, isBack)
                })
        }.filter { !$0.words.isEmpty }
        let first = allowed.filter { group in next.map { group.words.contains($0.doneBy) } ?? false }
        return first + allowed.filter { group in !first.contains { $0.name == group.name } }
    }

    private static func isInSeason(_ word: EventWord, _ facts: EpisodeFacts, _ isBack: Bool) -> Bool {
        switch word {
        case .safeAndWellChecked, .safeAndWellNotHeld, .conversationHeld, .interviewHeld, .interviewOffered,
            .interviewContacted, .interviewAccepted, .interviewDeclined, .interviewNotArranged, .parentsViewOffered,
            .findingsShared, .interviewNotAttended, .sharingAgreed, .findingRecorded, .intelligenceSubmitted,
            .interviewWrittenForChild:
            isBack || facts.locatedAt != nil
        case .classified: !isBack && facts.reportedAt != nil && facts.category == .unclassified
        case .reclassified: !isBack && facts.category != .unclassified
        case .located: facts.locatedAt == nil && !isBack
        case .returned, .checksCompleted, .disputed, .decidedByIncidentManager, .examinedByCommand, .strategyAgreed,
            .contactAttempted, .transferOffered, .transferAccepted, .transferRefused, .reported:
            !isBack
        case .closed: facts.closedAt == nil && (isBack || facts.reportedAt == nil)
        default: true
        }
    }
}

extension ProtocolPack {
    /// The duties that somebody in this role may set aside.
    func waivable(by role: Role) -> Set<String> {
        let mayActAs = role.mayActAs
        return Set(duties.indices.filter { !mayActAs.isDisjoint(with: duties[$0].waivers) }.map { duties[$0].id })
    }

    /// The duties of which they may agree that they are not due.
    func agreeable(by role: Role) -> Set<String> {
        let mayActAs = role.mayActAs
        return Set(duties.indices.filter { !mayActAs.isDisjoint(with: duties[$0].mayAgree) }.map { duties[$0].id })
    }
}

extension DutyStanding {
    /// The outstanding ones first, the soonest first among them.
    static func comesFirst(_ first: DutyStanding, _ second: DutyStanding) -> Bool {
        if first.order != second.order { return first.order < second.order }
        return isSooner(first, second)
    }

    fileprivate var order: Int {
        switch state {
        case .overdue: 0
        case .owed: 1
        case .notYet: 2
        case .missed: 3
        case .done, .doneLate: 4
        case .waived, .agreed, .lapsed: 5
        }
    }
}
