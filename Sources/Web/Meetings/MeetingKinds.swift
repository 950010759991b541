// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures

/// The kinds of meeting that the protocols in force know, the visitor's own authority's first.
struct MeetingKinds: Sendable {
    let all: [Meeting]

    init(_ shelf: ProtocolShelf, for agency: AgencyID?, in state: State) {
        let authority = agency.map { state.agencies[$0]?.authority ?? $0 }
        let packs =
            [shelf.pack(for: authority, in: state)] + state.adoptions.compactMap { shelf.packs[$0.pack] }
            + [shelf.standing]
        var found: [Meeting] = []
        for meeting in packs.flatMap(\.sections.meetings) where !found.contains(where: { $0.id == meeting.id }) {
            found.append(meeting)
        }
        all = found
    }

    func meeting(_ id: String) -> Meeting? { all.first { $0.id == id } }

    /// What it is called: by the protocol, else by its plain code.
    func title(_ id: String) -> String { meeting(id)?.title ?? Choices.spoken(id).capitalisedFirst }

    /// Whether children come to it by way of an agenda: a panel, and not a meeting about one episode.
    func isPanel(_ id: String) -> Bool {
        meeting(id).map { $0.chair == .panelChair } ?? (id.contains("panel") || id == "mase")
    }

    /// How it ends for a child, in the words of the protocol.
    func outcome(_ code: String, of kind: String) -> String {
        meeting(kind)?.outcomes.first { $0.id == code }?.says ?? Choices.spoken(code).capitalisedFirst
    }
}

extension Call {
    var meetingKinds: MeetingKinds {
        MeetingKinds(site.partnership.shelf, for: account.agency, in: state)
    }
}
