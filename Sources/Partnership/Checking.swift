// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Partnership {
    /// Asks who may do this, and whether a guardrail of the protocol in force stands in the way.
    func check(_ acts: [Act], by actor: Actor, at now: Instant, in state: State) throws(Refusal) {
        let access = Access(actor, in: state, at: now)
        for act in acts {
            let allowed =
                switch act.subject {
                case .partnership: actor.role.mayRecord(act.word) && mayErase(act, access)
                case .newChild: access.mayRegister
                case .sameAsBefore: actor.role.mayRecord(act.word)
                case .child(let child): mayRecord(act, on: child, access)
                case .episode(let id): state.episode(id).map { mayRecord(act, on: $0.child, access) } ?? false
                }
            guard allowed else { throw hidden(act, from: access, in: state) }
            try checkReading(act, access, in: state)
            try checkGuardrails(act, by: actor, in: state)
        }
    }

    /// An entry of the register of concern that is not theirs to read is not there.
    private func checkReading(_ act: Act, _ access: Access, in state: State) throws(Refusal) {
        let keys: [DetailKey] = act.word == .entriesOfConcernLinked ? [.concern, .what] : [.concern]
        var numbers = keys.compactMap { act.details.number($0) }
        // A plan against what an entry does is read and written by whoever reads the entry.
        if act.word == .planLineWritten, let about = act.details.number(.what) { numbers.append(about) }
        if let about = act.details.number(.line).flatMap({ state.planLines.line($0) })?.concern {
            numbers.append(about)
        }
        for number in numbers {
            guard let entry = state.concerns[number], access.mayRead(entry) else {
                throw .entryIsNotHere(Position(Int64(number)))
            }
        }
        if act.subject == .partnership, act.word.isOfConcern, !access.readsConcerns {
            throw .notAllowed(access.actor.role, act.word)
        }
    }

    /// A correction says something anew, so it is for those who might have recorded the entry itself.
    private func mayRecord(_ act: Act, on child: ChildID, _ access: Access) -> Bool {
        guard act.word == .corrected, let what = act.details.number(.what) else {
            return access.mayRecord(act.word, on: child)
        }
        return access.mayCorrect(Position(Int64(what)), on: child)
    }

    /// Erasing is recorded of the partnership, and is a decision on one child's record all the same.
    private func mayErase(_ act: Act, _ access: Access) -> Bool {
        guard act.word == .childErased else { return true }
        guard let child = act.details.number(.what).flatMap(UInt32.init(exactly:)) else { return false }
        return access.may(.decide, .audit, of: ChildID(number: child))
    }

    /// Who may not know of a child is told what they'd be told if there were none.
    private func hidden(_ act: Act, from access: Access, in state: State) -> Refusal {
        switch act.subject {
        case .child(let child) where !access.maySee(.existence, of: child): return .childIsNotKnown
        case .episode(let id):
            guard let episode = state.episode(id), access.maySee(.existence, of: episode.child) else {
                return .episodeIsNotKnown
            }
        default: break
        }
        return .notAllowed(access.actor.role, act.word)
    }

    private func checkGuardrails(_ act: Act, by actor: Actor, in state: State) throws(Refusal) {
        let episode: Episode? =
            switch act.subject {
            case .episode(let id): state.episode(id)
            case .child(let id): state.openEpisode(of: id, for: act.word)
            default: nil
            }
        guard let episode, let child = state.child(episode.child) else { return }
        let guardrails = Guardrails(pack: shelf.pack(for: episode, in: state), calendars: shelf.calendars)
        let others = state.episodes(of: episode.child)
        if let refusal = guardrails.check(act, by: actor.role, episode: episode, child: child, others: others) {
            throw .guardrail(refusal)
        }
    }
}
