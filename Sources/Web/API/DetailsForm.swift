// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The details of events as programs write and read them: one member for each, under its name in the vocabulary.
enum DetailsForm {
    /// What the record fills in by itself, what takes a form of its own, and what would name another child.
    private static let kept: Set<DetailKey> = [
        .digest, .importReference, .rows, .content, .type, .withChildren, .episodes, .pack, .tally, .lastEpisode,
    ]

    /// What may be said of an event, all of it optional: what is needed, the record says.
    static func schema(of words: [EventWord], besides left: Set<DetailKey> = []) -> Schema {
        let keys = DetailKey.allCases.filter { key in
            !kept.contains(key) && !left.contains(key) && words.contains { $0.form.carries(key) && $0 != .corrected }
        }
        let one = words.count == 1 ? words[0] : nil
        return .object(
            keys.map { key in
                Schema.Member(key.name, .said(key.label + ".", choices(of: key, in: one) ?? schema(of: key)))
            })
    }

    /// Every detail, as answers may hold it.
    static let answered = Schema.object(
        DetailKey.allCases.filter { !kept.contains($0) }.map { Schema.Member($0.name, answered($0)) })

    static func schema(of key: DetailKey) -> Schema {
        switch key.holds {
        case .text: .words
        case .word: .code
        case .words: .list(.code, most: 100)
        case .time: .time
        case .date: .date
        case .number: .whole(least: 0, most: 1_000_000_000)
        case .numbers: .list(.whole(least: 0, most: 1_000_000_000), most: 100)
        case .flag: .flag
        case .answers: .list(.named("Headed"), most: 100)
        }
    }

    private static func answered(_ key: DetailKey) -> Schema {
        switch key.holds {
        case .text, .word, .time, .date: .anyText
        case .words: .list(.anyText, most: 100_000)
        case .number: .whole(least: .min, most: .max)
        case .numbers: .list(.whole(least: .min, most: .max), most: 100_000)
        case .flag: .flag
        case .answers: .list(.object([.init("question", .anyText), .init("answer", .anyText)]), most: 100_000)
        }
    }

    /// The words that the record itself allows.
    private static func choices(of key: DetailKey, in word: EventWord?) -> Schema? {
        switch (word, key) {
        case (.classified, .as): .word(PoliceCategory.allCases.filter { $0 != .unclassified }.map(\.rawValue))
        case (.reported, .kind): .word(CareKind.allCases.map(\.rawValue))
        case (_, .sex): .word(["female", "male", "unknown"])
        case (_, .bornCertainty): .word(["exact", "assumed", "estimated", "unknown"])
        default: nil
        }
    }

    /// Reads what was held to its schema before.
    static func read(_ value: APIValue?) -> Details {
        var details = Details()
        for member in value?.members ?? [] {
            guard let key = DetailKey(named: member.name), let read = read(member.value, as: key.holds) else {
                continue
            }
            details[key] = read
        }
        return details
    }

    private static func read(_ value: APIValue, as type: DetailType) -> DetailValue? {
        switch type {
        case .text: value.text.map { .text($0.trimmed) }
        case .word: value.text.map { .word($0.trimmed) }
        case .words: .words(value.elements.compactMap { $0.text?.trimmed })
        case .time: value.text.flatMap { try? TimeText.uncertain($0) }.map { .time($0) }
        case .date: value.text.flatMap { try? TimeText.date($0) }.map { .date($0) }
        case .number: value.whole.map { .number(Int($0)) }
        case .numbers: .numbers(value.elements.compactMap { $0.whole.map(Int.init) })
        case .flag: value.flag.map { .flag($0) }
        case .answers:
            .answers(
                value.elements.map { Answer(question: $0["question"]?.text ?? "", answer: $0["answer"]?.text ?? "") })
        }
    }

    static func write(_ details: Details) -> APIValue {
        .object(
            details.all.filter { !kept.contains($0.key) }.map {
                APIValue.Member(name: $0.key.name, value: write($0.value))
            })
    }

    static func write(_ value: DetailValue) -> APIValue {
        switch value {
        case .text(let text), .word(let text): .text(text)
        case .words(let words): .texts(words)
        case .time(let time): .text(TimeText.write(time))
        case .date(let date): .text(TimeText.write(date))
        case .number(let number): .whole(Int64(number))
        case .numbers(let numbers): .list(numbers.map { .whole(Int64($0)) })
        case .flag(let flag): .flag(flag)
        case .answers(let answers):
            .list(
                answers.map { answer in
                    .made { told in
                        told.text("question", answer.question)
                        told.text("answer", answer.answer)
                    }
                })
        }
    }
}

extension EventWord {
    /// What programs record of an episode without an address of its own for it: what happened, and nothing that puts an
    /// entry right, sends a document or lets somebody see or not see.
    static let recordedByPrograms: [EventWord] = allCases.filter { word in
        let own: Set<EventWord> = [
            .reported, .accountReceived, .classified, .reclassified, .returned, .acknowledged, .corrected, .letterSent,
            .wentTogether,
        ]
        return word.form.about == .episode && !own.contains(word)
    }
}
