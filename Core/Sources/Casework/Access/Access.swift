// SPDX-License-Identifier: MIT

import WorkingTime

/// What one person may see and do: role × relationship to the child × part of the record.
///
/// Everything is denied unless a line of ``AccessRule/table`` allows it. That a record exists is a part too: who may
/// not see it gets the same answer as for a child who isn't there.
public struct Access: Sendable {
    public let actor: Actor
    private let state: State
    private let now: Instant
    private let today: CivilDate

    public init(_ actor: Actor, in state: State, at now: Instant) {
        self.actor = actor
        self.state = state
        self.now = now
        today = London.date(of: now)
    }

    public func maySee(_ part: RecordPart, of child: ChildID) -> Bool { may(.see, part, of: child) }

    public func may(_ act: RecordAct, _ part: RecordPart, of child: ChildID) -> Bool {
        rule(for: child).contains { $0.parts.contains(part) && (act == .see || $0.mayAdd) }
    }

    /// Whether they may record `word` on this child's history.
    public func mayRecord(_ word: EventWord, on child: ChildID) -> Bool {
        actor.role.mayRecord(word) && rule(for: child).contains { $0.mayAdd }
    }

    /// Whether they may, and why, in plain English.
    public func answer(_ act: RecordAct, _ part: RecordPart, of child: ChildID) -> AccessAnswer {
        let lines = rule(for: child).filter { $0.parts.contains(part) && (act == .see || $0.mayAdd) }
        return AccessAnswer(isAllowed: !lines.isEmpty, says: lines.map(\.because), mayBreakGlass: false)
    }

    /// Whether they may report a child who isn't in the record yet.
    public var mayRegister: Bool { actor.role.mayRecord(.reported) || actor.role.mayRecord(.childRegistered) }

    /// Whether they look after the child, or are allocated to them: whose names they are shown without searching.
    public func worksWith(_ child: ChildID) -> Bool {
        !relationships(to: child).isDisjoint(with: [.runsThePlacement, .allocated])
    }

    /// What the person's agency is to the child.
    public func relationships(to id: ChildID) -> Set<Relationship> {
        guard let child = state.child(id), let agency = actor.agency else { return [] }
        var found: Set<Relationship> = []
        let kind = state.agencies[agency]?.kind
        if kind == .police { found.insert(.policeOfTheArea) }
        if child.facts.responsible == agency { found.insert(.responsibleAuthority) }
        let placement = child.facts.placement(on: today)
        if let placement {
            if placement.place == agency.name || runs(agency, placement.place) { found.insert(.runsThePlacement) }
            let host = placement.host ?? placement.place.flatMap { state.agencies[AgencyID($0)]?.authority }
            if host == agency { found.insert(.hostAuthority) }
        }
        if kind == .school, child.facts.identity.word(.school) == agency.name { found.insert(.teaches) }
        if kind == .interviewProvider, holdsReferral(for: child, at: today) { found.insert(.holdsInterviewReferral) }
        if let worker = actor.worker {
            if child.facts.allocations.contains(where: { $0.worker == worker && $0.endedAt == nil }) {
                found.insert(.allocated)
            }
            if registeredBy(worker, child) { found.insert(.registeredTheChild) }
        }
        return found
    }

    private func rule(for child: ChildID) -> [AccessRule] {
        let held = relationships(to: child)
        return AccessRule.table.filter { $0.roles.contains(actor.role) && !$0.relationships.isDisjoint(with: held) }
    }

    private func runs(_ provider: AgencyID, _ place: String?) -> Bool {
        guard let place else { return false }
        return state.agencies[AgencyID(place)]?.details.word(.provider) == provider.name
    }

    /// A provider sees a child from the return until the episode is closed.
    private func holdsReferral(for child: Child, at today: CivilDate) -> Bool {
        child.episodes.contains { id in
            guard let facts = state.episode(id)?.facts else { return false }
            return facts.returnedAt != nil && facts.closedAt == nil
        }
    }

    private func registeredBy(_ worker: String, _ child: Child) -> Bool {
        state.registrars[child.id] == worker
    }
}
