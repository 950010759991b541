// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Web

extension TestSite {
    /// A fresh browser in which Kezia's link was opened with the agreed word.
    func openedLink() async throws -> TestVisitor {
        let worker = try await signedIn(.socialWorker)
        _ = try await worker.get("/children/1/links")
        let answer = try await worker.send("/children/1/links", ["word": "Blue Heron", "days": "7"])
        guard let path = answer.body.firstMatch(of: /\/for-you\/[A-Za-z0-9_-]{43}/)?.output else {
            preconditionFailure("the page of links shows the new one")
        }
        let child = visitor()
        _ = try await child.get(String(path))
        _ = try await child.get("/for-you")
        let opened = try await child.send("/for-you", ["word": "blue heron"])
        precondition(opened.status == 303, "the agreed word opens it")
        return child
    }

    /// People who are named in the record under the short names of those who sign in, and one more interviewer.
    func nameWorkers() async throws {
        let people: [(String, Role, String)] = [
            (TestSite.actor(.interviewer).worker ?? "", .interviewer, "open-door"),
            ("other.interviewer", .interviewer, "open-door"),
            (TestSite.actor(.socialWorker).worker ?? "", .socialWorker, "eastmoor"),
            ("home.interviewer", .interviewer, "larch-house"),
        ]
        let acts = people.map { id, role, agency in
            Act(
                .workerAdded, .partnership, occurredAt: .at(now),
                details: [
                    .worker: .word(id), .name: .text(id.capitalized), .role: .word(role.rawValue),
                    .agency: .word(agency),
                ])
        }
        _ = try await partnership.submitTrusted(acts, by: Actor(worker: "admin", role: .administrator))
    }

    /// Kezia was reported missing and is back, by the guidance's protocol.
    func keziaIsBack() async throws -> EpisodeID {
        let episode = try await report(TestSite.kezia)
        advance(by: .hours(3))
        _ = try await partnership.submitTrusted(
            [Act(.returned, .episode(episode), occurredAt: .at(now))], by: TestSite.actor(.carer))
        return episode
    }

    /// Lets a shipped protocol govern from today on.
    func adopt(_ pack: String) async throws {
        let details: Details = [.pack: .word(pack), .openFrom: .date(London.date(of: now))]
        _ = try await partnership.submitTrusted(
            [Act(.protocolAdopted, .partnership, occurredAt: .at(now), details: details)],
            by: Actor(worker: "admin", role: .administrator))
    }
}
