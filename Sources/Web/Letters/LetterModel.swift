// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// One letter in the making: filled in as far as the record knows, changed by who sends it.
struct LetterModel {
    let letter: Letter
    let pack: ProtocolPack
    /// The text as it would be sent.
    let text: String
    /// The places that are still open in it.
    let lacking: [String]
    /// The places that the sender had to fill in, with what they typed.
    let asked: [String]
    let mayBeSent: Bool

    /// The letters of the protocols that govern the episode; of one id, the area's own.
    static func all(_ call: Call) -> [(letter: Letter, pack: ProtocolPack)] {
        let governing = call.site.partnership.governing(call.child.id, in: call.state, at: call.now)
        var seen: Set<String> = []
        return [governing.here, governing.responsible].compactMap(\.self).flatMap { pack in
            pack.sections.letters.map { ($0, pack) }
        }.filter { seen.insert($0.letter.id).inserted }
    }

    /// Nil where no protocol has the letter that the path names.
    init?(_ call: Call) {
        guard let id = call.parameters["letter"], let found = Self.all(call).first(where: { $0.letter.id == id }) else {
            return nil
        }
        (letter, pack) = found
        let values = LetterValues(call: call, pack: pack)
        let written = letter.written(with: values.values(typed: call.form))
        asked = letter.written(with: values.values(typed: FormFields())).lacking
        let changed = call.form["text"]
        // What was typed is the letter, unless a place was filled in since: then it is written anew.
        text = changed.isEmpty || call.form["act"] == "fill" ? written.text : changed
        lacking = Self.open(in: text)
        mayBeSent = call.access.mayRecord(.letterSent, on: call.child.id)
    }

    /// Names in braces that stand in a text.
    private static func open(in text: String) -> [String] {
        var seen: Set<String> = []
        return text.matches(of: /\{([a-z][a-z0-9:-]*)\}/).map { String($0.1) }.filter { seen.insert($0).inserted }
    }

    static let mostCharacters = 6_000

    /// The word under which it is recorded to whom it went.
    var to: String {
        switch letter.to.first {
        case .role(.child): "child"
        case .role(.parent): "parents"
        case .role(let role): role.rawValue
        case .police: "police"
        case .socialCare: "social-worker"
        case nil: "child"
        }
    }

    func act(_ call: Call) -> Act {
        var details: Details = [.to: .word(to), .kind: .word(letter.id), .narrative: .text(text)]
        let how = call.form["how"]
        if Self.ways.contains(where: { $0.0 == how }) { details[.how] = .word(how) }
        return Act(.letterSent, .episode(call.episode.id), occurredAt: .at(call.now), details: details)
    }

    static let ways = [
        ("by-hand", "Handed over"), ("letter", "By post"), ("email", "By e-mail"), ("message", "By message"),
    ]
}
