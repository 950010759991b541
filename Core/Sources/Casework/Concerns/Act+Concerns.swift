// SPDX-License-Identifier: MIT

extension Act {
    /// Checks that what an act names of the partnership's registers is there, and that nobody shuts themselves out.
    func checkConcerns(by actor: Actor, in state: State) throws(Refusal) {
        for key in [DetailKey.concern] + (word == .entriesOfConcernLinked ? [.what] : []) {
            if let number = details.number(key), state.concerns[number] == nil {
                throw .entryIsNotHere(Position(Int64(number)))
            }
        }
        if let number = details.number(.shelter), state.emergencyPlaces[number] == nil {
            throw .entryIsNotHere(Position(Int64(number)))
        }
        if let given = details.word(.confidence), Confidence(rawValue: given) == nil {
            throw .valueIsNotAllowed(.confidence, given: given, allowed: Confidence.allCases.map(\.rawValue))
        }
        if word == .emergencyPlaceEntered, details.word(.kind) == "bed-and-breakfast" {
            throw .valueIsNotAllowed(
                .kind, given: "bed-and-breakfast",
                allowed: ["emergency-foster-home", "refuge", "supported-lodgings", "childrens-home", "other"]
            )
        }
        switch word {
        case .entryOfConcernRestricted:
            let names = details.words(.names)
            for name in names where state.workers[name].map(\.hasLeft) ?? true { throw .workerIsNotKnown(name) }
            guard let worker = actor.worker, names.contains(worker) else { throw .mustNameYourself }
        case .placeRestricted:
            if let number = details.number(.concern), state.concerns[number]?.kind != .place {
                throw .entryIsNotHere(Position(Int64(number)))
            }
        default: break
        }
    }
}
