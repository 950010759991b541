// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing

@testable import Procedures

@Suite struct `The page of events` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/events.md")

    @Test func `says what the code says`() throws {
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try EventsPage.markdown.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(
            written == EventsPage.markdown,
            "docs/events.md is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter PagesTests in Core")
    }

    @Test func `names every word once`() {
        for word in EventWord.allCases {
            #expect(EventsPage.markdown.components(separatedBy: "| `\(word.rawValue)` |").count == 2, "\(word)")
        }
    }
}

@Suite struct `The page of forms` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/forms.md")

    @Test func `says what the code says`() throws {
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try FormsPage.markdown.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(
            written == FormsPage.markdown,
            "docs/forms.md is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter PagesTests in Core")
    }

    @Test(arguments: FormsPage.clocks.map(\.form)) func `shows clocks that can be read`(form: String) {
        let others = "\(Samples.duty("", id: "return-interview")), \(Samples.duty("from: \(form)"))"
        let faults = Samples.read(others).1.map(\.says)
        // What a trigger starts is made by one, which is another page's matter.
        #expect(faults.filter { !$0.contains("trigger") && !$0.contains("about: child") } == [])
    }

    @Test(arguments: FormsPage.dues.map(\.form)) func `shows dues that can be read`(form: String) {
        #expect(Samples.read(Samples.duty("from: { event: checks-started }, due: \(form)")).1.map(\.says) == [])
    }

    @Test(arguments: PredicateForm.all.map { "\($0.name): \($0.takes)" })
    func `shows predicates that can be read`(form: String) {
        let others = Samples.duty("", id: "safe-and-well-check")
        let faults = Samples.read("\(others), \(Samples.duty("when: { \(form) }"))").1.map(\.says)
        #expect(faults.filter { !$0.contains("no trigger of this pack") } == [])
    }
}

@Suite struct `The page of a protocol` {
    @Test func `says who owes what, when, by when and by which clause`() {
        let page = ProtocolPage.markdown(
            Samples.pack(Samples.duty("when: { looked-after: true, reported: true }, due: immediately, from: report")))
        #expect(page.contains("### Do it. (`x`)"))
        #expect(page.contains("- Who owes it: the social worker"))
        #expect(page.contains("- Needed while: the child is looked after and was reported"))
        #expect(page.contains("- Due: immediately (taken as 1 hour) after the child was reported"))
        #expect(page.contains("- Local choice: the figure is this area's own"))
        #expect(page.contains("- May be waived by: the team manager"))
        #expect(page.contains("- Source: SG 1"))
    }
}
