// SPDX-License-Identifier: MIT

import Casework

/// The form of a value that programs send or are answered: what the description says of it, and what it is held to.
indirect enum Schema: Sendable {
    struct Member: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        init(_ name: String, _ schema: Schema, isRequired: Bool = false) {
            (self.name, self.schema, self.isRequired) = (name, schema, isRequired)
        }
    }

    /// Somebody's own words, not blank, and at most so many characters.
    case text(most: Int)
    /// Any text at all, as answers may hold it.
    case anyText
    /// One of these words.
    case word([String])
    case date
    /// A time as far as it is known: `2026-03-01T22:10`, `~…` for about, `…/…` for between, a date alone.
    case time
    case whole(least: Int64, most: Int64)
    case flag
    case list(Schema, most: Int)
    case object([Member])
    /// An object of the description's own list.
    case named(String)
    case said(String, Schema)

    static let number = Schema.whole(least: 1, most: 4_294_967_295)
    static let code = Schema.text(most: 200)
    static let words = Schema.text(most: 20_000)

    /// Of requests, so that nothing is sent that would be passed over.
    static func object(_ required: [Member], optional: [Member]) -> Schema {
        .object(required.map { Member($0.name, $0.schema, isRequired: true) } + optional)
    }
}

extension Schema {
    private static let instant =
        "(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"
    private static let day = "(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}"

    /// The form as JSON Schema (2020-12) writes it.
    var json: APIValue {
        if case .said(let text, let schema) = self {
            return .object([APIValue.Member(name: "description", value: .text(text))] + schema.json.members)
        }
        return .made { form in
            if let type { form.text("type", type) }
            describe(in: &form)
        }
    }

    private var type: String? {
        switch self {
        case .text, .anyText, .word, .date, .time: "string"
        case .whole: "integer"
        case .flag: "boolean"
        case .list: "array"
        case .object: "object"
        case .named, .said: nil
        }
    }

    private func describe(in form: inout APIObject) {
        switch self {
        case .text(let most):
            form.number("minLength", 1)
            form.number("maxLength", most)
            form.text("pattern", "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$")
        case .word(let words): form.texts("enum", words)
        case .date:
            form.text("format", "date")
            form.text("pattern", "^\(Self.day)$")
        case .time:
            form.text("pattern", "^(~?\(Self.instant)|\(Self.instant)/\(Self.instant)|\(Self.day))$")
            form.texts("examples", ["2026-03-01T22:10", "~2026-03-01T22:10+00:00", "2026-03-01"])
        case .whole(let least, let most):
            if least != .min { form.number("minimum", least) }
            if most != .max { form.number("maximum", most) }
        case .list(let element, let most):
            form.number("maxItems", most)
            form.add("items", element.json)
        case .object(let members):
            let required = members.filter(\.isRequired).map(\.name)
            if !required.isEmpty { form.texts("required", required) }
            form.add("properties", .object(members.map { APIValue.Member(name: $0.name, value: $0.schema.json) }))
            form.flag("additionalProperties", false)
        case .named(let name): form.text("$ref", "#/components/schemas/\(name)")
        case .anyText, .flag, .said: break
        }
    }
}
