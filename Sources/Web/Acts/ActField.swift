// SPDX-License-Identifier: MIT

import Casework
import Procedures

/// One control of a form for an act.
struct ActField: Hashable, Sendable {
    enum Control: Hashable, Sendable {
        case line
        case paragraph
        case radios([Choice])
        case select([Choice])
        case ticks([Choice])
        /// Several words, one a line.
        case lines
        /// A time that has been; `fromNow` offers the present moment.
        case past(fromNow: Bool)
        case ahead
        case date
        case number
        case yesNo
        case questions([RiskQuestion])
        case findings
        /// A line under each heading.
        case headed([Choice])
        /// Who does what, and when.
        case steps
    }

    let key: DetailKey
    let control: Control
    let label: String
    let hint: String
    let isRequired: Bool

    var name: String { key.name }

    init(_ key: DetailKey, of word: EventWord, isRequired: Bool, in setting: Choices.Setting) {
        self.key = key
        self.isRequired = isRequired
        label = FieldWords.label(key, word)
        hint = FieldWords.hint(key, word)
        control = ActField.control(key, word, setting)
    }

    private static func control(_ key: DetailKey, _ word: EventWord, _ setting: Choices.Setting) -> Control {
        let choices = Choices.of(key, for: word, in: setting)
        switch key.holds {
        case .text: return isShort(key) ? .line : .paragraph
        case .word:
            if choices.isEmpty { return .line }
            return choices.count <= 16 ? .radios(choices) : .select(choices)
        case .words: return choices.isEmpty ? .lines : .ticks(choices)
        case .time: return isAhead(key, word) ? .ahead : .past(fromNow: false)
        case .date: return .date
        case .number: return choices.isEmpty ? .number : .select(choices)
        case .numbers: return .line
        case .flag: return .yesNo
        case .answers:
            if key == .steps { return .steps }
            if key == .answers, let headings = Headings.of(word) { return .headed(headings) }
            return key == .answers ? .questions(setting.pack.questions) : .findings
        }
    }

    private static func isShort(_ key: DetailKey) -> Bool {
        [
            .name, .forenames, .surname, .knownAs, .language, .religion, .gender, .email, .relationship, .lastSeenAt,
            .lastSeenBy, .photo, .foundWith, .phones, .result, .howReturned, .travel, .toldBy,
        ].contains(key)
    }

    private static func isAhead(_ key: DetailKey, _ word: EventWord) -> Bool {
        switch key {
        case .until: word != .accountReceived
        case .next, .callBack, .due, .deadline: true
        case .at:
            [.meetingArranged, .interviewAccepted, .placedOnAgenda, .meetingCalled, .meetingChanged].contains(word)
        default: false
        }
    }
}
