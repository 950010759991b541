// SPDX-License-Identifier: MIT

import WorkingTime

/// What one person may see and do at one instant: role × relationship to the child × part of the record × act.
///
/// Everything is denied unless a line of ``AccessRule/table`` allows it. That a record exists is a part too: who may
/// not see it gets the same answer as for a child who isn't there.
public struct Access: Sendable {
    public let actor: Actor
    let state: State
    let now: Instant
    let today: CivilDate
    /// The actor's agency as the record knows it; nil where it doesn't.
    let agency: Agency?
    let areas: [AgencyID]
    /// The child whom a page is about, and what was found of them.
    private var focus: Focus?

    private struct Focus: Sendable {
        let child: ChildID
        let held: Relationships
        let grants: Grants
    }

    public init(_ actor: Actor, in state: State, at now: Instant) {
        self.actor = actor
        self.state = state
        self.now = now
        today = London.date(of: now)
        agency = actor.agency.flatMap { state.agencies[$0] }
        areas = agency?.areas ?? []
    }

    /// The same, with what may be done with one child's record worked out once: for a page that asks of each entry.
    public func focused(on id: ChildID) -> Access {
        if focus?.child == id { return self }
        var focused = self
        focused.focus = nil
        if let child = state.child(id) {
            let held = focused.relationships(to: child)
            focused.focus = Focus(child: id, held: held, grants: grants(for: child, held))
        }
        return focused
    }

    public func maySee(_ part: RecordPart, of child: ChildID) -> Bool { may(.see, part, of: child) }

    public func may(_ act: RecordAct, _ part: RecordPart, of id: ChildID) -> Bool {
        grants(of: id)?.contains(act, part) ?? false
    }

    /// Whether they may record `word` on this child's history.
    public func mayRecord(_ word: EventWord, on id: ChildID) -> Bool {
        guard actor.role.mayRecord(word), let grants = grants(of: id) else { return false }
        if word == .glassBroken { return mayBreakGlass(id) }
        return grants.allowsRecording(word)
    }

    /// Whether they may correct the entry at `position` of the child's history: only what they might have recorded.
    /// Of an entry that isn't there somebody else tells.
    public func mayCorrect(_ position: Position, on id: ChildID) -> Bool {
        guard mayRecord(.corrected, on: id), let child = state.child(id) else { return false }
        guard let word = state.word(at: position, of: child) else { return true }
        return grants(for: child).allowsRecording(word)
    }

    /// Whether they may report a child who isn't in the record yet.
    public var mayRegister: Bool { actor.role.mayRecord(.reported) || actor.role.mayRecord(.childRegistered) }

    /// Whether they look after the child, or are allocated to them: whose names they are shown without searching.
    public func worksWith(_ child: ChildID) -> Bool {
        !relationships(to: child).isDisjoint(with: [.runsThePlacement, .caresFor, .allocated])
    }

    /// What the person, or their agency, is to the child.
    public func relationships(to id: ChildID) -> Relationships {
        state.child(id).map(relationships) ?? []
    }

    func relationships(to child: Child) -> Relationships {
        if let focus, focus.child == child.id { return focus.held }
        return relationshipsFound(to: child)
    }

    /// Everything that they may do with the child's record.
    func grants(for child: Child) -> Grants { grants(for: child, relationships(to: child)) }

    /// The same; nil where there is no such child.
    func grants(of id: ChildID) -> Grants? {
        if let focus, focus.child == id { return focus.grants }
        return state.child(id).map { grants(for: $0) }
    }

    func grants(for child: Child, _ held: Relationships) -> Grants {
        if isShutOut(of: child, held) { return .nothing }
        var grants = lines(for: held)
        if isShielded(from: child, held) {
            // They may still tell where the child was seen; they are told nothing.
            for act in [RecordAct.see, .decide, .export] { grants.remove(act, .location) }
        }
        return grants
    }

    /// What the lines of the table give for these relationships, before anything is held back.
    func lines(for held: Relationships) -> Grants {
        var grants = Grants.nothing
        var rest = held.bits
        while rest != 0 {
            let ordinal = rest.trailingZeroBitCount
            rest &= rest - 1
            grants.formUnion(AccessRule.grants(actor.role, ordinal))
        }
        return grants
    }

    /// Whether the record is restricted, and not to them.
    func isShutOut(of child: Child, _ held: Relationships) -> Bool {
        guard child.facts.isProtected, child.facts.protection.restriction != nil else { return false }
        return held.isDisjoint(with: [.namedOnRestriction, .brokeTheGlass])
    }

    /// Whether it is held back from them where the child is.
    func isShielded(from child: Child, _ held: Relationships) -> Bool {
        guard child.facts.isProtected, let shield = child.facts.protection.shield, shield.holds(at: now) else {
            return false
        }
        if held.contains(.brokeTheGlass) { return false }
        return !(actor.worker.map(shield.names.contains) ?? false)
    }
}

extension State {
    /// The word of one entry of the child's own history or of one of their episodes'.
    func word(at position: Position, of child: Child) -> EventWord? {
        if let mark = child.history.recorded.first(where: { $0.position == position }) { return mark.word }
        for id in child.episodes {
            if let mark = episode(id)?.history.recorded.first(where: { $0.position == position }) { return mark.word }
        }
        return nil
    }
}

extension Grants {
    /// Whether they let somebody record such an event: on the part where it stands, and on that of what it says.
    fileprivate func allowsRecording(_ word: EventWord) -> Bool {
        guard contains(word.act, word.part) || (word.act == .add && contains(.decide, word.part)) else { return false }
        return word.contentPart == word.part || contains(.add, word.contentPart)
    }
}
