// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Demo

@Suite struct `What the demonstration holds back` {
    private let children = Array(Invented.state.children.values)

    @Test func `is one record restricted to named people, opened and not reviewed`() throws {
        let restricted = children.filter { $0.facts.protection.restriction != nil }
        #expect(restricted.count == 1)
        let opened = try #require(restricted.first?.facts.protection.glassBreaks.first)
        #expect(opened.reviewedAt == nil && opened.isOpen(at: Invented.now))
        #expect(!(restricted.first?.facts.protection.restriction?.names.contains(opened.worker) ?? true))
    }

    @Test func `is where one child lives`() {
        #expect(children.filter { $0.facts.protection.shield?.holds(at: Invented.now) ?? false }.count == 1)
    }

    @Test func `is shown to somebody of every kind who may sign in`() {
        let roles = Set(Eastmoor.signIns.map(\.role))
        #expect(roles.isSuperset(of: [.teamManager, .edt, .school, .panelChair, .auditor, .recordsManager]))
    }
}
