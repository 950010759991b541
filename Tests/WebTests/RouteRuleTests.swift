// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Every address has a rule` {
    @Test func `about whom its path names, and about nobody else`() {
        for route in Routes.all {
            let asked = Self.names(route.rule)
            #expect(asked == RouteSubject.withheldNames.intersection(route.names), "\(route.method) \(route.path)")
        }
    }

    @Test func `once for each address and method`() {
        let all = Routes.all.map { "\($0.method) \($0.path)" }
        #expect(Set(all).count == all.count)
    }

    @Test func `and asks who is not signed in to sign in`() async throws {
        try await TestSite.run { site in
            let subject = Subject(child: TestSite.kezia, episode: try await site.report(TestSite.kezia))
            let nobody = site.visitor()
            _ = try await nobody.get("/sign-in")
            for route in Routes.all where !route.rule.isForEverybody && !route.rule.isForClients {
                for path in subject.paths(of: route, draft: "a") {
                    let answer = route.method == .get ? try await nobody.get(path) : try await nobody.send(path, [:])
                    #expect(answer.status == 303 && answer.location.hasPrefix("/sign-in"), "\(route.method) \(path)")
                }
            }
        }
    }

    /// Each role asks for every address, about a child of theirs and about another, and is answered as the rule and the
    /// access table say. A child who is hidden is answered as one who isn't there.
    @Test func `by which each role is answered`() async throws {
        try await TestSite.run { site in
            let already: Set<Role> = [
                .carer, .dutyInspector, .socialWorker, .teamManager, .interviewer, .analyst, .administrator,
            ]
            try await site.add(Role.allCases.filter { !already.contains($0) })
            let own = Subject(child: TestSite.kezia, episode: try await site.report(TestSite.kezia))
            let other = Subject(child: TestSite.sky, episode: try await site.report(TestSite.sky))
            try await site.bringBack(own.episode)
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/report")
            let begun = try await carer.send("/report", ["child": "\(own.child.number)"]).location
            let draft = String(begun.split(separator: "/")[1])
            for role in Role.allCases {
                let visitor = role == .carer ? carer : try await site.signedIn(role)
                _ = try await visitor.get("/protocols")
                for subject in [own, other] {
                    try await Asking(site: site, role: role, visitor: visitor, draft: draft).ask(about: subject)
                }
                let leaving = try await visitor.send("/sign-out", [:])
                #expect(leaving.location.hasPrefix("/sign-in"), "\(role)")
            }
        }
    }

    private static func names(_ rule: RouteRule) -> Set<String> {
        switch rule {
        case .everybody, .signedIn, .roles, .client, .signed: []
        case .child, .opensChild: ["child"]
        case .episode: ["episode"]
        case .recordsOnChild: ["child", "word"]
        case .recordsOnEpisode: ["episode", "word"]
        case .draft: ["draft"]
        case .both(let first, let second): names(first).union(names(second))
        }
    }
}

/// A child with an episode, to fill into a path.
private struct Subject {
    let child: ChildID
    let episode: EpisodeID

    /// Nobody has these numbers.
    static let absent = Subject(child: ChildID(number: 9_999), episode: EpisodeID(number: 9_999))

    static func words(_ route: Route) -> [EventWord] {
        guard route.names.contains("word") else { return [.noteAdded] }
        return route.path.hasPrefix("/episodes")
            ? [.noteAdded, .classified, .interviewHeld] : [.concernRaised, .placementStarted, .penPictureWritten]
    }

    func path(of route: Route, word: EventWord, draft: String) -> String {
        route.path.replacing("{child}", with: "\(child.number)").replacing("{episode}", with: "\(episode.number)")
            .replacing("{pack}", with: "small").replacing("{worker}", with: "me").replacing("{other}", with: "small")
            .replacing("{draft}", with: draft).replacing("{request}", with: "1").replacing("{secret}", with: "none")
            .replacing("{meeting}", with: "1")
            .replacing("{briefing}", with: "1").replacing("{letter}", with: "none").replacing("{sent}", with: "1")
            .replacing("{report}", with: "regulation-40").replacing("{reader}", with: "children")
            .replacing("/static/{file}", with: StaticFiles.style.address).replacing("{word}", with: word.rawValue)
            .replacing("{concern}", with: "0")
    }

    func paths(of route: Route, draft: String) -> [String] {
        Self.words(route).map { path(of: route, word: $0, draft: draft) }
    }
}

