// SPDX-License-Identifier: MIT

import WorkingTime

extension Access {
    /// What the person, or their agency, is to the child. Asked for every row of every list, so it makes no lists.
    func relationshipsFound(to child: Child) -> Relationships {
        var held: Relationships = []
        if let agency { insertAgency(agency, child, into: &held) }
        switch actor.role {
        case .panelChair: if isOnAgenda(child) { held.insert(.sitsOnPanel) }
        case .homeOffice:
            if child.facts.has(status: StatusSpan.subjectToRestriction, on: today) {
                held.insert(.subjectToImmigration)
            }
        case .recordsManager:
            if child.facts.isProtected, held.contains(.responsibleAuthority),
                child.facts.protection.openSubjectAccess != nil
            {
                held.insert(.answersSubjectAccess)
            }
        default: break
        }
        if let worker = actor.worker { insertWorker(worker, child, into: &held) }
        return held
    }

    private func insertAgency(_ agency: Agency, _ child: Child, into held: inout Relationships) {
        let facts = child.facts
        let placement = facts.placement(on: today)
        if let placement, let place = placement.place {
            if place == agency.id.name || state.agencies[AgencyID(place)]?.details.word(.provider) == agency.id.name {
                held.insert(.runsThePlacement)
            }
        }
        switch agency.kind {
        case .authority:
            if facts.responsible == agency.id { held.insert(.responsibleAuthority) }
            if host(of: placement) == agency.id { held.insert(.hostAuthority) }
            if actor.role.teachesOrTraces, school(of: facts)?.authority == agency.id {
                held.insert(.authorityOfTheSchool)
            }
            if held.isEmpty, isAsked(agency, child) { held.insert(.askedToTakeOver) }
        case .police:
            if isInArea(child, placement) { held.insert(.policeOfTheArea) }
            if held.isEmpty, isAsked(agency, child) { held.insert(.askedToTakeOver) }
        case .school: if facts.identity.word(.school) == agency.id.name { held.insert(.teaches) }
        case .interviewProvider: if holdsReferral(agency, child, placement) { held.insert(.holdsInterviewReferral) }
        case .health: if wasTold(agency, child, placement) { held.insert(.healthOfTheArea) }
        case .childrensHome, .fosteringService, .other: break
        }
    }

    private func insertWorker(_ worker: String, _ child: Child, into held: inout Relationships) {
        for allocation in child.facts.allocations where allocation.endedAt == nil && allocation.worker == worker {
            if actor.role == .fosterCarer { held.insert(.caresFor) } else { held.insert(.allocated) }
        }
        if actor.role == .fosterCarer, child.facts.placement(on: today)?.place == worker { held.insert(.caresFor) }
        if state.registrars[child.id] == worker, isFirstReport(of: child) { held.insert(.registeredTheChild) }
        guard child.facts.isProtected else { return }
        let protection = child.facts.protection
        if protection.restriction?.names.contains(worker) ?? false { held.insert(.namedOnRestriction) }
        let hasOpened = protection.glassBreaks.contains { $0.worker == worker && $0.isOpen(at: now) }
        if hasOpened, actor.role.hasSafeguardingDuty { held.insert(.brokeTheGlass) }
    }

    private func host(of placement: Placement?) -> AgencyID? {
        guard let placement else { return nil }
        return placement.host ?? placement.place.flatMap { state.agencies[AgencyID($0)]?.authority }
    }

    private func school(of facts: ChildFacts) -> Agency? {
        facts.identity.word(.school).flatMap { state.agencies[AgencyID($0)] }
    }

    /// Whether the actor's agency serves an area that the child belongs to: of the responsible authority, of the
    /// placement, of the school, of the place they went missing from. A child of whom no area is known is everybody's.
    private func isInArea(_ child: Child, _ placement: Placement?) -> Bool {
        let facts = child.facts
        let host = host(of: placement)
        if let responsible = facts.responsible, serves(responsible) { return true }
        if let host, serves(host) { return true }
        let teaching = school(of: facts)?.authority
        if let teaching, serves(teaching) { return true }
        let from = placeLeft(by: child)
        if let from, serves(from) { return true }
        return facts.responsible == nil && host == nil && teaching == nil && from == nil
    }

    /// The area from which the child went missing, until that episode is closed.
    private func placeLeft(by child: Child) -> AgencyID? {
        guard let last = child.episodes.last, let facts = state.episode(last)?.facts, facts.stage != .closed else {
            return nil
        }
        return facts.from.flatMap { state.agencies[AgencyID($0)]?.authority }
    }

    /// An agency serves the areas that it claims, and those that no other of its kind claims: an area is never without
    /// police because somebody forgot to say whose it is.
    private func serves(_ area: AgencyID) -> Bool {
        guard let agency else { return false }
        return areas.contains(area) || !state.isClaimed(area, by: agency.kind)
    }

