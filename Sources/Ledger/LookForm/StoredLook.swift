// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// A look as it stands under the seal, in the chain of looks: JSON, compact, fields in the order of their names, versioned
/// by `v`.
///
/// Looks at a child's record are sealed under that child's key of the chain of looks, so that erasing a child erases
/// who looked at them too. What was searched for and fits no child is sealed under the month's own key, which is
/// destroyed by itself when it is old.
public enum StoredLook {
    /// The version written today.
    public static let version = 1

    /// The look's bytes. The same look always gives the same bytes.
    public static func bytes(of look: Look) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            write("about", look.about, to: &json)
            json.name("at")
            StoredTime.write(look.at, to: &json)
            json.name("by")
            StoredEvent.write(look.by, to: &json)
            write("child", look.child?.number, to: &json)
            write("episode", look.episode?.number, to: &json)
            write("from", look.from, to: &json)
            write("kind", look.kind.rawValue, to: &json)
            write("part", look.part?.rawValue, to: &json)
            write("route", look.route, to: &json)
            json.name("v")
            json.integer(Int64(version))
            write("words", look.words, to: &json)
        }
        return json.bytes
    }

    /// A look's draft. `isChildKnown` is false for a number under which there is no child, whose key would be nobody's.
    public static func draft(of look: Look, isChildKnown: Bool = true) -> EntryDraft {
        EntryDraft(
            subject: subject(of: look, isChildKnown: isChildKnown), recordedAt: look.at.secondsSince1970,
            payload: bytes(of: look))
    }

    private static func subject(of look: Look, isChildKnown: Bool) -> SubjectID {
        if let child = look.child, isChildKnown { return .child(UInt64(child.number)) }
        return look.kind == .searched ? .searches(of: London.date(of: look.at)) : .partnership
    }

    private static func write(_ name: String, _ text: String?, to json: inout JSONWriter) {
        guard let text else { return }
        json.name(name)
        json.string(text)
    }

    private static func write(_ name: String, _ number: UInt32?, to json: inout JSONWriter) {
        guard let number else { return }
        json.name(name)
        json.integer(Int64(number))
    }
}

extension SubjectID {
    /// What was searched for in one month, where it fits no child.
    public static func searches(of date: CivilDate) -> SubjectID {
        SubjectID(letter: "S", number: UInt64(date.year * 12 + date.month))
    }
}
