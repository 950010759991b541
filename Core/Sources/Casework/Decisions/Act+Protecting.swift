// SPDX-License-Identifier: MIT

import WorkingTime

extension Act {
    /// Checks what holds a record back, opens it or ends it: nobody shuts themselves out, nobody reviews themselves,
    /// nothing is erased that a court needs.
    func checkProtection(_ child: ChildID?, by actor: Actor, at now: Instant, in state: State) throws(Refusal) {
        switch word {
        case .accessRestricted:
            let given = details.word(.ground) ?? ""
            guard Restriction.Ground(rawValue: given) != nil else {
                throw .valueIsNotAllowed(.ground, given: given, allowed: Restriction.Ground.allCases.map(\.rawValue))
            }
            try checkNames(by: actor, in: state)
        case .locationShielded: try checkNames(by: actor, in: state)
        case .glassBroken:
            // Without a short name there would be nobody to be asked about it.
            if actor.worker == nil { throw .notAllowed(actor.role, word) }
        case .glassBreakReviewed: try checkReview(child, by: actor, in: state)
        case .childErased: try checkErasure(at: now, in: state)
        default: break
        }
    }

    private func checkNames(by actor: Actor, in state: State) throws(Refusal) {
        let names = details.words(.names)
        for name in names where state.workers[name].map(\.hasLeft) ?? true { throw .workerIsNotKnown(name) }
        guard let worker = actor.worker, names.contains(worker) else { throw .mustNameYourself }
    }

    private func checkReview(_ child: ChildID?, by actor: Actor, in state: State) throws(Refusal) {
        let position = Position(Int64(details.number(.what) ?? 0))
        let opened = child.flatMap { state.child($0) }?.facts.protection.glassBreaks.first { $0.position == position }
        guard let opened else { throw .entryIsNotHere(position) }
        if opened.worker == actor.worker { throw .needsSomebodyElse }
    }

    private func checkErasure(at now: Instant, in state: State) throws(Refusal) {
        let number = details.number(.what).flatMap(UInt32.init(exactly:))
        guard let child = number.flatMap({ state.child(ChildID(number: $0)) }) else { throw .childIsNotKnown }
        if child.facts.protection.isHeld(at: now) { throw .isOnLegalHold }
        if state.episodes(of: child.id).contains(where: { $0.facts.stage != .closed }) {
            throw .episodeIsNotClosed
        }
    }
}
