// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What is wrong with one control.
struct FieldFault: Hashable, Sendable {
    let control: String
    let says: String
}

/// Reads what was typed into details, and writes details as they would have been typed.
enum DetailFields {
    static func read(
        _ fields: [ActField], in form: FormFields, now: Instant, faults: inout [FieldFault]
    ) -> Details {
        var details = Details()
        for field in fields {
            do {
                if let value = try value(of: field, in: form, now: now) { details[field.key] = value }
            } catch {
                faults.append(FieldFault(control: field.name, says: error.says))
            }
            if field.isRequired && details[field.key] == nil && !faults.contains(where: { $0.control == field.name }) {
                faults.append(FieldFault(control: field.name, says: lacking(field)))
            }
            if case .questions = field.control { readUnanswered(field, form, into: &details) }
        }
        return details
    }

    private struct Fault: Error { let says: String }

    private static func value(of field: ActField, in form: FormFields, now: Instant) throws(Fault) -> DetailValue? {
        let typed = form[field.name]
        switch field.key.holds {
        case .text: return typed.isEmpty ? nil : .text(typed)
        case .word: return typed.isEmpty ? nil : .word(typed)
        case .words:
            let words = form.values(field.name).flatMap { $0.split(separator: "\n").map { String($0).trimmed } }
            return words.isEmpty ? nil : .words(words.filter { !$0.isEmpty })
        case .time: return try time(field, form, now).map { .time($0) }
        case .date:
            if typed.isEmpty { return nil }
            guard let date = try? TimeFields.date(typed, orTodayOf: now) else {
                throw Fault(says: "“\(typed)” is not a date. Write it like 5/6/2015.")
            }
            return .date(date)
        case .number:
            if typed.isEmpty { return nil }
            guard let number = Int(typed), number >= 0 else { throw Fault(says: "“\(typed)” is not a number.") }
            return .number(number)
        case .numbers:
            let numbers = typed.split { ", ".contains($0) }.map(String.init)
            if numbers.isEmpty { return nil }
            guard numbers.allSatisfy({ Int($0) != nil }) else {
                throw Fault(says: "Write numbers with commas between.")
            }
            return .numbers(numbers.compactMap { Int($0) })
        case .flag: return typed.isEmpty ? nil : .flag(typed == "yes")
        case .answers: return answers(field, form)
        }
    }

    private static func time(_ field: ActField, _ form: FormFields, _ now: Instant) throws(Fault) -> UncertainTime? {
        // Today's date stands there beforehand: without a time of day nothing was said yet.
        let isUntouched = form["\(field.name).time"].isEmpty && form["\(field.name).time2"].isEmpty
        let how = form["\(field.name).how"]
        if isUntouched, !field.isRequired, ["", "at", "about", "between"].contains(how) { return nil }
        do {
            return try TimeFields.read(field.name, in: form, now: now)
        } catch {
            switch error {
            case .empty: return nil
            case .says(let text): throw Fault(says: text)
            }
        }
    }

    private static func answers(_ field: ActField, _ form: FormFields) -> DetailValue? {
        let answers: [Answer]
        if case .steps = field.control {
            answers = PlanSteps(field.name, in: form).answers
        } else if case .headed(let headings) = field.control {
            answers = headings.compactMap { heading in
                let typed = form["\(field.name).\(heading.code)"]
                return typed.isEmpty ? nil : Answer(question: heading.code, answer: typed)
            }
        } else if case .questions(let questions) = field.control {
            answers = questions.compactMap { question in
                let typed = form["\(field.name).\(question.id)"]
                return typed.isEmpty ? nil : Answer(question: question.id, answer: typed)
            }
        } else {
            answers = (1...4).compactMap { number in
                let (about, typed) = (form["\(field.name).about.\(number)"], form["\(field.name).says.\(number)"])
                return typed.isEmpty ? nil : Answer(question: about.isEmpty ? "finding" : about, answer: typed)
            }
        }
        return answers.isEmpty ? nil : .answers(answers)
    }

    private static func readUnanswered(_ field: ActField, _ form: FormFields, into details: inout Details) {
        guard case .questions(let questions) = field.control else { return }
        let open = questions.map(\.id).filter { form["unanswered.\($0)"] == "yes" }
        if !open.isEmpty { details[.unanswered] = .words(open) }
    }

    private static func lacking(_ field: ActField) -> String {
        switch field.control {
        case .radios, .select, .ticks, .yesNo: "Choose: \(field.label.prefix(1).lowercased() + field.label.dropFirst())"
        default: "\(field.label): this is needed"
        }
    }

    /// The details as the form's controls would hold them, for filling a form in beforehand.
    static func written(_ details: Details) -> FormFields {
        var form = FormFields()
        for detail in details.all {
            let name = detail.key.name
            switch detail.value {
            case .text(let text), .word(let text): form.append(name, text)
            case .words(let words): for word in words { form.append(name, word) }
            case .time(let time): TimeFields.write(time, as: name, into: &form)
            case .date(let date): form.append(name, TimeText.write(date))
            case .number(let number): form.append(name, String(number))
            case .numbers(let numbers): form.append(name, numbers.map(String.init).joined(separator: ", "))
            case .flag(let flag): form.append(name, flag ? "yes" : "no")
            case .answers(let answers) where detail.key == .steps:
                PlanSteps(answers).write(as: name, into: &form)
            case .answers(let answers):
                for answer in answers { form.append("\(name).\(answer.question)", answer.answer) }
            }
        }
        return form
    }
}
