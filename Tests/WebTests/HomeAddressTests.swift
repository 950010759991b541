// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework
@testable import Web

@Suite struct `The addresses of homes` {
    private let address = "3 Larch Lane, Eastmoor, EM2 4QT"

    private func site(_ body: (TestSite) async throws -> Void) async throws {
        try await TestSite.run { site in
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .agencyChanged, .partnership, occurredAt: .at(site.now),
                        details: [
                            .agency: .word("larch-house"), .address: .text("3 Larch Lane, Eastmoor"),
                            .postcode: .word("EM2 4QT"),
                        ]),
                    Act(
                        .agencyChanged, .partnership, occurredAt: .at(site.now),
                        details: [.agency: .word("ash-lodge"), .address: .text("2 Ashfield Road, Northvale")]),
                ], by: Actor(role: .administrator))
            try await body(site)
        }
    }

    private func words(of role: Role, at site: TestSite) async throws -> [String] {
        try await site.looks(since: site.now - .hours(1)).filter { $0.by.role == role }.compactMap(\.words)
    }

    @Test func `are shown to police and social care once they say what for, which is noted with their name`()
        async throws
    {
        try await site { site in
            for role in [Role.dutyInspector, .socialWorker] {
                let visitor = try await site.signedIn(role)
                let list = try await visitor.get("/homes").body
                #expect(list.contains("Larch house") && list.contains("What do you need it for?"), "\(role)")
                #expect(!list.contains("Larch Lane"), "\(role)")
                for vague in ["?home=larch-house", "?home=larch-house&for=curiosity", "?for=finding-a-child"] {
                    #expect(try await !visitor.get("/homes\(vague)").body.contains("Larch Lane"), "\(role) \(vague)")
                }
                #expect(try await !words(of: role, at: site).contains { $0.contains("address") }, "\(role)")
                let shown = try await visitor.get("/homes?home=larch-house&for=finding-a-child").body
                #expect(shown.contains(address), "\(role)")
                let noted = try await words(of: role, at: site)
                #expect(noted.contains("the address of Larch house, for finding a child who is missing"), "\(role)")
            }
        }
    }

    @Test func `are a home's own, and nobody else's who looks after children`() async throws {
        try await site { site in
            try await site.add([.school, .health])
            let carer = try await site.signedIn(.carer)
            let list = try await carer.get("/homes").body
            #expect(list.contains("3 Larch Lane") && !list.contains("What do you need it for?"))
            let other = try await carer.get("/homes?home=ash-lodge&for=finding-a-child").body
            #expect(!list.contains("Ash lodge") && !other.contains("Ash lodge") && !other.contains("Ashfield"))
            for role in [Role.school, .interviewer, .health, .administrator, .analyst] {
                #expect(try await site.signedIn(role).get("/homes").status == 404, "\(role)")
            }
        }
    }
}
