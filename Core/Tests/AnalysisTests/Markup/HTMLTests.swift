// SPDX-License-Identifier: MIT
import Testing

@testable import Analysis

@Suite struct `Markup` {
    @Test func `keeps what was written in the source as markup`() {
        #expect(("<p>a &amp; b</p>" as HTML).markup == "<p>a &amp; b</p>")
    }

    @Test func `escapes what is put in at run time, between tags and in attributes`() {
        let name = #"<b a="1" c='2'>&"#
        let page: HTML = "<i title=\"\(name)\">\(name)</i>"
        let safe = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"
        #expect(page.markup == "<i title=\"\(safe)\">\(safe)</i>")
    }

    @Test func `puts in markup as it is, and nothing for nothing`() {
        let part: HTML = "<b>\("x<y")</b>"
        let none: HTML? = nil
        let noText: String? = nil
        let page: HTML = "\(part)\(none)\(noText)\([part, part])\(part, when: false)\(7)"
        #expect(page.markup == "<b>x&lt;y</b><b>x&lt;y</b><b>x&lt;y</b>7")
    }

    @Test func `joins parts with a separator`() {
        let parts: [HTML] = [HTML(text: "<"), HTML(text: "é"), HTML(text: "")]
        #expect(parts.joined(separator: ", ").markup == "&lt;, é, ")
    }

    @Test func `replaces the character that no page may hold`() {
        #expect(HTML(text: "a\0b").markup == "a\u{FFFD}b")
    }

    /// Beside what a reader would write first: letter by letter.
    @Test func `escapes any text as it would letter by letter`() {
        var chance = Fixed(state: 7)
        let letters: [Character] = ["a", "é", "🙂", "&", "<", ">", "\"", "'", "\0", "\n", "e\u{301}", " "]
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &chance)).compactMap { _ in letters.randomElement(using: &chance) })
            let wanted = text.unicodeScalars.map { Self.escapes[$0] ?? String($0) }.joined()
            #expect(HTML(text: text).markup == wanted)
            #expect(HTML(text: Substring(text)).markup == wanted)
            #expect(("\(text)" as HTML).markup == wanted)
        }
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\0": "\u{FFFD}",
    ]

    private struct Fixed: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
