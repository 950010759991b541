// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `A child's link` {
    /// Gives Kezia a link with the word "Blue Heron", and hands over its path.
    private func give(_ site: TestSite, days: Int = 7) async throws -> (worker: TestVisitor, path: String) {
        let worker = try await site.signedIn(.socialWorker)
        _ = try await worker.get("/children/1/links")
        let answer = try await worker.send("/children/1/links", ["word": "Blue Heron", "days": "\(days)"])
        #expect(answer.status == 200)
        let path = try #require(answer.body.firstMatch(of: /\/for-you\/[A-Za-z0-9_-]{43}/)).output
        return (worker, String(path))
    }

    private func links(_ site: TestSite) -> [ChildLink] {
        site.partnership.state.child(TestSite.kezia)?.facts.protection.links ?? []
    }

    private func count(_ word: EventWord, _ site: TestSite) -> Int {
        site.partnership.state.child(TestSite.kezia)?.history.recorded.count { $0.word == word } ?? 0
    }

    /// Opens a link in a fresh browser and tries a word.
    private func open(_ path: String, _ word: String, _ site: TestSite) async throws -> (
        TestVisitor, TestVisitor.Answer
    ) {
        let child = site.visitor()
        let entered = try await child.get(path)
        #expect(entered.status == 303 && entered.location == "/for-you", "the secret leaves the address")
        _ = try await child.get("/for-you")
        return (child, try await child.send("/for-you", ["word": word]))
    }

    @Test func `opens with the agreed word, takes the child's own words, and shows nothing of the record`() async throws
    {
        try await TestSite.run { site in
            let (_, path) = try await give(site)
            let (child, answer) = try await open(path, " blue  HERON", site)
            #expect(answer.status == 303 && answer.location == "/for-you/page")
            let page = try await child.get("/for-you/page")
            #expect(page.status == 200 && page.body.contains("Say it in your own words"))
            #expect(page.header("cache-control") == "no-store")
            #expect(page.header("referrer-policy") == "no-referrer")
            for told in ["Kezia", "Adams", "Larch", "Eastmoor", "missing", path] {
                #expect(!page.body.contains(told), "\(told)")
            }
            _ = try await child.get("/for-you/tell")
            let sent = try await child.send(
                "/for-you/tell", ["wants": "I am fine. I want to see <b>Mia</b>.", "about": "before"])
            #expect(sent.location == "/for-you/page?sent=words")
            #expect(count(.linkOpened, site) == 1 && count(.childWrote, site) == 1)
            #expect(links(site).first?.openedAt == site.now)
            #expect(
                !(try await child.get("/for-you/page?sent=words").body.contains("Mia")), "nor what was written before")
        }
    }

    @Test func `is shown once, and only its digest is kept`() async throws {
        try await TestSite.run { site in
            let (worker, path) = try await give(site)
            let again = try await worker.get("/children/1/links")
            let secret = String(path.dropFirst("/for-you/".count))
            #expect(again.status == 200 && !again.body.contains(secret) && again.body.contains("Not opened"))
            #expect(links(site).first?.digest == Secrets.digest(of: secret).inAddress)
            for page in ["/children/1", "/children/1/protection"] {
                #expect(!(try await worker.get(page).body.contains(secret)), "\(page)")
            }
        }
    }

    @Test func `answers alike whether it is wrong, unknown, ended, withdrawn or locked`() async throws {
        try await TestSite.run { site in
            var pages: [String] = []
            func tries(_ path: String, _ word: String) async throws {
                let (child, answer) = try await open(path, word, site)
                #expect(answer.status == 422)
                pages.append(answer.body.replacing(child.formToken, with: "token"))
                #expect(try await child.get("/for-you/page").location == "/for-you")
            }
            let (worker, withdrawn) = try await give(site)
            try await tries(withdrawn, "grey heron")
            try await tries("/for-you/\(Secrets.token())", "Blue Heron")
            try await tries("/for-you/none", "Blue Heron")
            _ = try await worker.get("/children/1/links")
            let what = try #require(links(site).first?.position.number)
            #expect(try await worker.send("/children/1/links/withdraw", ["what": "\(what)"]).status == 303)
            try await tries(withdrawn, "Blue Heron")
            let (_, ended) = try await give(site, days: 1)
            site.advance(by: .days(1))
            try await tries(ended, "Blue Heron")
            let (_, locked) = try await give(site)
            for _ in 0..<5 { try await tries(locked, "wrong") }
            try await tries(locked, "Blue Heron")
            #expect(Set(pages).count == 1, "one page for all of them")
            #expect(count(.linkOpened, site) == 0)
        }
    }

    @Test func `locks after five wrong words, and says so in the record`() async throws {
        try await TestSite.run { site in
            let (_, path) = try await give(site)
            for _ in 0..<4 { _ = try await open(path, "wrong", site) }
            #expect(links(site).first?.withdrawnAt == nil)
            #expect(
                try await open(path, "Blue Heron", site).1.status == 303, "a right word in time counts from the start")
            for _ in 0..<5 { _ = try await open(path, "wrong", site) }
            #expect(links(site).first?.withdrawnAt == site.now)
            #expect(count(.linkWithdrawn, site) == 1)
            let (_, other) = try await give(site)
            #expect(try await open(other, "Blue Heron", site).1.status == 303, "another can be given")
        }
    }

    @Test func `locks also where many words are tried at once`() async throws {
        try await TestSite.run { site in
            let (_, path) = try await give(site)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask { try await open(path, "guess \(number)", site).1.status }
                }
                for try await status in group { #expect(status == 422) }
            }
            #expect(links(site).first?.withdrawnAt != nil)
            #expect(try await open(path, "Blue Heron", site).1.status == 422)
        }
    }

    @Test func `ends with the visit: after half an hour, on leaving, and when it is withdrawn`() async throws {
        try await TestSite.run { site in
            let (worker, path) = try await give(site)
            let (child, _) = try await open(path, "Blue Heron", site)
            let stolen = child.cookies
            let left = try await child.get("/for-you/leave")
            #expect(left.status == 303 && left.location == ForYouPages.elsewhere)
            #expect(left.header("set-cookie").contains("Max-Age=0"))
            let thief = site.visitor()
            for (name, value) in stolen { thief.setCookie(name, value) }
            #expect(try await thief.get("/for-you/page").status == 303, "a visit that was left does not open again")
            let (late, _) = try await open(path, "Blue Heron", site)
            site.advance(by: .minutes(31))
            #expect(try await late.get("/for-you/page").status == 303)
            let (open, _) = try await open(path, "Blue Heron", site)
            _ = try await worker.get("/children/1/links")
            let what = try #require(links(site).first?.position.number)
            _ = try await worker.send("/children/1/links/withdraw", ["what": "\(what)"])
            #expect(try await open.get("/for-you/page").status == 303)
            #expect(try await open.send("/for-you/tell", ["wants": "x"]).location == "/for-you")
            #expect(count(.childWrote, site) == 0)
        }
    }

    @Test func `is given only by those who work with the child`() async throws {
        try await TestSite.run { site in
            for role in [Role.dutyInspector, .analyst, .administrator] {
                let visitor = try await site.signedIn(role)
                #expect(try await visitor.get("/children/1/links").status == 404, "\(role)")
            }
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/children/2/links").status == 404, "not for another authority's child")
            _ = try await worker.get("/children/1/links")
            for fields in [["word": "a"], ["word": "Blue Heron", "days": "400"], ["word": "Blue Heron", "days": "0"]] {
                #expect(try await worker.send("/children/1/links", fields).status == 422)
            }
            #expect(links(site).isEmpty)
        }
    }
}

