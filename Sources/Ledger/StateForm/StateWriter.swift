// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// Writes a state as a snapshot's content.
struct StateWriter {
    private var bytes = ByteWriter()
    private let words = StateWriter.places(EventWord.allCases)
    private let roles = StateWriter.places(Role.allCases)
    private var known: [Details: Int] = [:]

    static func content(of state: State) -> [UInt8] {
        var writer = StateWriter()
        writer.write(state)
        return writer.bytes.bytes
    }

    private static func places<Word: Hashable>(_ words: [Word]) -> [Word: Int] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) })
    }

    private mutating func write(_ state: State) {
        WordList.write(EventWord.allCases, named: \.rawValue, to: &bytes)
        WordList.write(Role.allCases, named: \.rawValue, to: &bytes)
        WordList.write(DetailKey.allCases, named: \.name, to: &bytes)
        bytes.signed(state.position.number)
        bytes.number(state.partnershipEvents.count)
        for (position, event) in zip(state.partnershipPositions, state.partnershipEvents) {
            bytes.signed(position.number)
            bytes.raw(StoredEvent.bytes(of: event))
        }
        bytes.number(state.imported.count)
        for digest in state.imported.sorted() { bytes.raw(Array(digest.utf8)) }
        bytes.number(state.registrars.count)
        for (child, worker) in state.registrars.sorted(by: { $0.key < $1.key }) {
            bytes.number(UInt64(child.number))
            bytes.string(worker)
        }
        let children = state.everyRecord
        bytes.number(children.count)
        for child in children { write(child) }
        bytes.number(state.episodes.count)
        for episode in state.episodes.values.sorted(by: { $0.id < $1.id }) { write(episode) }
    }

    private mutating func write(_ child: Child) {
        bytes.number(UInt64(child.id.number))
        bytes.number(child.episodes.count)
        for episode in child.episodes { bytes.number(UInt64(episode.number)) }
        bytes.number(child.entryCount)
        write(child.history)
    }

    private mutating func write(_ episode: Episode) {
        bytes.number(UInt64(episode.id.number))
        bytes.number(UInt64(episode.recordedUnder.number))
        bytes.flag(episode.facts.lookedAfter)
        write(episode.history)
    }

    private mutating func write(_ history: History) {
        bytes.number(history.recorded.count)
        var position: Int64 = 0
        var recorded: Int64 = 0
        for mark in history.recorded {
            bytes.number(words[mark.word] ?? 0)
            bytes.number(roles[mark.by] ?? 0)
            bytes.signed(mark.position.number - position)
            bytes.signed(mark.recordedAt.secondsSince1970 &- recorded)
            position = mark.position.number
            recorded = mark.recordedAt.secondsSince1970
            write(mark.occurredAt, near: recorded)
            write(mark.details)
            let texts = mark.texts.keys
            bytes.number(texts.count)
            for key in texts { bytes.number(UInt64(key.rawValue)) }
        }
    }

    /// Details that many marks have in common are written once, and come back as one value that they share.
    private mutating func write(_ details: Details) {
        if let place = known[details] { return bytes.number(place + 1) }
        known[details] = known.count
        bytes.number(0)
        bytes.number(details.all.count)
        for detail in details.all {
            bytes.number(UInt64(detail.key.rawValue))
            write(detail.value)
        }
    }

    private mutating func write(_ time: UncertainTime, near base: Int64) {
        switch time {
        case .at(let instant):
            bytes.number(0)
            bytes.signed(instant.secondsSince1970 &- base)
        case .about(let instant):
            bytes.number(1)
            bytes.signed(instant.secondsSince1970 &- base)
        case .between(let first, let last):
            bytes.number(2)
            bytes.signed(first.secondsSince1970 &- base)
            bytes.signed(last.secondsSince1970 &- base)
        case .on(let date):
            bytes.number(3)
            bytes.signed(Int64(date.daysSince1970))
        }
    }

    private mutating func write(_ value: DetailValue) {
        switch value {
        case .text(let text), .word(let text): bytes.string(text)
        case .words(let words):
            bytes.number(words.count)
            for word in words { bytes.string(word) }
        case .time(let time): write(time, near: 0)
        case .date(let date): bytes.signed(Int64(date.daysSince1970))
        case .number(let number): bytes.signed(Int64(number))
        case .numbers(let numbers):
            bytes.number(numbers.count)
            for number in numbers { bytes.signed(Int64(number)) }
        case .flag(let flag): bytes.flag(flag)
        case .answers(let answers):
            bytes.number(answers.count)
            for answer in answers {
                bytes.string(answer.question)
                bytes.string(answer.answer)
            }
        }
    }
}
