// SPDX-License-Identifier: MIT

import Casework
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Attacks: walking through identifiers` {
    private static let numbers = [
        "0", "1", "2", "3", "4", "999", "4294967295", "4294967296", "-1", "+2", "02", "2%00", "2%20", "%32", "2;1",
        "2,1",
        "2%2F..%2F1", "..%2F2", "0x2", "2.0", "%EF%BC%92", "2'", "null", "",
    ]
    private static let names = ["small", "england-2014", "..%2F..%2Fetc%2Fpasswd", "sky", "2", "%00", "a.b"]

    @Test(arguments: AttackedSite.roles) func `shows nobody a child whom the table withholds`(role: Role) async throws {
        try await AttackedSite.run { site in
            let visitor = try await site.signedIn(role)
            let hidden = AttackedSite.hidden(from: role).flatMap { AttackedSite.markers[$0] ?? [] }
            var asked = 0
            for route in Routes.all where route.method == .get && route.path != "/changes" {
                for path in Self.paths(of: route, seed: 7) {
                    let answer = try await visitor.get(path)
                    asked += 1
                    #expect(answer.status < 500, "\(role) \(path)")
                    for marker in hidden { #expect(!answer.body.contains(marker), "\(role) \(path)") }
                }
            }
            #expect(asked > 300)
        }
    }

    @Test(arguments: AttackedSite.roles) func `does not tell a hidden child from one who isn't there`(role: Role)
        async throws
    {
        try await AttackedSite.run { site in
            let visitor = try await site.signedIn(role)
            for child in AttackedSite.hidden(from: role) {
                for route in Routes.all where route.method == .get && route.path.contains("{child}") {
                    let there = AttackedSite.filled(route.path, ["child": "\(child.number)", "word": "note-added"])
                    let nowhere = AttackedSite.filled(route.path, ["child": "77777", "word": "note-added"])
                    let (first, second) = (try await visitor.get(there), try await visitor.get(nowhere))
                    #expect(first.status == second.status && first.body == second.body, "\(role) \(there)")
                }
            }
        }
    }

    @Test(arguments: AttackedSite.roles) func `records nothing for a child whom the table withholds`(role: Role)
        async throws
    {
        try await AttackedSite.run { site in
            let visitor = try await site.signedIn(role)
            _ = try await visitor.get("/children")
            let before = site.partnership.state.position
            for child in AttackedSite.hidden(from: role) {
                for route in Routes.all where route.method == .post && route.path.contains("{word}") {
                    for word in EventWord.allCases {
                        let path = AttackedSite.filled(
                            route.path,
                            ["child": "\(child.number)", "episode": "\(child.number)", "word": word.rawValue])
                        let answer = try await visitor.send(path, ["occurred.how": "now", "narrative": "planted"])
                        #expect((400..<500).contains(answer.status), "\(role) \(path) \(answer.status)")
                    }
                }
            }
            #expect(site.partnership.state.position == before)
        }
    }

    @Test func `nobody reads a draft that somebody else is writing`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/report")
            let begun = try await carer.send("/report", ["child": "1"]).location
            #expect(try await carer.get(begun).status == 200)
            for role in AttackedSite.roles where role != .carer {
                let answer = try await site.signedIn(role).get(begun)
                #expect(answer.status == 404, "\(role)")
            }
        }
    }

    /// The route's path with each identifier in turn, and with words drawn from a seed.
    private static func paths(of route: Route, seed: UInt64) -> [String] {
        var dice = SeededDice(seed: seed)
        var found: [String] = []
        let words = EventWord.allCases.map(\.rawValue).shuffled(using: &dice)
        for number in route.path.contains("{") ? numbers : ["1"] {
            let some = route.path.contains("{word}") ? words.prefix(3) + ["nothing", "../note-added"] : [""]
            for word in some {
                let token = String((0..<43).map { _ in "abcdefABCDEF0123456789".randomElement(using: &dice) ?? "a" })
                found.append(
                    AttackedSite.filled(
                        route.path,
                        [
                            "child": number, "episode": number, "word": word,
                            "draft": number.count == 1 ? token : number,
                            "pack": names.randomElement(using: &dice) ?? "small",
                            "other": names.randomElement(using: &dice) ?? "small", "file": number,
                        ]
                    ).replacing(/\{[a-z-]+\}/, with: number))
            }
        }
        return found
    }
}