@Suite struct `What a child does through their link` {
    private func marks(_ site: TestSite, _ word: EventWord) -> [Mark] {
        site.partnership.state.child(TestSite.kezia)?.history.recorded.filter { $0.word == word } ?? []
    }

    @Test func `choosing whom to talk with, where and how`() async throws {
        try await TestSite.run { site in
            let child = try await site.openedLink()
            _ = try await child.get("/for-you/talk")
            #expect(try await child.send("/for-you/talk", [:]).status == 422, "nothing was chosen")
            let unknown = try await child.send("/for-you/talk", ["who": "somebody.who.was.not.offered"])
            #expect(unknown.status == 422)
            let chosen = ["who": "somebody-else", "where": "quiet", "how": "phone", "more": "On Friday"]
            #expect(try await child.send("/for-you/talk", chosen).location == "/for-you/page?sent=choice")
            let mark = try #require(marks(site, .childChose).first)
            #expect(mark.details.word(.interviewer) == "somebody-else")
            #expect(mark.details.word(.kind) == "quiet" && mark.details.word(.how) == "phone")
        }
    }

    @Test func `reading what was written for them, and correcting it`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let interviewer = TestSite.actor(.interviewer)
            let told: Details = [.reasons: .text("sentinel of the interview")]
            let written: Details = [.narrative: .text("You want to see your gran.")]
            let steps: [(EventWord, Details)] = [
                (.returned, [:]), (.interviewHeld, told), (.interviewWrittenForChild, written),
            ]
            for (word, details) in steps {
                _ = try await site.partnership.submitTrusted(
                    [Act(word, .episode(episode), occurredAt: .at(site.now), details: details)], by: interviewer)
            }
            let child = try await site.openedLink()
            let page = try await child.get("/for-you/read").body
            #expect(page.contains("You want to see your gran.") && !page.contains("sentinel of the interview"))
            let what = try #require(
                site.partnership.state.episode(episode)?.history.recorded.last?.position.number)
            #expect(try await child.send("/for-you/read", ["what": "\(what)", "wants": " "]).status == 422)
            // Nothing else of the record can be named.
            let held = try await child.send("/for-you/read", ["what": "\(what - 1)", "wants": "No"])
            #expect(held.location == "/for-you/read")
            let sent = try await child.send("/for-you/read", ["what": "\(what)", "wants": "It was my nan."])
            #expect(sent.location == "/for-you/page?sent=correction")
            #expect(marks(site, .childCorrected).first?.details.number(.what) == Int(what))
            let worker = try await site.signedIn(.socialWorker)
            let seen = try await worker.get("/episodes/\(episode.number)/interview").body
            #expect(seen.contains("It was my nan.") && seen.contains("Answer, and say what came of it"))
        }
    }

    @Test func `in a language of their own, which says that nobody has confirmed it until somebody has`() async throws {
        try await TestSite.run { site in
            let child = try await site.openedLink()
            #expect(try await child.get("/for-you/language?to=ar").location == "/for-you/page")
            let page = try await child.get("/for-you/page").body
            let arabic = ChildCatalogue.of("ar")
            #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains(arabic["talk-link"]))
            #expect(page.contains(arabic["unconfirmed"]) && page.contains("A translator has yet to confirm these"))
            let administrator = try await site.signedIn(.administrator)
            #expect(try await administrator.get("/languages?show=ar").body.contains(arabic["talk-link"]))
            #expect(try await administrator.send("/languages", ["code": "ar", "do": "confirm"]).status == 422)
            let confirmed = try await administrator.send(
                "/languages", ["code": "ar", "do": "confirm", "name": "A. Translator"])
            #expect(confirmed.status == 303)
            #expect(!(try await child.get("/for-you/page").body.contains(arabic["unconfirmed"])))
            _ = try await administrator.get("/languages?show=ar")
            _ = try await administrator.send("/languages", ["code": "ar", "do": "doubt", "reason": "A wrong word"])
            #expect(try await child.get("/for-you/page").body.contains(arabic["unconfirmed"]))
            #expect(try await site.signedIn(.socialWorker).get("/languages").status == 404)
        }
    }

    @Test func `leaves nothing behind on a shared phone`() async throws {
        try await TestSite.run { site in
            let child = try await site.openedLink()
            _ = try await child.get("/for-you/language?to=pl")
            for path in ["/for-you/page", "/for-you/talk", "/for-you/tell", "/for-you/read"] {
                let page = try await child.get(path)
                #expect(page.header("cache-control") == "no-store", "\(path)")
                #expect(!page.body.contains("Homeward</title>"), "\(path) has a title that tells nobody what it is")
            }
            let left = try await child.get("/for-you/leave")
            #expect(left.header("clear-site-data").contains("cache"))
            #expect(left.header("set-cookie").contains("for-you-language=;"))
            #expect(try await child.get("/for-you/tell").location == "/for-you")
        }
    }
}

@Suite struct `The page of who may see what` {
    @Test(arguments: [Role.carer, .socialWorker, .analyst]) func `is there for everybody who is signed in`(
        role: Role
    ) async throws {
        try await TestSite.run { site in
            let page = try await site.signedIn(role).get("/access")
            #expect(page.status == 200 && page.body.contains("You, as \(role.spoken)"))
            #expect(page.body.contains("Return interviewer") && !page.body.contains("Kezia"))
            #expect(try await site.visitor().get("/access").status == 303)
        }
    }
}
