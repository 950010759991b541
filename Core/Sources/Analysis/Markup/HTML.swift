// SPDX-License-Identifier: MIT

/// Markup that is safe to send: what was written in the source is markup, what was put in at run time is text.
///
/// A literal is taken as markup. A value interpolated into it is escaped, unless it is itself `HTML`. So text
/// from a file or a form can become markup only where somebody writes `HTML(trusted:)`, which a reader can
/// search for. Attribute values must stand in quotes; an address must be checked by whoever builds it, since
/// `javascript:` needs no escaping.
public struct HTML: Hashable, Sendable {
    /// The markup itself.
    public private(set) var markup: String

    /// Nothing.
    public init() {
        markup = ""
    }

    /// The text as text: `<` becomes `&lt;`.
    public init(text: some StringProtocol) {
        self.init(text: String(text))
    }

    /// The text as text: `<` becomes `&lt;`.
    public init(text: String) {
        markup = ""
        markup.append(escaping: text)
    }

    /// Text that is known to be markup already, such as a style sheet that ships with the program.
    public init(trusted markup: String) {
        self.markup = markup
    }

    public var isEmpty: Bool { markup.isEmpty }

    public static func + (first: HTML, second: HTML) -> HTML {
        HTML(trusted: first.markup + second.markup)
    }

    public static func += (first: inout HTML, second: HTML) {
        first.markup += second.markup
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { markup }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral markup: String) {
        self.markup = markup
    }

    public init(stringInterpolation: Interpolation) {
        markup = stringInterpolation.markup
    }

    /// Collects the parts of a literal, escaping all that is not `HTML`.
    public struct Interpolation: StringInterpolationProtocol {
        var markup = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            markup.append(escaping: String(text))
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            markup.append(escaping: text)
        }

        /// Text, escaped; nothing where there is none.
        public mutating func appendInterpolation(_ text: String?) {
            if let text { markup.append(escaping: text) }
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            markup += String(number)
        }

        public mutating func appendInterpolation(_ html: HTML) {
            markup += html.markup
        }

        /// The markup; nothing where there is none.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { markup += html.markup }
        }

        /// The markup only when the condition holds, such as `\("checked", when: isChosen)`.
        public mutating func appendInterpolation(_ html: HTML, when condition: Bool) {
            if condition { markup += html.markup }
        }

        /// Each in turn, with nothing between.
        public mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
            for part in parts { markup += part.markup }
        }
    }
}

extension Sequence<HTML> {
    /// Each in turn, with the separator between.
    public func joined(separator: HTML = HTML()) -> HTML {
        HTML(trusted: map(\.markup).joined(separator: separator.markup))
    }
}

extension String {
    /// Appends text so that it reads as text both between tags and inside a quoted attribute.
    ///
    /// Pages are written by the hundred in a second, so what needs no escaping is taken in whole runs.
    mutating func append(escaping text: String) {
        var rest = text.utf8[...]
        while let place = rest.firstIndex(where: \.needsEscaping) {
            append(contentsOf: text[rest.startIndex..<place])
            append(text.utf8[place].escaped)
            rest = rest[text.utf8.index(after: place)...]
        }
        append(contentsOf: text[rest.startIndex...])
    }
}

extension UInt8 {
    fileprivate var needsEscaping: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }

    /// What stands for it in a page.
    fileprivate var escaped: String {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