/// One role's requests, and what the rules and the table say of them: worked out here, not by the dispatcher.
private struct Asking {
    let site: TestSite
    let role: Role
    let visitor: TestVisitor
    let draft: String

    func ask(about subject: Subject) async throws {
        // The stream never ends where it is given, signing in is tried elsewhere, and leaving comes last.
        let apart: Set<String> = ["/changes", "/sign-out"]
        let asked = Routes.all.filter { !apart.contains($0.path) && !$0.path.hasPrefix("/sign-in") }
        for route in asked where !route.rule.isForClients {
            for word in Subject.words(route) {
                let path = subject.path(of: route, word: word, draft: draft)
                let answer = try await ask(route, path)
                let says = "\(role) \(route.method) \(path)"
                if mayPass(route.rule, subject, word) {
                    #expect(Self.given(route).contains(answer.status), "\(says): \(answer.status)")
                } else {
                    #expect(answer.status == 404, "\(says): \(answer.status)")
                    let absent = try await ask(route, Subject.absent.path(of: route, word: word, draft: draft))
                    #expect(absent.status == 404 && absent.body == answer.body, "\(says) is as if not there")
                    #expect(Self.told(absent) == Self.told(answer), "\(says) is as if not there")
                }
            }
        }
    }

    private func ask(_ route: Route, _ path: String) async throws -> TestVisitor.Answer {
        if route.method == .get { return try await visitor.get(path) }
        return try await visitor.send(path, path == "/drafts" ? ["draft": "/children/new"] : [:])
    }

    private func mayPass(_ rule: RouteRule, _ subject: Subject, _ word: EventWord) -> Bool {
        let access = Access(TestSite.actor(role), in: site.partnership.state, at: site.now)
        switch rule {
        case .everybody, .signedIn: return true
        case .roles(_, let includes): return includes(role)
        case .child(let act, let part), .episode(let act, let part):
            return access.may(act, part, of: subject.child)
        case .recordsOnChild(let part), .recordsOnEpisode(let part):
            return access.maySee(part, of: subject.child)
                && access.mayRecord(word, on: subject.child)
        case .opensChild:
            return access.maySee(.existence, of: subject.child)
                && access.mayBreakGlass(subject.child)
        case .draft: return role == .carer
        case .client, .signed: return false
        case .both(let first, let second):
            return mayPass(first, subject, word) && mayPass(second, subject, word)
        }
    }

    /// With nothing filled in, what is allowed is answered by a page, a way on, or what is lacking.
    private static func given(_ route: Route) -> Set<Int> {
        // Nobody has asked for this child's record.
        if route.names.contains("request") { return [404] }
        if route.path.hasSuffix("/documents/{document}") { return [404] }
        // Nobody called this meeting, and nobody made this calendar's address.
        if route.names.contains("meeting") || route.path == "/calendar/{secret}" { return [404] }
        // Nothing is on the register under this number.
        if route.names.contains("concern") { return [404] }
        // A team may have handed over in the course of this test; only that team is given its briefing.
        if route.names.contains("briefing") { return [200, 303, 404, 422] }
        // Of those who may add to an episode, only who may also report enters one that nobody reported.
        if route.path == "/children/{child}/unreported" { return [200, 303, 404, 422] }
        // No protocol here has letters, and none was sent.
        if !Set(route.names).isDisjoint(with: ["letter", "sent"]) { return [404] }
        // A child's link is answered by the way to it, where nobody has opened one.
        if route.path.hasPrefix("/for-you") { return [200, 303, 422] }
        // No pupil's case is open here, which its page says, and a child who is away is not gone again.
        if route.path.hasPrefix("/episodes/{episode}/education/") { return [404] }
        if route.path == "/children/{child}/gone" { return [200, 303, 422] }
        if route.method == .get { return [200] }
        // Nothing is named here that could be reported, or done.
        if ["/report", "/area-duties", "/area-plan"].contains(route.path) { return [404] }
        return [200, 303, 422]
    }

    /// What an answer's headers tell, but for the time.
    private static func told(_ answer: TestVisitor.Answer) -> [String: String] {
        answer.headers.filter { !["date", "set-cookie"].contains($0.key) }
    }
}

extension TestSite {
    /// The child of this episode is back.
    fileprivate func bringBack(_ episode: EpisodeID) async throws {
        _ = try await partnership.submitTrusted(
            [Act(.returned, .episode(episode), occurredAt: .at(now))], by: TestSite.actor(.carer))
    }
}
