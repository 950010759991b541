// SPDX-License-Identifier: MIT

extension Act {
    /// Checks what is said of a return interview: the field's own categories, how the interviewer stands to placement
    /// and authority as the record has it, and that answers name an entry of this child's.
    func checkInterviewing(_ child: ChildID?, in state: State) throws(Refusal) {
        switch word {
        case .interviewAssigned: try checkStanding(of: child, in: state)
        case .interviewNotAttended: try checkChoice(.kind, among: NotAttended.allCases.map(\.rawValue))
        case .interviewNotArranged: try checkChoice(.ground, among: NotOffered.allCases.map(\.rawValue))
        case .interviewAudited: try checkChoice(.grade, among: InterviewGrade.allCases.map(\.rawValue))
        case .findingNeedsNoAction: try checkNames([.findingRecorded], of: child, in: state)
        case .intelligenceReceived: try checkNames([.intelligenceSubmitted], of: child, in: state)
        case .childCorrected: try checkNames([.interviewWrittenForChild, .childAnswered], of: child, in: state)
        default: break
        }
    }

    private func checkChoice(_ key: DetailKey, among allowed: [String]) throws(Refusal) {
        guard let given = details.word(key) else { return }
        guard allowed.contains(given) else { throw .valueIsNotAllowed(key, given: given, allowed: allowed) }
    }

    /// How they stand is what the record says, where it knows them: nobody writes themselves independent.
    private func checkStanding(of id: ChildID?, in state: State) throws(Refusal) {
        try checkChoice(.kind, among: InterviewerStanding.allCases.map(\.rawValue))
        guard let child = id.flatMap({ state.child($0) }), let name = details.word(.interviewer),
            let worker = state.workers[name]
        else { return }
        if worker.hasLeft { throw .workerIsNotKnown(name) }
        let standing = InterviewerStanding(of: worker, to: child.facts, on: occurredAt.earliest, in: state)
        guard details.word(.kind) == standing.rawValue else {
            throw .valueIsNotAllowed(.kind, given: details.word(.kind) ?? "", allowed: [standing.rawValue])
        }
    }

    private func checkNames(_ words: EventWords, of id: ChildID?, in state: State) throws(Refusal) {
        let position = Position(Int64(details.number(.what) ?? 0))
        guard let child = id.flatMap({ state.child($0) }),
            let named = state.word(at: position, of: child), words.contains(named)
        else { throw .entryIsNotHere(position) }
    }
}
