// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What an entry holds, as far as its reader may see.
struct EventDetails {
    let event: Event
    let telling: Telling
    let access: Access
    /// The questions of the protocol, by id, so that answers stand beside what was asked.
    var questions: [String: String] = [:]

    /// Only those who may see the interview see what the child said there.
    var isWithheld: Bool {
        guard let child = event.child else { return false }
        let isInterview = [EventWord.interviewHeld, .findingsShared].contains(event.word)
        return isInterview && !access.maySee(.interview, of: child)
    }

    var html: HTML {
        if isWithheld {
            return "<p class=\"small\">What the child said is for the interviewer and the social workers.</p>"
        }
        let rows = event.details.all.filter { isShown($0.key) }.map { ($0.key, value($0.value, of: $0.key)) }
        return Parts.summary(rows.map { (FieldWords.label($0.0, event.word), $0.1) })
    }

    /// What was said in free words: it stands beneath the sentence.
    var quote: HTML {
        if isWithheld { return HTML() }
        let text = event.details.text(.rationale) ?? event.details.text(.narrative) ?? event.details.text(.reason)
        return text.map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" } ?? HTML()
    }

    private func isShown(_ key: DetailKey) -> Bool {
        guard let child = event.child else { return true }
        switch key {
        case .digest, .what, .importReference: return false
        case .found, .foundWith, .whereTheyWere, .whereSlept, .address, .postcode, .lastSeenAt, .whereTheyMayGo, .place,
            .from, .whoWith:
            return access.maySee(.location, of: child)
        case .medical, .harm: return access.maySee(.health, of: child)
        default: return true
        }
    }

    private func value(_ value: DetailValue, of key: DetailKey) -> HTML {
        switch value {
        case .text(let text): return Parts.lines(text)
        case .word(let word): return HTML(text: telling.word(word, of: key))
        case .words(let words):
            let asked = key == .unanswered ? words.map { questions[$0] ?? $0.spaced } : words.map { word(of: $0, key) }
            return HTML(text: asked.joined(separator: "; "))
        case .time(let time): return Clock(now: telling.now).moment(time)
        case .date(let date): return HTML(text: Spoken.fullDate(date))
        case .number(let number): return "\(number)"
        case .numbers(let numbers): return HTML(text: others(numbers))
        case .flag(let flag): return flag ? "Yes" : "No"
        case .answers(let answers):
            return answers.map { answer -> HTML in
                "<b>\(questions[answer.question] ?? answer.question.spaced.capitalisedFirst)</b><br>\(Parts.lines(answer.answer))"
            }.joined(separator: "<br>")
        }
    }

    private func word(of code: String, _ key: DetailKey) -> String {
        Choices.checks.first { key == .checked && $0.code == code }?.says ?? telling.word(code, of: key)
    }

    /// Other children are named only to who may see them.
    private func others(_ numbers: [Int]) -> String {
        let seen = numbers.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) }
            .filter { access.maySee(.identity, of: $0) }
            .compactMap { telling.state.child($0)?.facts.name }
        // That a record is gone is no secret, and whose it was nobody can say any more.
        let gone = numbers.compactMap { UInt32(exactly: $0) }.filter { telling.state.isErased(ChildID(number: $0)) }
        let hidden = numbers.count - seen.count - gone.count
        let more = hidden == 0 ? [] : ["\(hidden) whom you may not see"]
        return (seen + gone.map { _ in Telling.erasedChild } + more).joined(separator: ", ")
    }
}
