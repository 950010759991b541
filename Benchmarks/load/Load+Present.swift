// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import Partnership
import WorkingTime

extension Load {
    /// Reports so many children missing within the last hours, so that boards have something to show.
    func report(_ wanted: Int) async throws {
        let partnership = try opened(snapshot: nil)
        let carer = Actor(worker: "load", role: .carer, agency: AgencyID("larch-house"))
        let inspector = Actor(worker: "load", role: .dutyInspector, agency: AgencyID("eastmoor-police"))
        var reported = 0
        for child in partnership.state.children.values where reported < wanted {
            guard partnership.state.openEpisode(of: child.id) == nil else { continue }
            let told = Self.now() - .minutes(60 + reported % 600)
            let report = Act(
                .reported, .child(child.id), occurredAt: .at(told),
                details: [
                    .missingSince: .time(.at(told - .minutes(25))), .to: .word("police"),
                    .circumstances: .text("Did not come back at the agreed time."),
                ])
            let receipt = try await partnership.submitTrusted([report], by: carer)
            guard let episode = receipt.episode else { continue }
            let decided = [(EventWord.classified, "missing"), (.riskGraded, "medium")].map { word, choice in
                Act(
                    word, .episode(episode), occurredAt: .at(told + .minutes(20)),
                    details: [.as: .word(choice), .rationale: .text("Out of character; nobody has seen them.")])
            }
            _ = try await partnership.submitTrusted(decided, by: inspector)
            reported += 1
        }
        print("\(reported) reported; \(partnership.state.unclosed.count) episodes are not closed")
    }
}
