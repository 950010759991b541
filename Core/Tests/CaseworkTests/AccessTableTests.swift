// SPDX-License-Identifier: MIT

import Foundation
import Testing
import WorkingTime

@testable import Casework

@Suite struct `The access table` {
    /// The cells of `docs/access.md`, as a person reads them there.
    private static let written: [String: [String]] = {
        let file = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appendingPathComponent("docs/access.md")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        var cells: [String: [String]] = [:]
        for line in lines where line.hasPrefix("| ") {
            let fields = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.filter { $0 != " " } }
            if fields.count == RecordPart.allCases.count + 2 {
                cells["\(fields[0])/\(fields[1])"] = Array(fields.dropFirst(2))
            }
        }
        return cells
    }()

    @Test(arguments: Role.allCases) func `is what the program does, cell by cell, denied cells too`(role: Role) {
        #expect(Self.written["role/relationship"] == RecordPart.allCases.map(\.rawValue), "the page can be read")
        for relationship in Relationship.allCases {
            let scene = AccessScene(relationship, role)
            let access = scene.access(role)
            let held = access.relationships(to: AccessScene.child)
            let row = Self.written["\(role.rawValue)/\(relationship.rawValue)"]
            if row != nil {
                let also = Self.also(relationship)
                #expect(held == Relationships([relationship] + also), "\(role) \(relationship): \(held.all)")
            }
            for (place, part) in RecordPart.allCases.enumerated() {
                let cells = ([relationship] + Self.also(relationship)).map {
                    Self.written["\(role.rawValue)/\($0.rawValue)"]?[place] ?? ""
                }
                for (act, letter) in zip(RecordAct.allCases, "SADE") {
                    let isAllowed = access.may(act, part, of: AccessScene.child)
                    let isWritten = row != nil && cells.contains { $0.contains(letter) }
                    if row == nil, held != Relationships([relationship]) { continue }
                    #expect(isAllowed == isWritten, "\(role) \(relationship) \(act) \(part)")
                }
            }
        }
    }

    /// What else holds in the scene: whoever answers a request, or chairs a panel, works for the authority.
    private static func also(_ relationship: Relationship) -> [Relationship] {
        switch relationship {
        case .answersSubjectAccess, .sitsOnPanel: [.responsibleAuthority]
        default: []
        }
    }

    @Test(arguments: Role.allCases) func `places every role, or denies it on purpose`(role: Role) {
        let isDenied = AccessRule.denied.contains { $0.role == role }
        let lines = AccessRule.table.filter { $0.roles.contains(role) && !$0.isException }
        #expect(lines.isEmpty == isDenied, "\(role)")
    }

    @Test(arguments: AccessRule.denied.map(\.role)) func `gives a denied role nothing, whatever it is to the child`(
        role: Role
    ) {
        for relationship in Relationship.allCases {
            let access = AccessScene(relationship, role).access(role)
            for act in RecordAct.allCases {
                for part in RecordPart.allCases { #expect(!access.may(act, part, of: AccessScene.child)) }
            }
        }
    }

    @Test func `shows nothing of a child of whom it does not show that there is one, but who looked`() {
        for role in Role.allCases {
            for relationship in Relationship.allCases {
                let seen = RecordPart.allCases.filter { AccessRule.acts(role, relationship, $0).contains(.see) }
                guard !seen.contains(.existence) else { continue }
                #expect(Set(seen).isSubset(of: [.audit, .minutes]), "\(role) \(relationship)")
            }
        }
    }

    @Test func `sends out nothing that it does not show`() {
        for rule in AccessRule.table {
            let seen = Set(
                AccessRule.table.filter { !Set($0.roles).isDisjoint(with: rule.roles) }.flatMap(\.see))
            #expect(Set(rule.export).isSubset(of: seen), "\(rule.name)")
        }
    }

    @Test(arguments: EventWord.allCases.filter { $0.form.about != .partnership })
    func `lets each role that usually records an event record it for some child`(word: EventWord) {
        let outside: Set<Role> = [.parent, .child, .administrator]
        for role in word.form.usuallyBy where !outside.contains(role) {
            let mayRecord = Relationship.allCases.contains { relationship in
                let scene = AccessScene(relationship, role)
                return scene.access(role).mayRecord(word, on: AccessScene.child)
            }
            #expect(mayRecord, "\(role) \(word)")
        }
    }

    @Test func `gives each line a purpose and a basis`() {
        for rule in AccessRule.table {
            #expect(!rule.purpose.isEmpty && !rule.basis.isEmpty && rule.because.hasSuffix("."), "\(rule.name)")
        }
        #expect(Set(AccessRule.table.map(\.name)).count == AccessRule.table.count)
    }
}
