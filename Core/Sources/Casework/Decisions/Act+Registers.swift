// SPDX-License-Identifier: MIT

extension Act {
    /// Checks that the meeting, the plan's line or the action that the act names is there, and not called off.
    func checkRegisters(_ child: ChildID?, in state: State) throws(Refusal) {
        if let number = details.number(.meeting) {
            guard let meeting = state.meetings.meeting(number) else { throw .entryIsNotHere(Position(Int64(number))) }
            if meeting.isCancelled, word != .takenOffAgenda { throw .meetingIsCancelled }
        }
        if let number = details.number(.line) {
            guard let line = state.planLines.line(number), !line.isEnded else {
                throw .entryIsNotHere(Position(Int64(number)))
            }
        }
        switch word {
        case .planLineWritten:
            try check(.kind, isOneOf: PlanLine.Kind.allCases.map(\.rawValue))
            try check(.goal, isOneOf: PlanLine.Goal.allCases.map(\.rawValue))
        case .planLineChanged: try check(.goal, isOneOf: PlanLine.Goal.allCases.map(\.rawValue))
        case .planLineProgressed: try check(.outcome, isOneOf: PlanLine.Progress.allCases.map(\.rawValue))
        case .actionChased, .actionChanged, .actionDropped: try checkEntry(child, is: .actionAgreed, in: state)
        default: break
        }
    }

    /// Checks that the entry that the act names stands in the child's record and is of a word.
    private func checkEntry(_ child: ChildID?, is expected: EventWord, in state: State) throws(Refusal) {
        let position = Position(Int64(details.number(.what) ?? 0))
        guard let child = child.flatMap({ state.child($0) }), state.word(at: position, of: child) == expected else {
            throw .entryIsNotHere(position)
        }
    }
}
