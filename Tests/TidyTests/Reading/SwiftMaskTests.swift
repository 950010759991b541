// SPDX-License-Identifier: MIT
import Testing

@Suite struct `Only code is left of Swift text` {
    @Test func `when it has comments`() {
        check("a // b\nc /* d /* e */ f */ g", leaves: "a     \nc                   g")
    }

    @Test func `when it has strings, but not of what they interpolate`() {
        check(#"f("try! \(g(1) + h) as!")"#, leaves: #"f("      (g(1) + h)    ")"#)
        check(##"f(#"a \(b) \#(c)"#)"##, leaves: ##"f(#"         (c)"#)"##)
        check(#"f("say \"a\"") { b }"#, leaves: #"f("         ") { b }"#)
        check("x = \"\"\"\n  a \"b\" {\n  \"\"\" }", leaves: "x = \"\"\"\n         \n  \"\"\" }")
    }

    @Test func `when a string is inside an interpolation`() {
        check(#""a\(b("c"))d" e"#, leaves: #""  (b(" ")) " e"#)
    }

    @Test func `when it has regular expressions and raw identifiers`() {
        check(#"let a = #/["{]/# b"#, leaves: #"let a = #/    /# b"#)
        check("func `sends Date() twice`() {}", leaves: "func `                  `() {}")
    }

    private func check(_ text: String, leaves code: String) {
        #expect(String(decoding: SwiftMask.codeOnly(of: Array(text.utf8)), as: UTF8.self) == code)
    }
}
