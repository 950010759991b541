// SPDX-License-Identifier: MIT

import Casework
import Partnership
import WorkingTime

/// Everything that the record holds about one child, cut into passages that are read and decided on one by one.
struct AccessPassages {
    let call: Call
    let child: Child

    private var telling: Telling { Telling(state: call.state, now: call.now) }

    /// The passages of every entry up to `last`, and the people whom the texts name beside the child.
    func gathered(through last: Position) async throws -> (passages: [Passage], told: [String]) {
        let positions = call.state.positions(of: child.id).filter { $0 <= last }
        var passages: [Passage] = []
        var told: [String] = []
        // Everything: whoever answers a request reads the whole record, which the route's rule has asked for.
        for entry in try await call.site.partnership.whole(positions) {
            guard case .event(let event, let position) = entry, event.word != .documentAdded else { continue }
            passages += AccessPassages.of(event, at: position, telling)
            for key in [DetailKey.parents, .associates] { told += event.details.text(key).map { [$0] } ?? [] }
            if event.word == .personLinked { told += event.details.text(.name).map { [$0] } ?? [] }
        }
        return (passages, told)
    }

    /// The entry's own sentence with its facts, then each of its texts.
    static func of(_ event: Event, at position: Position, _ telling: Telling) -> [Passage] {
        let time =
            "\(Spoken.fullDate(London.date(of: event.occurredAt.earliest))), "
            + Spoken.time(event.occurredAt.earliest)
        let sentence = EventSentence(event: event, telling: telling).text
        let held = event.details.all.filter { !isText($0.key) && !hidden.contains($0.key) }
        let facts = held.map { "\(FieldWords.label($0.key, event.word)): \(said($0.value, of: $0.key, telling))" }
        let agency = telling.agency(event.by.agency).map { ", \($0)" } ?? ""
        let first = Passage(
            position: position, key: nil, heading: time,
            text: (["\(sentence).", "Recorded by: \(event.by.role.spoken)\(agency)."] + facts).joined(separator: "\n"),
            word: event.word, labels: Set(held.map { FieldWords.label($0.key, event.word) } + ["Recorded by"]))
        let texts = event.details.texts.filter { isText($0.key) && $0.key != .photo && $0.key != .content }
        return [first]
            + texts.map { key, text in
                Passage(
                    position: position, key: key, heading: "\(time): \(FieldWords.label(key, event.word).lowercased())",
                    text: text, word: event.word)
            }
    }

    /// What says nothing to the person whose record it is.
    private static let hidden: Set<DetailKey> = [.digest, .what, .importReference]

    private static func isText(_ key: DetailKey) -> Bool {
        key.holds == .text || key.holds == .answers || key == .with || key == .attendees || key == .decisions
    }

    private static func said(_ value: DetailValue, of key: DetailKey, _ telling: Telling) -> String {
        switch value {
        case .text(let text): text
        case .word(let word): telling.word(word, of: key)
        case .words(let words): words.map { telling.word($0, of: key) }.joined(separator: "; ")
        case .time(let time): Spoken.moment(time, now: telling.now)
        case .date(let date): Spoken.fullDate(date)
        case .number(let number): "\(number)"
        case .numbers(let numbers): numbers.map(telling.child(numbered:)).joined(separator: ", ")
        case .flag(let flag): flag ? "Yes" : "No"
        case .answers(let answers): answers.map(\.answer).joined(separator: "\n")
        }
    }
}

extension Telling {
    /// What another child is called in what is given out of a record: never by name.
    func child(numbered number: Int) -> String {
        let isGone = UInt32(exactly: number).map { state.isErased(ChildID(number: $0)) } ?? false
        return isGone ? Telling.erasedChild : "another child"
    }

    /// What stands in place of the name of a child whose record is gone.
    static let erasedChild = "a child whose record was erased"
}
