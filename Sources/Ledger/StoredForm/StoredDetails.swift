// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// An event's details as a JSON object: each key's value in the form of its type.
enum StoredDetails {
    private static let keys = WordTable(DetailKey.allCases.map { ($0.name, $0) })

    static func write(_ details: Details, to json: inout JSONWriter) {
        json.object { json in
            for detail in details.all.sorted(by: { $0.key.name < $1.key.name }) {
                json.name(detail.key.name)
                write(detail.value, to: &json)
            }
        }
    }

    /// Reads an object of details; keys that this version does not know are added to `unknown`.
    static func read(_ json: inout JSONScanner, unknown: inout [String]) throws(StoredFormFault) -> Details {
        var details = Details()
        var others: [String] = []
        try json.object { (json, name) throws(StoredFormFault) in
            guard let key = keys[name] else {
                others.append("details." + String(decoding: name, as: UTF8.self))
                return try json.skip()
            }
            details[key] = try value(of: key, &json)
        }
        unknown += others
        return details
    }

    private static func write(_ value: DetailValue, to json: inout JSONWriter) {
        switch value {
        case .text(let text), .word(let text): json.string(text)
        case .words(let words): json.array { json in for word in words { json.string(word) } }
        case .time(let time): StoredTime.write(time, to: &json)
        case .date(let date): StoredTime.write(date, to: &json)
        case .number(let number): json.integer(Int64(number))
        case .numbers(let numbers): json.array { json in for number in numbers { json.integer(Int64(number)) } }
        case .flag(let flag): json.boolean(flag)
        case .answers(let answers): json.array { json in for answer in answers { write(answer, to: &json) } }
        }
    }

    private static func write(_ answer: Answer, to json: inout JSONWriter) {
        json.object { json in
            json.name("answer")
            json.string(answer.answer)
            json.name("question")
            json.string(answer.question)
        }
    }

    private static func value(of key: DetailKey, _ json: inout JSONScanner) throws(StoredFormFault) -> DetailValue {
        switch key.holds {
        case .text: return .text(try json.string())
        case .word: return .word(try json.string())
        case .words:
            var words: [String] = []
            try json.array { (json) throws(StoredFormFault) in words.append(try json.string()) }
            return .words(words)
        case .time: return .time(try StoredTime.read(&json, key.name))
        case .date: return .date(try StoredTime.readDate(&json, key.name))
        case .number: return .number(Int(try json.integer()))
        case .numbers:
            var numbers: [Int] = []
            try json.array { (json) throws(StoredFormFault) in numbers.append(Int(try json.integer())) }
            return .numbers(numbers)
        case .flag: return .flag(try json.boolean())
        case .answers:
            var answers: [Answer] = []
            try json.array { (json) throws(StoredFormFault) in answers.append(try answer(&json)) }
            return .answers(answers)
        }
    }

    private static func answer(_ json: inout JSONScanner) throws(StoredFormFault) -> Answer {
        var question: String?
        var answer: String?
        try json.object { (json, name) throws(StoredFormFault) in
            if name.elementsEqual("question".utf8) {
                question = try json.string()
            } else if name.elementsEqual("answer".utf8) {
                answer = try json.string()
            } else {
                try json.skip()
            }
        }
        guard let question, let answer else { throw .lacking("answer") }
        return Answer(question: question, answer: answer)
    }
}
