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
            access.maySee(.episode, of: child.id)
        else { return nil }
        return (episode, child)
    }

    func visible(_ id: ChildID) -> Child? {
        guard let child = state.child(id), access.maySee(.episode, of: id) else { return nil }
        return child
    }

    /// Where on the board the episode stands; nil where nothing is owed any more.
    static func group(of episode: Episode, owing: Bool) -> BoardModel.Group? {
        let facts = episode.facts
        switch facts.stage {
        case .closed: return nil
        case .returned: return owing ? .back : nil
        case .checking: return .checking
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
        let seesPlace = access.maySee(.location, of: child.id)
        return BoardModel.Row(
            child: child.id, episode: episode?.id, name: telling.nameWithAge(child), initials: telling.initials(child),
            tags: episode.map { EpisodeTags.of($0, child, telling: telling) } ?? [],
            since: facts?.returnedAt ?? facts?.start ?? facts?.checksStartedAt, isBack: facts?.returnedAt != nil,
            from: seesPlace ? telling.agency(named: facts?.from) : nil,
            countIn90Days: telling.countIn90Days(child), risks: risks(of: child),
            reference: episode.flatMap { EpisodeTags.reference(of: $0) },
            nextReview: facts.flatMap { $0.isOpen ? $0.nextReview : nil },
            mine: mine.first, mineBesides: max(0, mine.count - 1),
            others: owed.first { !$0.isOwed(by: actor.role) })
    }

    private func risks(of child: Child) -> String {
        let seesHealth = access.maySee(.health, of: child.id)
        let kinds = child.facts.standingRisks.map(\.kind).filter {
            seesHealth || !["medical", "self-harm"].contains($0)
        }
        var seen: Set<String> = []
        let words = kinds.filter { seen.insert($0).inserted }.map(Choices.spoken)
        return words.isEmpty ? "" : "Known risks: \(words.joined(separator: ", "))."
    }
}

/// The words in boxes beside a child's name.
enum EpisodeTags {
    static func of(_ episode: Episode, _ child: Child, telling: Telling) -> [Tag] {
        let facts = episode.facts
        var tags: [Tag] = []
        if let grade = facts.grade, facts.isOpen { tags.append(tag(of: grade)) }
        switch facts.stage {
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
        let placement = child.facts.placement(on: telling.today)
        let host = placement?.host ?? placement?.place.flatMap { telling.state.agencies[AgencyID($0)]?.authority }
        if let host, let responsible = child.facts.responsible, host != responsible {
            tags.append(Tag("Placed by \(telling.agency(responsible) ?? responsible.name)", .wait))
        }
        return tags
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
