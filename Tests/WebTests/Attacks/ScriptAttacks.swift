// SPDX-License-Identifier: MIT

import Casework
import Foundation
import HTTPTypes
import Testing
import WorkingTime

@testable import Web

@Suite struct `Attacks: script in what people type` {
    /// Breaks out of an element, of an attribute in either quote, of a comment, a title, a text area, a style, a script.
    private static let planted = """
        planted'"><img src=x onerror=alert(1)><script>alert(1)</script></title></textarea></style></script>--><svg/onload=alert(1)>\
        javascript:alert(1)&#60;b&#62;{{7*7}}
        """

    @Test func `stays what they typed, in every field of every form of the record, for everybody who reads it`()
        async throws
    {
        try await AttackedSite.run { site in
            for word in EventWord.allCases { try await site.partnership.keep(Self.events(word, site.now)) }
            var shown = 0
            for role in AttackedSite.roles {
                let visitor = try await site.signedIn(role)
                for path in Self.pages(of: site) {
                    let answer = try await visitor.get(path)
                    #expect(answer.status < 500, "\(role) \(path)")
                    Self.check(answer.body, "\(role) \(path)")
                    if answer.body.contains("planted") { shown += 1 }
                }
            }
            #expect(shown > 20)
        }
    }

    @Test func `stays what they typed where a form is shown again with it`() async throws {
        try await AttackedSite.run { site in
            let roles = [Role.carer, .dutyInspector, .teamManager]
            for (index, role) in roles.enumerated() {
                let visitor = try await site.signedIn(role)
                _ = try await visitor.get("/children/1")
                for route in Routes.all where route.method == .post && !["/sign-out", "/drafts"].contains(route.path) {
                    // Each word's form by the first of them who may record it.
                    let words = EventWord.allCases.filter { word in
                        roles.firstIndex { $0.mayRecord(word) } == index
                    }
                    for word in route.path.contains("{word}") ? words : [.noteAdded] {
                        let path = AttackedSite.filled(
                            route.path,
                            ["child": "1", "episode": "1", "word": word.rawValue, "pack": "small", "draft": "a"])
                        let answer = try await visitor.send(path, Self.fields(of: word.form))
                        #expect(answer.status < 500, "\(role) \(path)")
                        Self.check(answer.body, "\(role) POST \(path)")
                    }
                }
            }
        }
    }

    @Test func `stays what they typed in an address`() async throws {
        try await AttackedSite.run { site in
            let text = FormFields.encode("planted'\"><img src=x onerror=alert(1)><script>alert(1)</script>")
            let visitor = try await site.signedIn(.teamManager)
            for route in Routes.all where route.method == .get && route.path != "/changes" {
                let path = AttackedSite.filled(
                    route.path,
                    ["child": "1", "episode": "1", "word": "note-added", "pack": "small", "other": "england-2014"]
                ).replacing(/\{[a-z-]+\}/, with: text)
                let query =
                    (["q", "next", "who", "duty", "from", "until", "against", "what", "to"]
                    + DetailKey.allCases.map(\.name))
                    .map { "\($0)=\(text)" }
                for start in stride(from: 0, to: query.count, by: 60) {
                    let some = query[start..<min(start + 60, query.count)].joined(separator: "&")
                    Self.check(try await visitor.get("\(path)?\(some)").body, path)
                    Self.check(try await site.visitor().get("\(path)?\(some)").body, path)
                }
            }
        }
    }

    /// Nothing that was planted stands in the page as markup.
    private static func check(_ page: String, _ place: String) {
        // What is printed as PDF is no page: nothing in it is markup to a browser.
        if page.hasPrefix("%PDF-") { return }
        for markup in ["<img src=x", "<script>alert", "<svg/onload", "onerror=alert(1)>", "planted'\"", "planted\""] {
            #expect(!page.contains(markup), "\(place): \(markup)")
        }
        for attribute in ["href=\"javascript:", "src=\"javascript:", "action=\"javascript:"] {
            #expect(!page.lowercased().contains(attribute), "\(place)")
        }
    }

    private static func fields(of form: EventForm) -> [String: String] {
        var fields = ["occurred.how": "at", "occurred.date": planted, "occurred.time": planted, "child": planted]
        for key in form.requires + form.allows + [.narrative, .reference] {
            fields[key.name] = planted
            for part in ["how", "date", "time", "harm", "about.1", "says.1"] { fields["\(key.name).\(part)"] = planted }
        }
        return fields
    }

    private static func pages(of site: TestSite) -> [String] {
        let words = ["note-added", "corrected", "located", "returned", "strategy-meeting-held"]
        return Routes.all.filter { $0.method == .get && $0.path != "/changes" }.flatMap { route -> [String] in
            (route.path.contains("{word}") ? words : [""]).map { word in
                AttackedSite.filled(
                    route.path,
                    [
                        "child": "1", "episode": "1", "word": word, "pack": "small", "other": "england-2014",
                        "file": "x", "draft": "a",
                    ]
                ) + (word == "corrected" ? "?what=9" : "")
            }
        } + ["/search?q=plante", "/search/found?q=plante", "/children/1/pen-picture", "/?all=1"]
    }

    /// Two of each word, the second with the codes planted as well: what stands in a list is not always from our list.
    private static func events(_ word: EventWord, _ now: Instant) -> [Event] {
        let form = word.form
        return [false, true].map { plantsCodes in
            var details = Details()
            for key in form.requires + form.allows + [.narrative, .reference] {
                details[key] = value(of: key, now, plantsCodes)
            }
            let isPartnership = form.about == .partnership
            return Event(
                word, child: isPartnership ? nil : TestSite.kezia,
                episode: form.about == .episode ? EpisodeID(number: 1) : nil, occurredAt: .at(now), recordedAt: now,
                by: Actor(worker: planted, role: form.usuallyBy.first ?? .carer, agency: AgencyID("larch-house")),
                details: details)
        }
    }

    private static func value(of key: DetailKey, _ now: Instant, _ plantsCodes: Bool) -> DetailValue {
        switch key.holds {
        case .text: .text(planted)
        case .word: .word(plantsCodes ? planted : "larch-house")
        case .words: .words([plantsCodes ? planted : "first"])
        case .time: .time(.at(now))
        case .date: .date(London.date(of: now))
        case .number: .number(3)
        case .numbers: .numbers([1])
        case .flag: .flag(true)
        case .answers: .answers([Answer(question: plantsCodes ? planted : "harm", answer: planted)])
        }
    }
}
