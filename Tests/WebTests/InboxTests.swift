// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Partnership
import Procedures
import Synchronization
import Testing
import WorkingTime

@testable import Web

@Suite struct `What people are told` {
    /// Adopts the national protocol, and writes those who sign in into the record.
    private func prepare(_ site: TestSite) async throws {
        let adopting = Act(
            .protocolAdopted, .partnership, occurredAt: .at(site.now),
            details: [
                .pack: .word("england-2014"), .openFrom: .date(London.date(of: site.now).adding(days: -30)),
                .appliesToOpen: .flag(true),
            ])
        let workers = try await site.accounts.all().map { account in
            Act(
                .workerAdded, .partnership, occurredAt: .at(site.now),
                details: [
                    .worker: .word(account.worker), .name: .text(account.name), .role: .word(account.role.rawValue),
                    .agency: .word(account.agency?.name ?? "eastmoor"),
                ])
        }
        _ = try await site.partnership.submitTrusted([adopting] + workers, by: TestSite.actor(.administrator))
    }

    @Test func `stands on their screen with its count, until they say that they have seen it`() async throws {
        try await TestSite.run { site in
            try await prepare(site)
            let episode = try await site.report(TestSite.kezia)
            try await site.outbox.work()
            let worker = try await site.signedIn(.socialWorker)
            let board = try await worker.get("/").body
            #expect(board.contains("To see <b>1"))
            let page = try await worker.get("/inbox").body
            #expect(page.contains("Kezia Adams") && page.contains("A child you are responsible for was reported."))
            #expect(page.contains("/episodes/\(episode.number)") && page.contains("SG ¶66"))
            let message = try #require(try site.outbox.inbox(of: TestSite.actor(.socialWorker).worker ?? "").first)
            let answer = try await worker.send("/inbox", ["message": "\(message.id)"])
            #expect(answer.status == 303 && answer.location == "/inbox?seen=yes")
            #expect(try await worker.get("/inbox").body.contains("There is nothing that you have not seen."))
            #expect(try await !worker.get("/").body.contains("To see <b>"))
            let mark = try #require(site.partnership.state.episode(episode)?.history.recorded.last)
            #expect(mark.word == .acknowledged && mark.by == .socialWorker)
            #expect(mark.details.number(.what).map(Int64.init) == message.notice.event?.number)
            // Saying it twice adds nothing.
            _ = try await worker.send("/inbox", ["message": "\(message.id)"])
            #expect(site.partnership.state.episode(episode)?.history.recorded.last == mark)
        }
    }

    @Test func `is nobody else's, and names no child whom they may not see`() async throws {
        try await TestSite.run { site in
            try await prepare(site)
            try await site.report(TestSite.kezia)
            try await site.report(TestSite.sky)
            try await site.outbox.work()
            let message = try #require(try site.outbox.inbox(of: TestSite.actor(.socialWorker).worker ?? "").first)
            let interviewer = try await site.signedIn(.interviewer)
            _ = try await interviewer.get("/inbox")
            #expect(try await interviewer.send("/inbox", ["message": "\(message.id)"]).status == 404)
            for role in [Role.socialWorker, .teamManager, .carer, .analyst, .administrator] {
                let visitor = try await site.signedIn(role)
                #expect(try await !visitor.get("/inbox").body.contains("Sky Winter"), "\(role)")
            }
        }
    }

    @Test func `says no more of a child who was hidden since`() async throws {
        try await TestSite.run { site in
            try await prepare(site)
            try await site.report(TestSite.kezia)
            try await site.outbox.work()
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/inbox").body.contains("Kezia"))
            let restricting = Act(
                .accessRestricted, .child(TestSite.kezia), occurredAt: .at(site.now),
                details: [
                    .ground: .word("staff-relative"), .names: .words(["team-manager-eastmoor-example"]),
                    .reason: .text("A relative works here."),
                ])
            _ = try await site.partnership.submitTrusted([restricting], by: TestSite.actor(.teamManager))
            let page = try await worker.get("/inbox").body
            #expect(!page.contains("Kezia") && !page.contains("was reported") && !page.contains("SG ¶66"))
            #expect(page.contains("whose record you may not see now"))
        }
    }

