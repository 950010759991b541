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
}
