// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What an entry holds. It was cut already to what its reader may see.
struct EventDetails {
    let event: Event
    let telling: Telling
    let access: Access
    /// What the reader may see of the child; nil where it is their own typing, which is no part of the record yet.
    var seen: Seen?
    /// The questions of the protocol, by id, so that answers stand beside what was asked.
    var questions: [String: String] = [:]

    var html: HTML {
        let hidden: [DetailKey] = [.digest, .what, .importReference, .content, .meeting, .line]
        let rows = event.details.all.filter { !hidden.contains($0.key) }.map { ($0.key, value($0.value, of: $0.key)) }
        return "\(heldBack)\(Parts.summary(rows.map { (FieldWords.label($0.0, event.word), $0.1) }))"
    }

    /// What was said in free words: it stands beneath the sentence.
    var quote: HTML {
        // A letter is long, and stands by itself.
        if event.word == .letterSent { return HTML() }
        let text = event.details.text(.rationale) ?? event.details.text(.narrative) ?? event.details.text(.reason)
        return text.map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" } ?? HTML()
    }

    /// Where that it happened is for the reader and what was said is not. Said of every such entry, whatever it holds.
    private var heldBack: HTML {
        guard let seen, !seen.sees(event.word.contentPart) else { return HTML() }
        return """
            <p class="small">What was said is not for your role. <a href="/children/\(seen.child.number)/why">Why?</a></p>
            """
    }

    /// One detail of the event; nothing where it carries none of that name.
    func value(of key: DetailKey) -> HTML { event.details[key].map { value($0, of: key) } ?? HTML() }

    private func value(_ value: DetailValue, of key: DetailKey) -> HTML {
        switch value {
        case .text(let text): return Parts.lines(text)
        case .word(let word): return HTML(text: telling.word(word, of: key))
        case .words(let words):
            let asked = key == .unanswered ? words.map { questions[$0] ?? $0.spaced } : words.map { word(of: $0, key) }
            return HTML(text: asked.joined(separator: "; "))
        case .time(let time): return Clock(now: telling.now).moment(time)
        case .date(let date): return HTML(text: Spoken.fullDate(date))
        case .number(let number): return registered(number, key) ?? "\(number)"
        case .numbers(let numbers): return HTML(text: others(numbers))
        case .flag(let flag): return flag ? "Yes" : "No"
        case .answers(let answers):
            return answers.map { answer -> HTML in
                "<b>\(Headings.says(answer.question, of: event.word) ?? questions[answer.question] ?? answer.question.spaced.capitalisedFirst)</b><br>\(Parts.lines(answer.answer))"
            }.joined(separator: "<br>")
        }
    }

    private func word(of code: String, _ key: DetailKey) -> String {
        Choices.checks.first { key == .checked && $0.code == code }?.says ?? telling.word(code, of: key)
    }

    /// What a number of a register stands for, as far as the reader may know.
    private func registered(_ number: Int, _ key: DetailKey) -> HTML? {
        switch key {
        case .concern:
            guard let entry = telling.state.concerns[number], access.mayRead(entry) else {
                return "An entry of a register that is not for you"
            }
            return "<a href=\"/concerns/\(number)\">\(entry.name)</a>"
        case .shelter: return telling.state.emergencyPlaces[number].map { HTML(text: $0.name) }
        case .inEpisode: return "<a href=\"/episodes/\(number)\">Episode</a>"
        default: return nil
        }
    }

    /// Other children are named only to who may see them.
    private func others(_ numbers: [Int]) -> String {
        let seen = numbers.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) }
            .filter { access.maySee(.identity, of: $0) }.compactMap { telling.state.child($0)?.facts.name }
        // That a record is gone is no secret, and whose it was nobody can say any more.
        let gone = numbers.compactMap { UInt32(exactly: $0) }.filter { telling.state.isErased(ChildID(number: $0)) }
        let hidden = numbers.count - seen.count - gone.count
        let more = hidden == 0 ? [] : [hidden == 1 ? "another child" : "\(hidden) other children"]
        return (seen + gone.map { _ in Telling.erasedChild } + more).joined(separator: ", ")
    }
}
