// SPDX-License-Identifier: MIT

import WorkingTime

/// The events that record `acts`, or why they are not recorded. All of them stand, or none.
///
/// Checks what is always so. The guardrails of the protocol in force, and who may do what, are asked before.
/// It never refuses to record that something happened because it should not have: only what cannot be.
public func decide(
    _ acts: [Act], by actor: Actor, at recordedAt: Instant, in state: State
) throws(Refusal) -> [Event] {
    var deciding = Deciding(state: state, actor: actor, recordedAt: recordedAt)
    for act in acts { try deciding.decide(act) }
    return deciding.events
}

private struct Deciding {
    var state: State
    let actor: Actor
    let recordedAt: Instant
    var events: [Event] = []
    var child: ChildID?
    var episode: EpisodeID?
    /// Where the last meeting that these acts call comes to stand.
    var called: Position?

    mutating func decide(_ asked: Act) throws(Refusal) {
        let act = try asked.numbered(after: state.handOvers).tied(to: called)
        try act.checkDetails()
        guard act.occurredAt.earliest <= recordedAt else { throw .liesInTheFuture(act.occurredAt) }
        if act.word.isImported, let digest = act.details.word(.digest), state.imported.contains(digest) {
            throw .alreadyRecorded
        }
        try resolve(act)
        if act.word.form.about == .episode { try checkSeason(of: act) }
        if let known = episode.flatMap({ state.episode($0) }) { try act.checkAnswer(known, by: actor, in: state) }
        if act.word == .corrected { try checkCorrection(act) }
        try act.checkRegisters(child, in: state)
        try act.checkConcerns(by: actor, in: state)
        try act.checkProtection(child, by: actor, at: recordedAt, in: state)
        try act.checkInterviewing(child, in: state)
        try act.checkHandOver(by: actor, in: state)
        let event = Event(
            act.word, child: child, episode: act.word.form.about == .episode ? episode : nil,
            occurredAt: act.occurredAt, recordedAt: recordedAt, by: actor, details: act.details
        )
        events.append(event)
        state.apply(event, at: state.position.next)
        if act.word == .meetingCalled { called = state.position }
    }

    /// Finds whose history the act belongs to.
    private mutating func resolve(_ act: Act) throws(Refusal) {
        switch act.subject {
        case .partnership: (child, episode) = (nil, nil)
        case .newChild: (child, episode) = (state.nextChild, nil)
        case .child(let id):
            guard state.child(id) != nil else { throw .childIsNotKnown }
            (child, episode) = (id, nil)
        case .episode(let id):
            guard let known = state.episode(id) else { throw .episodeIsNotKnown }
            (child, episode) = (known.child, id)
        case .sameAsBefore: break
        }
        if act.word.form.about == .partnership {
            child = nil
        } else if child == nil {
            throw .childIsNotKnown
        }
        if act.word.form.about == .episode, episode == nil { try resolveEpisode(act) }
    }

    /// Whether the act corrects an entry of the child's own record, which belongs to no episode.
    private func correctsOwnRecord(_ act: Act, of child: ChildID) -> Bool {
        guard act.word == .corrected, let what = act.details.number(.what) else { return false }
        return state.child(child)?.history.recorded.contains { $0.position.number == Int64(what) } ?? false
    }

    private mutating func resolveEpisode(_ act: Act) throws(Refusal) {
        guard let child else { throw .childIsNotKnown }
        if correctsOwnRecord(act, of: child) { return }
        if act.word.standsAlone, state.episodes(of: child).isEmpty { return }
        if let open = state.openEpisode(of: child, for: act.word) {
            episode = open.id
        } else if act.word.season == .opens {
            episode = state.nextEpisode
        } else {
            throw .noEpisodeIsOpen(act.word)
        }
    }

    private func checkSeason(of act: Act) throws(Refusal) {
        guard let episode, let facts = state.episode(episode)?.facts else { return }
        let time = act.occurredAt.earliest
        switch act.word.season {
        case .anyTime: break
        case .opens, .whileAway:
            if let returnedAt = facts.returnedAt, act.word == .returned || returnedAt < time {
                throw .childWasBack(act.word, returnedAt: returnedAt)
            }
        case .onceBack:
            guard facts.returnedAt != nil || facts.locatedAt != nil else { throw .childIsNotBack(act.word) }
        }
        switch act.word {
        case .located, .returned:
            if act.word == .located, let locatedAt = facts.locatedAt { throw .alreadyLocated(at: locatedAt) }
            if let start = facts.start, act.occurredAt.latest < start { throw .endsBeforeItStarts(start: start) }
        case .closed:
            if let closedAt = facts.closedAt { throw .episodeIsClosed(at: closedAt) }
            // An episode that never got beyond first checks may be closed without a return.
            if facts.returnedAt == nil && facts.reportedAt != nil { throw .childIsNotBack(.closed) }
        case .classified, .reclassified:
            if facts.reportedAt == nil { throw .nothingIsReported(act.word) }
        default: break
        }
    }

    private func checkCorrection(_ act: Act) throws(Refusal) {
        guard let what = act.details.number(.what), 0 < what else { throw .detailIsLacking(.corrected, .what) }
        let position = Position(Int64(what))
        let history = episode.flatMap { state.episode($0)?.history } ?? child.flatMap { state.child($0)?.history }
        guard let entry = history?.recorded.first(where: { $0.position == position }) else {
            throw .entryIsNotHere(position)
        }
        // What holds a record back is lifted by those who may lift it, and never by way of a correction.
        if ChildProtection.words.contains(entry.word) { throw .isNotCorrected(entry.word) }
    }
}

extension Act {
    fileprivate func checkDetails() throws(Refusal) {
        let form = word.form
        for key in form.requires where details[key] == nil { throw .detailIsLacking(word, key) }
        for key in details.keys where !form.carries(key) { throw .detailDoesNotBelong(word, key) }
        switch word {
        case .classified, .reclassified, .decidedByIncidentManager:
            try check(.as, isOneOf: PoliceCategory.allCases.map(\.rawValue).filter { $0 != "unclassified" })
        case .riskGraded: try check(.as, isOneOf: RiskGrade.allCases.map(\.rawValue))
        case .careKindDecided: try check(.as, isOneOf: CareKind.allCases.map(\.rawValue))
        case .reported: try check(.kind, isOneOf: CareKind.allCases.map(\.rawValue))
        case .statusStarted where details.word(.kind) == StatusSpan.subjectToRestriction:
            try check(.legalStatus, isOneOf: ImmigrationRestriction.allCases.map(\.rawValue))
        default: break
        }
    }

    func check(_ key: DetailKey, isOneOf allowed: [String]) throws(Refusal) {
        guard let given = details.word(key) else { return }
        guard allowed.contains(given) else { throw .valueIsNotAllowed(key, given: given, allowed: allowed) }
    }
}
