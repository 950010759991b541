// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Web

@Suite struct `Signing in` {
    @Test func `leads from any page to that page and back`() async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            let first = try await visitor.get("/children/1")
            #expect(first.status == 303)
            #expect(first.location == "/sign-in?next=%2Fchildren%2F1")
            _ = try await visitor.get(first.location)
            let answer = try await visitor.send(
                "/sign-in", ["email": TestSite.email(.carer), "password": TestSite.password, "next": "/children/1"])
            #expect(answer.location == "/children/1")
            #expect(try await visitor.get("/children/1").body.contains("Kezia Adams, 14"))
        }
    }

    @Test func `says the same to a wrong password and to somebody unknown`() async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            _ = try await visitor.get("/sign-in")
            let wrong = try await visitor.send(
                "/sign-in", ["email": TestSite.email(.carer), "password": "not the password"])
            let unknown = try await visitor.send(
                "/sign-in", ["email": "nobody@eastmoor.example", "password": "not the password"])
            #expect(wrong.status == 422 && unknown.status == 422)
            #expect(wrong.body.contains("The email address or the password is wrong."))
            #expect(unknown.body.contains("The email address or the password is wrong."))
            #expect(wrong.body.contains("value=\"\(TestSite.email(.carer))\""))
        }
    }

    @Test func `ends with signing out, also for who kept the cookie`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.socialWorker)
            let cookie = visitor.cookies["homeward"] ?? ""
            _ = try await visitor.get("/")
            #expect(try await visitor.send("/sign-out", [:]).status == 303)
            visitor.setCookie("homeward", cookie)
            #expect(try await visitor.get("/").location.hasPrefix("/sign-in"))
        }
    }

    @Test func `gives a token of its own, whatever cookie was brought`() async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            let planted = String(repeating: "a", count: 43)
            visitor.setCookie("homeward", planted)
            _ = try await visitor.get("/sign-in")
            _ = try await visitor.send("/sign-in", ["email": TestSite.email(.carer), "password": TestSite.password])
            #expect(visitor.cookies["homeward"] != planted)
            let other = site.visitor()
            other.setCookie("homeward", planted)
            #expect(try await other.get("/").status == 303)
        }
    }

    @Test func `leads nowhere outside`() async throws {
        try await TestSite.run { site in
            for place in [
                "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)",
            ] {
                let visitor = site.visitor()
                _ = try await visitor.get("/sign-in")
                let answer = try await visitor.send(
                    "/sign-in", ["email": TestSite.email(.carer), "password": TestSite.password, "next": place])
                #expect(answer.location == "/", "\(place)")
            }
        }
    }

    @Test func `slows down guessing at one account from one address`() async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            _ = try await visitor.get("/sign-in")
            var statuses: [Int] = []
            for _ in 0..<6 {
                let answer = try await visitor.send(
                    "/sign-in", ["email": TestSite.email(.carer), "password": "a guess at it"])
                statuses.append(answer.status)
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429])
            _ = try await site.signedIn(.socialWorker)
        }
    }
}

@Suite struct `A form` {
    @Test func `without the session's token is refused`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.send("/report", ["child": "1"], token: "").status == 403)
            let other = try await site.signedIn(.socialWorker)
            _ = try await other.get("/")
            #expect(try await carer.send("/report", ["child": "1"], token: other.formToken).status == 403)
        }
    }

    @Test func `sent after the session ran out is kept as a draft`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            let path = "/episodes/\(episode.number)/add/note-added"
            _ = try await carer.get(path)
            try site.setTime("2015-06-06T01:30")
            let late = try await carer.send(path, ["narrative": "Her aunt rang at eleven.", "occurred.how": "now"])
            #expect(late.location.hasPrefix("/sign-in"))
            let again = try await site.signedIn(.carer)
            #expect(try await again.get(path).body.contains("Her aunt rang at eleven."))
        }
    }
}

@Suite struct `Every answer` {
    @Test func `tells the browser what not to do`() async throws {
        try await TestSite.run { site in
            let answer = try await site.visitor().get("/sign-in")
            let policy = answer.header("Content-Security-Policy")
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Referrer-Policy") == "no-referrer")
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("Set-Cookie").contains("HttpOnly; SameSite=Lax"))
            #expect(!answer.body.contains("style=") && !answer.body.contains("onclick"))
        }
    }

    @Test func `fits the method it was asked with`() async throws {
        try await TestSite.run { site in
            let visitor = site.visitor()
            #expect(try await visitor.get("/sign-in", method: "HEAD").body.isEmpty)
            let wrong = try await visitor.get("/sign-in", method: "DELETE")
            #expect(wrong.status == 405)
            #expect(wrong.header("Allow").contains("POST"))
            #expect(try await visitor.get("/nowhere").status == 404)
            let style = try await visitor.get(StaticFiles.style.address)
            #expect(style.header("Cache-Control").contains("immutable"))
        }
    }
}
