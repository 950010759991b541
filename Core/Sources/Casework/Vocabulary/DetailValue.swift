// SPDX-License-Identifier: MIT

import WorkingTime

/// What kind of value a detail holds.
public enum DetailType: String, Hashable, Sendable {
    /// Free text in somebody's own words.
    case text
    /// One word or code from a list: `high`, `strategy-meeting`, `larch-house`.
    case word
    /// Several words or codes.
    case words
    /// A time as far as it is known.
    case time
    case date
    case number
    case numbers
    case flag
    /// Headed texts: questions with their answers.
    case answers
}

/// The value of one detail.
public enum DetailValue: Hashable, Sendable {
    case text(String)
    case word(String)
    case words([String])
    case time(UncertainTime)
    case date(CivilDate)
    case number(Int)
    case numbers([Int])
    case flag(Bool)
    case answers([Answer])

    /// The kind of value this is.
    public var type: DetailType {
        switch self {
        case .text: .text
        case .word: .word
        case .words: .words
        case .time: .time
        case .date: .date
        case .number: .number
        case .numbers: .numbers
        case .flag: .flag
        case .answers: .answers
        }
    }
}

/// One question, by its id in the protocol, and what was answered.
public struct Answer: Hashable, Sendable {
    public let question: String
    public let answer: String

    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}