    /// Whether the case was offered to the agency, or passed on to it, in an episode that is not closed.
    private func isAsked(_ agency: Agency, _ child: Child) -> Bool {
        guard let last = child.episodes.last, let episode = state.episode(last), episode.facts.stage != .closed else {
            return false
        }
        let part: OwnedPart = agency.kind == .police ? .police : .care
        guard episode.history.holds(part.offered) else { return false }
        let ownership = episode.ownership(of: part)
        return ownership.offeredTo == agency.id || ownership.owner == agency.id
    }

    /// A provider sees a child from the return until the episode is closed: one whom the record names, or else the
    /// provider of the child's area.
    private func holdsReferral(_ provider: Agency, _ child: Child, _ placement: Placement?) -> Bool {
        for id in child.episodes.reversed() {
            guard let episode = state.episode(id), episode.facts.returnedAt != nil, episode.facts.stage != .closed
            else { continue }
            if let named = namedProvider(of: episode) {
                if named == provider.id { return true }
            } else if isInArea(child, placement) {
                return true
            }
        }
        return false
    }

    /// The provider that the newest referral, notice or offer of the episode names.
    private func namedProvider(of episode: Episode) -> AgencyID? {
        for mark in episode.history.recorded.reversed() {
            switch mark.word {
            case .referred, .notified:
                for key in [DetailKey.agency, .to] {
                    if let id = mark.details.word(key).map({ AgencyID($0) }),
                        state.agencies[id]?.kind == .interviewProvider
                    {
                        return id
                    }
                }
            case .interviewOffered, .interviewAccepted:
                let worker = mark.details.word(.interviewer).flatMap { state.workers[$0] }
                if let worker, state.agencies[worker.agency]?.kind == .interviewProvider { return worker.agency }
            default: break
            }
        }
        return nil
    }

    /// Whether the health service was told of the child in an episode that is not closed, or in the last ninety days.
    private func wasTold(_ service: Agency, _ child: Child, _ placement: Placement?) -> Bool {
        func isNotice(_ mark: Mark) -> Bool {
            guard EventWords.notices.contains(mark.word) else { return false }
            if mark.details.word(.agency) == service.id.name || mark.details.word(.to) == service.id.name {
                return true
            }
            return mark.details.word(.to) == "health" && mark.details[.agency] == nil && isInArea(child, placement)
        }
        if child.history.recorded.contains(where: { now < $0.recordedAt + .days(90) && isNotice($0) }) { return true }
        return child.episodes.contains { id in
            guard let episode = state.episode(id), episode.facts.stage != .closed else { return false }
            return episode.history.recorded.contains(where: isNotice)
        }
    }

    /// Whether the child is on the agenda of a panel of the chair's area: until four weeks after the meeting, or where
    /// its day is not known, for eight weeks, since panels meet every two months at the latest. Source: FOST 13.
    private func isOnAgenda(_ child: Child) -> Bool {
        guard let agency, isOfPanelsArea(agency, child) else { return false }
        func isOn(_ mark: Mark) -> Bool {
            guard mark.word == .placedOnAgenda else { return false }
            let end = mark.details.time(.at).map { $0.latest + .days(28) } ?? mark.recordedAt + .days(56)
            return mark.recordedAt <= now && now < end
        }
        func holds(_ history: History) -> Bool {
            guard history.holds(.placedOnAgenda) else { return false }
            let standing = history.standing
            let off = standing.filter { $0.word == .takenOffAgenda }
            return standing.contains { mark in isOn(mark) && !off.contains { $0.takesOff(mark) } }
        }
        return holds(child.history) || child.episodes.contains { state.episode($0).map { holds($0.history) } ?? false }
    }

    private func isOfPanelsArea(_ agency: Agency, _ child: Child) -> Bool {
        let placement = child.facts.placement(on: today)
        if agency.kind == .police { return isInArea(child, placement) }
        return [child.facts.responsible, host(of: placement)].contains(agency.id)
    }

    /// Until the child's first episode is closed; where none has begun, for a day.
    private func isFirstReport(of child: Child) -> Bool {
        guard let first = child.episodes.first else {
            return child.history.recorded.first.map { now <= $0.recordedAt + .hours(24) } ?? false
        }
        return child.episodes.count == 1 && state.episode(first)?.facts.stage != .closed
    }
}

extension Role {
    /// Whether the role looks for pupils of the authority's schools.
    fileprivate var teachesOrTraces: Bool { self == .educationWelfare || self == .cmeOfficer }
}

extension EventWords {
    fileprivate static let notices: EventWords = [.notified, .referred, .toldAboutChild]
}
