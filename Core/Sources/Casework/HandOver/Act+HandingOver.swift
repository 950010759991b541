// SPDX-License-Identifier: MIT

extension Act {
    /// The act with the number of the briefing that it makes, or that was made just before it in the same submission.
    func numbered(after handOvers: HandOvers) -> Act {
        guard details[.what] == nil else { return self }
        var numbered = self
        switch word {
        case .briefingMade: numbered.details[.what] = .number(handOvers.highest + 1)
        case .childHandedOver: numbered.details[.what] = .number(handOvers.highest)
        default: break
        }
        return numbered
    }

    /// Checks that a team speaks for itself, that a briefing is there and open, and that nobody relieves themselves.
    func checkHandOver(by actor: Actor, in state: State) throws(Refusal) {
        switch word {
        case .briefingMade: try checkMaking(by: actor, in: state)
        case .briefingAccepted:
            let handOver = try handOver(in: state)
            if let acceptance = handOver.acceptance { throw .briefingIsAccepted(by: acceptance.by) }
            guard actor.agency == handOver.to.agency else { throw .notAllowed(actor.role, word) }
            // Without a short name nobody would know who has taken it over.
            guard let worker = actor.worker else { throw .notAllowed(actor.role, word) }
            if worker == handOver.madeBy { throw .needsSomebodyElse }
        case .briefingEscalated:
            let handOver = try handOver(in: state)
            if let acceptance = handOver.acceptance { throw .briefingIsAccepted(by: acceptance.by) }
            guard actor.agency == handOver.from.agency else { throw .notAllowed(actor.role, word) }
        case .childHandedOver, .handOverRead: _ = try handOver(in: state)
        default: break
        }
    }

    private func checkMaking(by actor: Actor, in state: State) throws(Refusal) {
        let kinds = Team.Kind.allCases.map(\.rawValue)
        for key in [DetailKey.team, .to] {
            if let given = details.word(key), !kinds.contains(given) {
                throw .valueIsNotAllowed(key, given: given, allowed: kinds)
            }
        }
        guard let team = Team(details), team.agency == actor.agency else { throw .notAllowed(actor.role, word) }
        let number = details.number(.what) ?? 0
        guard number == state.handOvers.highest + 1 else {
            throw .valueIsNotAllowed(.what, given: "\(number)", allowed: ["\(state.handOvers.highest + 1)"])
        }
    }

    private func handOver(in state: State) throws(Refusal) -> HandOver {
        let number = details.number(.what) ?? 0
        guard let handOver = state.handOvers[number] else { throw .briefingIsNotKnown(number) }
        return handOver
    }
}