    @Test func `reaches them as they choose, and is kept sealed`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/you/notices")
            let wrong = try await worker.send(
                "/you/notices", ["email": "nobody", "text": "12", "quiet-from": "22:00", "quiet-until": ""])
            #expect(wrong.status == 422)
            for says in ["not an email address", "not a mobile number", "two different times"] {
                #expect(wrong.body.contains(says))
            }
            let answer = try await worker.send(
                "/you/notices",
                [
                    "email": "june@eastmoor.example", "text": "+44 7700 900123", "quiet-from": "22:00",
                    "quiet-until": "07:00",
                ])
            #expect(answer.status == 303)
            let name = try #require(TestSite.actor(.socialWorker).worker)
            let reach = try #require(try await site.accounts.reach(of: name))
            #expect(reach.email == "june@eastmoor.example" && reach.text == "+447700900123")
            #expect(reach.quietHours == QuietHours(fromSecondOfDay: 79_200, untilSecondOfDay: 25_200))
            let page = try await worker.get("/you/notices").body
            #expect(page.contains("value=\"+447700900123\"") && page.contains("value=\"22:00\""))
            try site.fromElsewhere { database in
                let all = try String.fetchAll(database, sql: "SELECT hex(sealed) FROM noticeReach").joined()
                let number = Data("447700900123".utf8).map { String(format: "%02X", $0) }.joined()
                #expect(!all.isEmpty && !all.contains(number))
            }
        }
    }

    private final class Refusing: NoticeChannel {
        let right: String
        private let sent = Mutex<[OutgoingNotice]>([])
        var carried: [OutgoingNotice] { sent.withLock { $0 } }
        init(right: String) { self.right = right }

        func carry(_ notice: OutgoingNotice) async -> Carried {
            sent.withLock { $0.append(notice) }
            return notice.address == right ? .taken(reference: "r") : .refused("no such address")
        }
    }

    @Test func `is mended by the administrator, who is not told whom it is about`() async throws {
        let channel = Refusing(right: "right@eastmoor.example")
        let plan = OutboxPlan(channels: [.email: channel], address: "https://homeward.example")
        try await TestSite.run(plan: plan) { site in
            try await prepare(site)
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/you/notices")
            _ = try await worker.send("/you/notices", ["email": "wrong@eastmoor.example"])
            try await site.report(TestSite.kezia)
            try await site.outbox.work()
            let keeper = try await site.signedIn(.administrator)
            let page = try await keeper.get("/outbox").body
            #expect(page.contains("no such address") && page.contains("The social worker"))
            for word in ["Kezia", "reported", "wrong@eastmoor", "/episodes/"] {
                #expect(!page.contains(word), "\(word)")
            }
            let dead = try #require(try site.outbox.messages(.dead).first { $0.way == .email })
            let wrong = try await keeper.send("/outbox/mend", ["message": "\(dead.id)", "address": "nothing"])
            #expect(wrong.status == 422 && wrong.body.contains("This is not an email address."))
            let mended = try await keeper.send(
                "/outbox/mend", ["message": "\(dead.id)", "address": "right@eastmoor.example"])
            #expect(mended.status == 303 && mended.location == "/outbox?tried=1")
            try await site.outbox.work()
            #expect(channel.carried.last?.address == "right@eastmoor.example")
            #expect(try site.outbox.message(dead.id)?.state == .delivered)
            let after = try await keeper.get("/outbox").body
            #expect(after.contains("corrected where it goes") && after.contains("had it tried again"))
            #expect(try await worker.get("/you").body.contains("An administrator corrected where your notices go"))
            for role in [Role.socialWorker, .teamManager, .analyst] {
                let other = try await site.signedIn(role)
                #expect(try await other.get("/outbox").status == 404)
            }
        }
    }
}
