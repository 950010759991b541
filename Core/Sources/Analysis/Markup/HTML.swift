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
    mutating func append(escaping text: some StringProtocol) {
        guard text.utf8.contains(where: \.needsEscaping) else {
            append(contentsOf: text)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "'": append("&#39;")
            case "\0": append("\u{FFFD}")
            default: unicodeScalars.append(scalar)
            }
        }
    }
}

extension UInt8 {
    fileprivate var needsEscaping: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }
}
