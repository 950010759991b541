// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Web

/// Two missing children of different authorities on one strategy meeting tomorrow.
struct MeetingScene {
    let kezia: EpisodeID
    let sky: EpisodeID
    let meeting: Int

    static let manager = Actor(worker: "m.manager", role: .teamManager, agency: AgencyID("eastmoor"))

    init(_ site: TestSite) async throws {
        kezia = try await site.report(TestSite.kezia)
        sky = try await site.report(TestSite.sky)
        let at = DetailValue.time(.at(site.now + .hours(24)))
        let called = try await site.partnership.submitTrusted(
            [
                Act(
                    .meetingCalled, .partnership, occurredAt: .at(site.now),
                    details: [
                        .kind: .word("strategy-meeting"), .at: at, .place: .word("secret room 9"),
                        .attendees: .words(["social-worker", "team-manager", "police"]),
                    ])
            ], by: Self.manager)
        meeting = Int(called.last.number)
        let tie: Details = [.kind: .word("strategy-meeting"), .at: at, .meeting: .number(meeting)]
        for episode in [kezia, sky] {
            _ = try await site.partnership.submitTrusted(
                [Act(.meetingArranged, .episode(episode), occurredAt: .at(site.now), details: tie)], by: Self.manager)
        }
    }

    /// The meeting was held, with these minutes of Kezia.
    func hold(_ site: TestSite, minutes: String) async throws {
        _ = try await site.partnership.submitTrusted(
            [
                Act(
                    .meetingHeld, .episode(kezia), occurredAt: .at(site.now),
                    details: [
                        .kind: .word("strategy-meeting"), .meeting: .number(meeting), .minutes: .text(minutes),
                        .decisions: .words(["plan"]),
                    ])
            ], by: Self.manager)
    }

    /// An action is agreed; returns the number by which later entries name it.
    func agree(
        _ site: TestSite, _ what: String, owner: Role, due: String? = nil, on episode: EpisodeID? = nil
    ) async throws -> Int64 {
        var details: Details = [
            .action: .text(what), .owner: .word(TestSite.actor(owner).worker ?? ""), .meeting: .number(meeting),
        ]
        if let due { details[.due] = .time(.at(try TimeText.instant(due))) }
        let receipt = try await site.partnership.submitTrusted(
            [Act(.actionAgreed, .episode(episode ?? kezia), occurredAt: .at(site.now), details: details)],
            by: Self.manager)
        return receipt.last.number
    }
}
