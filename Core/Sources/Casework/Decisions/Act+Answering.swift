// SPDX-License-Identifier: MIT

extension Act {
    /// Checks that somebody was asked for what this act answers, and that it is they who answer.
    ///
    /// An agency of the record answers for itself; of another, whoever records the answer names it.
    func checkAnswer(_ episode: Episode, by actor: Actor, in state: State) throws(Refusal) {
        guard let part = OwnedPart(answeredBy: word) else { return }
        let ownership = episode.ownership(of: part)
        guard let asked = ownership.offeredTo else { throw .nothingIsOffered(word) }
        if let named = details.word(.agency) {
            guard named == asked.name else {
                throw .valueIsNotAllowed(.agency, given: named, allowed: [asked.name])
            }
        } else if let own = actor.agency, own != asked, state.agencies[asked] != nil {
            throw .detailIsLacking(word, .agency)
        }
    }
}
