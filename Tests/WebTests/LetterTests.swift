// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A letter about an episode` {
    /// A site on which Birmingham's protocol, which has letters, governs; with a child who is back.
    private func run(_ body: (TestSite, EpisodeID) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let adoption: Details = [
                .pack: .word("birmingham-2015"), .openFrom: .date(London.date(of: site.now)),
                .authority: .word("eastmoor"),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.protocolAdopted, .partnership, occurredAt: .at(site.now), details: adoption)],
                by: Actor(worker: "admin", role: .administrator))
            let episode = try await site.report(TestSite.kezia)
            _ = try await site.partnership.submitTrusted(
                [Act(.returned, .episode(episode), occurredAt: .at(site.now))], by: TestSite.actor(.carer))
            try await body(site, episode)
        }
    }

    private let text = "Dear Kezia Adams, we are glad that you are back. Ring 116 000."

    @Test func `is filled in from the record, and asks for what the record does not know`() async throws {
        try await run { site, episode in
            let page = try await site.signedIn(.socialWorker).get("/episodes/\(episode.number)/letters/advice-to-child")
            #expect(page.status == 200 && page.body.contains("Dear Kezia Adams,"))
            #expect(page.body.contains("name=\"place-contact:interview-provider\""))
            #expect(page.body.contains("/protocols/birmingham-2015#letter-advice-to-child"))
        }
    }

    @Test func `is not recorded as sent while a place in it is open`() async throws {
        try await run { site, episode in
            let worker = try await site.signedIn(.socialWorker)
            let path = "/episodes/\(episode.number)/letters/advice-to-child"
            _ = try await worker.get(path)
            let open = try await worker.send(
                path, ["act": "send", "how": "letter", "text": "Dear {child-name}, hello."])
            #expect(open.status == 422 && open.body.contains("Nothing is filled in for {child-name}"))
            let empty = try await worker.send(path, ["act": "send", "how": "letter", "text": ""])
            #expect(empty.status == 422)
            #expect(site.partnership.state.episode(episode)?.history.holds(.letterSent) == false)
        }
    }

    @Test func `fills in what was typed, and keeps what the sender changed`() async throws {
        try await run { site, episode in
            let worker = try await site.signedIn(.socialWorker)
            let path = "/episodes/\(episode.number)/letters/advice-to-child"
            _ = try await worker.get(path)
            let filled = try await worker.send(
                path, ["act": "fill", "place-contact:interview-provider": "Open Door, 960300"])
            #expect(filled.status == 200 && filled.body.contains("ring us: Open Door, 960300"))
        }
    }

    @Test func `stands in the record as it was sent, with its text, and is shown and printed from there`() async throws
    {
        try await run { site, episode in
            let worker = try await site.signedIn(.socialWorker)
            let path = "/episodes/\(episode.number)/letters"
            _ = try await worker.get("\(path)/advice-to-child")
            let sent = try await worker.send("\(path)/advice-to-child", ["act": "send", "how": "letter", "text": text])
            #expect(sent.status == 303 && sent.location.hasPrefix("\(path)/sent/"))
            let mark = try #require(site.partnership.state.episode(episode)?.history.standing.last)
            #expect(
                mark.word == .letterSent && mark.details.word(.to) == "child"
                    && mark.details.word(.kind) == "advice-to-child")
            #expect(try await worker.get(sent.location).body.contains(text))
            #expect(try await worker.get(path).body.contains("Sent once already."))
            // What is in a letter belongs to the episode: a school is told of none.
            try await site.add([.school])
            #expect(try await site.signedIn(.school).get("\(path)/sent/\(mark.position.number)").status == 404)
        }
    }
}

@Suite struct `A document on paper` {
    @Test func `is a PDF made without a network, where this machine can make one`() async throws {
        guard PaperMaker.isAvailable else {
            print("SKIPPED: this machine has no weasyprint, so no PDF was made")
            return
        }
        let maker = PaperMaker()
        let bytes = try await maker.pdf(
            of:
                "<!doctype html><html lang=\"en\"><body><h1>Văn Nam</h1><img src=\"http://127.0.0.1:9/x.png\" alt=\"\"></body></html>"
        )
        #expect(String(decoding: bytes.prefix(5), as: UTF8.self) == "%PDF-")
        #expect(bytes.count > 1_000)
    }

    @Test func `is given with a name that tells nothing, and says where to print where there is none`() async throws {
        try await TestSite.run(configured: { $0.makesPaper = true }) { site in
            let episode = try await site.report(TestSite.kezia)
            let answer = try await site.signedIn(.dutyInspector).get("/episodes/\(episode.number)/police-pack/pdf")
            #expect(answer.status == 200)
            if PaperMaker.isAvailable {
                #expect(answer.header("content-type") == "application/pdf")
                #expect(
                    answer.header("content-disposition")
                        == "attachment; filename=\"homeward-police-pack-\(episode.number).pdf\"")
            } else {
                #expect(answer.body.contains("This machine makes no PDF"))
            }
        }
    }

    @Test func `holds only what the reader may take out of the record`() async throws {
        try await TestSite.run { site in
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .penPictureWritten, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [
                            .description: .text("Tall."), .associates: .text("The grey van."),
                            .medical: .text("Asthma."),
                        ])
                ], by: TestSite.actor(.socialWorker))
            let episode = try await site.report(TestSite.kezia)
            let access = Access(TestSite.actor(.dutyInspector), in: site.partnership.state, at: site.now)
            let taken = Seen(access, of: TestSite.kezia, taking: .export)
            #expect(
                taken.sees(.identity) && taken.sees(.location) && !taken.sees(.intelligence) && !taken.sees(.health))
            let page = try await site.signedIn(.dutyInspector).get("/episodes/\(episode.number)/police-pack").body
            #expect(page.contains("The grey van.") && page.contains("Asthma."))
            #expect(page.contains("Not known"))
        }
    }
}
