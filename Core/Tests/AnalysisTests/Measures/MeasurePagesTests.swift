// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Analysis

@Suite struct `The page of measures` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/measures.md")

    @Test func `says what the code says`() throws {
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try MeasureGlossary.markdown.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(
            written == MeasureGlossary.markdown,
            "docs/measures.md is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter PagesTests in Core")
    }

    @Test func `names every measure once, with a sentence`() {
        let ids = MeasureGlossary.lines.map(\.id)
        #expect(Set(ids).count == ids.count)
        for line in MeasureGlossary.lines {
            #expect(line.definition.hasSuffix("."), "\(line.id)")
            #expect(!line.title.isEmpty && !line.counts.isEmpty, "\(line.id)")
        }
    }

    @Test func `has a line for every figure of a source`() {
        for id in AbsenceFigures.ids { #expect(MeasureGlossary.line(id) != nil, "\(id)") }
    }
}
