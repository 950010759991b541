// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing

@testable import Procedures

@Suite struct `The page of access` {
    @Test func `says what the code says`() throws {
        let file = RuleTablePage.file("docs/access.md")
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try AccessPage.markdown.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == AccessPage.markdown,
            "docs/access.md is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter AccessPageTests in Core")
    }

    @Test func `names every event of a child and every role`() {
        for word in EventWord.allCases where word.form.about != .partnership {
            #expect(AccessPage.markdown.contains(word.rawValue), "\(word)")
        }
        for role in Role.allCases { #expect(AccessPage.markdown.contains("| \(role.rawValue) |"), "\(role)") }
    }
}

/// Pages of the repository that are made from the rule table.
enum RuleTablePage {
    static func file(_ path: String) -> URL {
        (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appendingPathComponent(path)
    }
}
