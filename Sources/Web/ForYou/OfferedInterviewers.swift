// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The people whom a child is offered for a return interview: interviewers of the provider that has the referral, or else
/// of the child's area, who work neither where the child lives nor for the authority.
enum OfferedInterviewers {
    static let most = 8

    static func of(_ child: Child, in state: State, at now: Instant) -> [Worker] {
        let referred = child.episodes.last.flatMap { state.episode($0) }.flatMap { InterviewCourse(of: $0).referredTo }
        let offered = state.workers.values.filter { worker in
            guard worker.role == .interviewer, !worker.hasLeft, let agency = state.agencies[worker.agency],
                agency.kind == .interviewProvider
            else { return false }
            let isTheirs = referred.map { $0 == agency.id.name } ?? covers(agency, child)
            let standing = InterviewerStanding(of: worker, to: child.facts, on: now, in: state)
            return isTheirs && standing == .independent
        }
        return Array(offered.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.prefix(most))
    }

    private static func covers(_ agency: Agency, _ child: Child) -> Bool {
        guard let responsible = child.facts.responsible, !agency.areas.isEmpty else { return true }
        return agency.areas.contains(responsible)
    }
}
