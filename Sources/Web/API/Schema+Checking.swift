// SPDX-License-Identifier: MIT

import WorkingTime

/// What is wrong with one value of what was sent, and where it stands (RFC 6901).
struct BodyFinding: Hashable, Sendable {
    let pointer: String
    let says: String

    var json: APIValue {
        .made { finding in
            finding.text("pointer", pointer)
            finding.text("says", says)
        }
    }
}

extension Schema {
    /// Everything about `value` that is not of this form, in the order in which it stands.
    func findings(_ value: APIValue, at pointer: String = "") -> [BodyFinding] {
        switch self {
        case .said(_, let schema): return schema.findings(value, at: pointer)
        case .named(let name):
            guard let schema = Schema.components[name] else {
                preconditionFailure("each name stands in the list; a test walks through them all")
            }
            return schema.findings(value, at: pointer)
        case .object(let members): return Schema.findings(value, of: members, at: pointer)
        case .list(let element, let most):
            guard case .list(let elements) = value else { return [BodyFinding(pointer: pointer, says: "A list.")] }
            guard elements.count <= most else {
                return [BodyFinding(pointer: pointer, says: "At most \(most) of them.")]
            }
            return elements.enumerated().flatMap { element.findings($1, at: "\(pointer)/\($0)") }
        default:
            guard let says = says(of: value) else { return [] }
            return [BodyFinding(pointer: pointer, says: says)]
        }
    }

    private static func findings(_ value: APIValue, of members: [Member], at pointer: String) -> [BodyFinding] {
        guard case .object(let given) = value else { return [BodyFinding(pointer: pointer, says: "An object.")] }
        var found: [BodyFinding] = []
        for member in members where member.isRequired && !given.contains(where: { $0.name == member.name }) {
            found.append(BodyFinding(pointer: "\(pointer)/\(member.name)", says: "This is needed."))
        }
        for one in given {
            let place = "\(pointer)/\(one.name.replacing("~", with: "~0").replacing("/", with: "~1"))"
            if let member = members.first(where: { $0.name == one.name }) {
                found += member.schema.findings(one.value, at: place)
            } else {
                found.append(BodyFinding(pointer: place, says: "There is nothing of this name here. Leave it out."))
            }
        }
        return found
    }

    /// What a single value should be, where it isn't.
    private func says(of value: APIValue) -> String? {
        switch self {
        case .text(let most): return Schema.says(ofText: value.text, most: most)
        case .anyText: return value.text == nil ? "A text." : nil
        case .word(let words):
            return value.text.map(words.contains) ?? false ? nil : "One of: \(words.joined(separator: ", "))."
        case .date:
            let date = value.text.flatMap { try? TimeText.date($0) }
            return date.map(Schema.isNear) ?? false ? nil : "A date like 2026-03-01, from 1900 to 2199."
        case .time:
            let time = value.text.flatMap { try? TimeText.uncertain($0) }
            let isTime = time.map { Schema.isNear($0.earliest) && Schema.isNear($0.latest) } ?? false
            return isTime
                ? nil
                : "A time like 2026-03-01T22:10, ~2026-03-01T22:10 for about, two with / for between, or a date alone, "
                    + "from 1900 to 2199. Without an offset it is London’s."
        case .whole(let least, let most):
            return value.whole.map { (least...most).contains($0) } ?? false
                ? nil : "A whole number from \(least) to \(most)."
        case .flag: return value.flag == nil ? "true or false." : nil
        case .list, .object, .named, .said: return nil
        }
    }

    private static func says(ofText text: String?, most: Int) -> String? {
        guard let text else { return "A text." }
        if text.allSatisfy(\.isWhitespace) { return "It is blank. Leave it out where there is nothing to say." }
        if text.unicodeScalars.count > most { return "At most \(most) characters." }
        let isControl = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" && $0 != "\r"
        }
        return isControl ? "It holds a control character." : nil
    }

    private static func isNear(_ date: CivilDate) -> Bool { (1_900...2_199).contains(date.year) }
    private static func isNear(_ instant: Instant) -> Bool { isNear(London.date(of: instant)) }
}
