// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

/// An entry says who wrote it; that a carer of a home did so says where the child lives.
@Suite struct `Who wrote an entry` {
    @Test func `is told with their home only to who may see where the child lives`() async throws {
        try await TestSite.run { site in
            try await site.add([.school, .recordsManager])
            let episode = try await site.report(TestSite.kezia)
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .penPictureWritten, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [.description: .text("Tall.")])
                ], by: TestSite.actor(.carer))
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .accountReceived, .episode(episode), occurredAt: .at(site.now),
                        details: [
                            .agency: .word("larch-house"), .missingSince: .time(.at(site.now - Elapsed.hours(2))),
                        ])
                ], by: TestSite.actor(.socialWorker))
            for role in [Role.socialWorker, .dutyInspector] {
                #expect(try await Self.read(episode, by: site.signedIn(role)).contains("Larch house"), "\(role)")
            }
            for role in [Role.school, .recordsManager] {
                let read = try await Self.read(episode, by: site.signedIn(role))
                #expect(read.contains("Carer") && !read.contains("Larch house"), "\(role)")
                #expect(!read.contains("The carer"), "\(role)")
            }
        }
    }

    private static func read(_ episode: EpisodeID, by visitor: TestVisitor) async throws -> String {
        var read = ""
        for path in [
            "/children/1", "/children/1/pen-picture", "/episodes/\(episode.number)",
            "/episodes/\(episode.number)/accounts", "/discrepancies",
        ] {
            read += try await visitor.get(path).body
        }
        return read
    }
}
