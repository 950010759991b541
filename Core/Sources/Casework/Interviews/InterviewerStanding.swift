// SPDX-License-Identifier: MIT

import WorkingTime

/// How somebody stands to a child's placement and to the authority that answers for the child.
///
/// Whether that rules them out as return interviewer is the protocol's to say. Source: SG ¶69; BF 13.
public enum InterviewerStanding: String, CaseIterable, Hashable, Sendable {
    case independent
    /// They work where the child lives, or for whoever runs it, or they are the carer themselves.
    case worksForPlacement = "works-for-placement"
    /// They work for the authority that is responsible for the child.
    case worksForAuthority = "works-for-authority"

    /// As the record has it at an instant. Of placement and authority the placement counts, since no protocol lets it.
    public init(of worker: Worker, to facts: ChildFacts, on instant: Instant, in state: State) {
        if let place = facts.placement(on: London.date(of: instant))?.place {
            let runs = state.agencies[AgencyID(place)]?.details.word(.provider)
            let agency = worker.agency.name
            if place == worker.id || place == agency || runs == agency {
                self = .worksForPlacement
                return
            }
            // Two homes of one provider are one placement to a child who would speak of it.
            if let runs, state.agencies[worker.agency]?.details.word(.provider) == runs {
                self = .worksForPlacement
                return
            }
        }
        if worker.role.isCarer || worker.role == .parent {
            self = .worksForPlacement
        } else {
            self = worker.agency == facts.responsible ? .worksForAuthority : .independent
        }
    }

    /// As the end of a sentence about them.
    public var spoken: String {
        switch self {
        case .independent: "works neither where the child lives nor for the authority that answers for the child"
        case .worksForPlacement: "works where the child lives, or looks after children"
        case .worksForAuthority: "works for the authority that answers for the child"
        }
    }
}
