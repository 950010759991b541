// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A session` {
    @Test func `ends after an hour without doing anything, and after a shift whatever is done`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.carer)
            for _ in 0..<20 {
                site.advance(by: .minutes(50))
                guard try await visitor.get("/").status == 200 else { break }
            }
            #expect(site.hours(since: "2015-06-05T22:41") >= 13)
            let idle = try await site.signedIn(.carer)
            site.advance(by: .minutes(61))
            #expect(try await idle.get("/").location.hasPrefix("/sign-in"))
        }
    }

    @Test func `is not kept alive by what a page asks for by itself`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.carer)
            for _ in 0..<3 {
                site.advance(by: .minutes(25))
                _ = try await visitor.get("/you/session", refreshing: true)
            }
            #expect(try await visitor.get("/").location.hasPrefix("/sign-in"))
        }
    }

    @Test func `says how long it holds`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.carer)
            #expect(try await visitor.get("/").body.contains("You stay signed in until 23:41"))
            site.advance(by: .minutes(10))
            #expect(try await visitor.get("/you/session", refreshing: true).body == "3000 46200\n")
            #expect(try await visitor.get("/you/session").body == "3600 46200\n")
        }
    }

    @Test func `is listed, and is ended by its owner alone`() async throws {
        try await TestSite.run { site in
            let (here, there) = (try await site.signedIn(.carer), try await site.signedIn(.carer))
            let stranger = try await site.signedIn(.socialWorker)
            let page = try await here.get("/you")
            #expect(page.body.matches(of: /This one/).count == 1)
            let other = try #require(page.body.firstMatch(of: /name="which" value="([0-9]+)"/)).1
            _ = try await stranger.get("/you")
            _ = try await stranger.send("/you/sessions", ["which": String(other)])
            #expect(try await there.get("/").status == 200)
            _ = try await here.get("/you")
            #expect(try await here.send("/you/sessions", ["which": String(other)]).location == "/you")
            #expect(try await there.get("/").status == 303)
            #expect(try await here.get("/").status == 200)
            _ = try await here.get("/you")
            _ = try await here.send("/you/sessions", ["which": "all"])
            #expect(try await here.get("/").status == 303)
            #expect(try await stranger.get("/").status == 200)
        }
    }

    @Test func `ends at once when the sign-in is stopped, the role changed or the password reset`() async throws {
        try await TestSite.run { site in
            let email = TestSite.email(.carer)
            let acts: [@Sendable (Accounts) async throws -> Account] = [
                { try await $0.disable(email) }, { try await $0.changeRole(email, to: .homeManager, agency: nil) },
                { try await $0.endSessions(email) }, { try await $0.resetSecondFactor(email) },
                { try await $0.resetPassword(email, to: "a password for once") },
            ]
            for act in acts {
                let visitor = try await site.signedIn(.carer)
                #expect(try await visitor.get("/").status == 200)
                _ = try await act(site.accounts)
                #expect(try await visitor.get("/").status == 303)
                _ = try await site.accounts.enable(email)
            }
            let stopped = site.visitor()
            _ = try await site.accounts.disable(TestSite.email(.socialWorker))
            #expect(try await stopped.password(of: .socialWorker).status == 422)
        }
    }

    @Test func `that another process ended is known within seconds`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.carer)
            #expect(try await visitor.get("/").status == 200)
            try site.fromElsewhere { database in try database.execute(sql: "DELETE FROM sessions") }
            for _ in 0..<200 where try await visitor.get("/").status == 200 {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try await visitor.get("/").status == 303)
        }
    }

    @Test func `has another token after a new password, and its open forms still count`() async throws {
        try await TestSite.run { site in
            let (visitor, other) = (try await site.signedIn(.carer), try await site.signedIn(.carer))
            _ = try await visitor.get("/you/password")
            let (before, open) = (visitor.cookies["homeward"] ?? "", visitor.formToken)
            let wrong = try await visitor.send(
                "/you/password", ["password": "not it at all", "new-password": "quiet river stones"])
            #expect(wrong.status == 422 && wrong.body.contains("This is not your password."))
            let same = try await visitor.send(
                "/you/password", ["password": TestSite.password, "new-password": TestSite.password])
            #expect(same.status == 422 && same.body.contains("This is the password you have now"))
            let answer = try await visitor.send(
                "/you/password", ["password": TestSite.password, "new-password": "quiet river stones"], token: open)
            #expect(answer.location == "/you")
            #expect(visitor.cookies["homeward"] != before)
            #expect(try await visitor.send("/report", ["child": "9"], token: open).status != 403)
            #expect(try await other.get("/").status == 303)
            let stolen = site.visitor()
            stolen.setCookie("homeward", before)
            #expect(try await stolen.get("/").status == 303)
        }
    }

    @Test func `asks once more who it is before what is hard to undo`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.carer)
            #expect(try await visitor.get("/you/second-factor").status == 200)
            site.advance(by: .minutes(16))
            let asked = try await visitor.get("/you/second-factor")
            #expect(asked.location == "/you/prove?next=%2Fyou%2Fsecond-factor")
            _ = try await visitor.get(asked.location)
            let proved = try await visitor.send(
                "/you/prove", ["password": TestSite.password, "next": "/you/second-factor"])
            #expect(proved.location == "/you/second-factor")
            let page = try await visitor.get("/you/second-factor")
            #expect(page.status == 200)
            let key = TestVisitor.key(in: page.body)
            #expect(try await visitor.send("/you/second-factor", ["code": site.code(key)]).status == 200)
            #expect(try await site.accounts.secondFactor(of: site.account(.carer)).recoveryCodes == 10)
        }
    }
}

@Suite struct `A password that was given` {
    @Test func `is for once, and for three days`() async throws {
        try await TestSite.run { site in
            let email = TestSite.email(.carer)
            _ = try await site.accounts.resetPassword(email, to: "a password for once")
            let visitor = site.visitor()
            _ = try await visitor.get("/sign-in")
            let first = try await visitor.send("/sign-in", ["email": email, "password": "a password for once"])
            #expect(first.location == "/sign-in/new-password")
            #expect(try await visitor.get("/").status == 303)
            _ = try await visitor.get(first.location)
            let weak = try await visitor.send(first.location, ["new-password": "password1234"])
            #expect(weak.status == 422)
            let chosen = try await visitor.send(first.location, ["new-password": "quiet river stones"])
            #expect(chosen.location == "/")
            #expect(try await visitor.get("/").status == 200)

            _ = try await site.accounts.resetPassword(email, to: "a password for once")
            site.advance(by: .hours(73))
            let late = site.visitor()
            _ = try await late.get("/sign-in")
            let answer = try await late.send("/sign-in", ["email": email, "password": "a password for once"])
            #expect(answer.status == 422 && answer.body.contains("was for three days"))
        }
    }
}
