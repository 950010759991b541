// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing

@testable import Procedures

@Suite struct `The pages made from the rule table` {
    @Test(arguments: [
        ("docs/access.md", AccessPage.markdown), ("docs/sharing-agreement.md", AgreementPage.markdown),
        ("docs/dpia.md", ImpactPage.markdown),
    ])
    func `say what the code says`(path: String, markdown: String) throws {
        let file = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try markdown.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == markdown,
            "\(path) is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter AccessPageTests in Core")
    }
}

@Suite struct `The page of access` {
    @Test func `names every event of a child and every role`() {
        for word in EventWord.allCases where word.form.about != .partnership {
            #expect(AccessPage.markdown.contains(word.rawValue), "\(word)")
        }
        for role in Role.allCases { #expect(AccessPage.markdown.contains("| \(role.rawValue) |"), "\(role)") }
    }
}

@Suite struct `The sharing agreement` {
    @Test func `holds every line that is not for one person's own sake`() {
        let told = Set(AgreementPage.shares.map(\.rule))
        for rule in AccessRule.table where !rule.isException { #expect(told.contains(rule.name), "\(rule.name)") }
    }

    @Test func `shows each party only what the table shows its roles`() {
        for share in AgreementPage.shares {
            for part in share.parts {
                let isSeen = share.roles.contains { role in
                    share.relationships.contains { AccessRule.acts(role, $0, part).contains(.see) }
                }
                #expect(isSeen, "\(share.rule) \(part)")
            }
            #expect(!share.from.contains(share.recipient))
        }
        for party in AgreementParty.allCases {
            #expect(AgreementPage.shares.contains { $0.recipient == party }, "\(party.rawValue)")
        }
    }
}

@Suite struct `The impact assessment` {
    @Test func `names every purpose and leaves the partnership's part open`() {
        for rule in AccessRule.table { #expect(ImpactPage.markdown.contains(rule.purpose), "\(rule.name)") }
        for section in ImpactPage.sections where !section.title.hasPrefix("5") {
            #expect(section.text.contains("["), "\(section.title) leaves something to say")
        }
        for risk in ImpactPage.risks { #expect(!risk.measure.isEmpty && !risk.left.isEmpty, "\(risk.name)") }
    }
}
