// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// Reads one episode for a board, as far as its reader may see.
struct BoardReader {
    let state: State
    let actor: Actor
    let now: Instant
    private let access: Access
    private let telling: Telling

    init(state: State, actor: Actor, now: Instant) {
        self.state = state
        self.actor = actor
        self.now = now
        access = Access(actor, in: state, at: now)
        telling = Telling(state: state, now: now)
    }

    func visible(_ id: EpisodeID) -> (Episode, Child)? {
        guard let episode = state.episode(id), let child = state.child(episode.child),
            access.maySee(.outline, of: child.id)
        else { return nil }
        return (episode, child)
    }

    func visible(_ id: ChildID) -> Child? {
        guard let child = state.child(id), access.maySee(.outline, of: id) else { return nil }
        return child
    }

    /// The duties of the child of which the reader is told that they stand, as ``Seen`` says.
    func shown(_ duties: [DutyStanding], of child: ChildID) -> [DutyStanding] {
        if duties.allSatisfy({ $0.isOwed(by: actor.role) }) { return duties }
        let access = access.focused(on: child)
        let seesEpisode = access.maySee(.episode, of: child)
        return duties.filter { duty in
            duty.isOwed(by: actor.role) || (seesEpisode && access.maySee(duty.doneBy.part, of: child))
        }
    }

    /// Where on the board the episode stands; nil where nothing is owed any more.
    func group(of episode: Episode, owing: Bool) -> BoardModel.Group? {
        let facts = episode.facts
        if facts.isOpen, facts.isSchoolCase, access.maySee(.education, of: episode.child) { return .education }
        if facts.isOpen, !access.maySee(.episode, of: episode.child) { return .outline }
        switch facts.stage {
        case .closed: return nil
        case .returned: return owing ? .back : nil
        case .checking: return facts.isSchoolCase ? .education : .checking
        case .away, .located:
            if facts.careKind == .missingFromEducation { return .education }
            if facts.careKind == .awayWithoutAuthorisation { return .away }
            return facts.category.isUnderReview ? .absent : .missing
        }
    }

    /// The row of a child who was away, or, without an episode, of one who never was.
    func row(_ episode: Episode?, _ child: Child, owed: [DutyStanding]) -> BoardModel.Row {
        let facts = episode?.facts
        let mine = owed.filter { $0.isOwed(by: actor.role) }
        let access = access.focused(on: child.id)
        let sees = { (part: RecordPart) in access.maySee(part, of: child.id) }
        let seesEpisode = sees(.episode)
        return BoardModel.Row(
            child: child.id, episode: episode?.id, name: telling.nameWithAge(child), initials: telling.initials(child),
            tags: episode.map { EpisodeTags.of($0, child, telling: telling, sees: sees) } ?? [],
            since: facts?.returnedAt ?? facts?.start ?? facts?.checksStartedAt, isBack: facts?.returnedAt != nil,
            from: sees(.location) ? telling.agency(named: facts?.from) : nil,
            countIn90Days: seesEpisode ? telling.countIn90Days(child) : 0, risks: risks(of: child),
            reference: seesEpisode ? episode.flatMap { EpisodeTags.reference(of: $0) } : nil,
            nextReview: seesEpisode ? facts.flatMap { $0.isOpen ? $0.nextReview : nil } : nil,
            mine: mine.first,
            mayRecordMine: mine.first.map { access.mayRecord($0.doneBy, on: child.id) } ?? false,
            mineBesides: max(0, mine.count - 1),
            others: owed.first { !$0.isOwed(by: actor.role) })
    }

    private func risks(of child: Child) -> String {
        let standing = child.facts.standingRisks
        if standing.isEmpty { return "" }
        let seen = Seen(access, of: child.id)
        var told: Set<String> = []
        let words = standing.map(\.kind).filter { seen.shows(riskOf: $0) && told.insert($0).inserted }
            .map(Choices.spoken)
        return words.isEmpty ? "" : "Known risks: \(words.joined(separator: ", "))."
    }
}

/// The words in boxes beside a child's name.
enum EpisodeTags {
    /// As far as `sees` allows: that the child is away or back, what was decided about it, and by whom they are placed.
    static func of(
        _ episode: Episode, _ child: Child, telling: Telling, sees: (RecordPart) -> Bool
    ) -> [Tag] {
        let facts = episode.facts
        guard sees(.outline) else { return [] }
        guard sees(.episode) else {
            let isOfSchool = facts.isSchoolCase && facts.isOpen && sees(.education)
            return isOfSchool ? [Tag("Missing from education", .soon)] : [outline(facts)]
        }
        var tags: [Tag] = []
        if let grade = facts.grade, facts.isOpen { tags.append(tag(of: grade)) }
        switch facts.stage {
        case .checking where facts.isSchoolCase: tags.append(Tag("On leave from school", .wait))
        case .checking: tags.append(Tag("First checks under way", .soon))
        case .returned: tags.append(Tag("Back", .ok))
        case .closed: tags.append(Tag("Closed", .plain))
        case .located: tags.append(Tag("Located, not back", .wait))
        case .away: break
        }
        tags.append(Tag(facts.careKind.spoken.capitalisedFirst))
        if facts.reportedAt != nil && facts.isOpen {
            switch facts.category {
            case .unclassified: tags.append(Tag("Not yet classified by police", .soon))
            case .absent: tags.append(Tag("Absent, under review", .wait))
            case .missing, .noApparentRisk, .veryLow, .low, .medium, .high: break
            }
        }
        for part in OwnedPart.allCases {
            guard let offer = StandingOffer(part, of: episode) else { continue }
            tags.append(Tag("Offered to \(telling.agency(offer.to) ?? offer.to.name), not accepted", .soon))
        }
        let placement = child.facts.placement(on: telling.today)
        let host = placement?.host ?? placement?.place.flatMap { telling.state.agencies[AgencyID($0)]?.authority }
        if sees(.location), let host, let responsible = child.facts.responsible, host != responsible {
            tags.append(Tag("Placed by \(telling.agency(responsible) ?? responsible.name)", .wait))
        }
        return tags
    }

    private static func outline(_ facts: EpisodeFacts) -> Tag {
        switch facts.stage {
        case .checking, .away, .located: Tag("Away", .soon)
        case .returned, .closed: Tag("Back", .ok)
        }
    }

    static func tag(of grade: RiskGrade) -> Tag {
        switch grade {
        case .high: Tag("High risk", .now)
        case .medium: Tag("Medium risk", .soon)
        case .low: Tag("Low risk", .plain)
        case .veryLow: Tag("Very low risk", .plain)
        case .noApparentRisk: Tag("No apparent risk", .plain)
        }
    }

    /// The police reference that was given first.
    static func reference(of episode: Episode) -> String? {
        episode.history.standing.lazy.compactMap { $0.details.word(.reference) }.first
    }
}
