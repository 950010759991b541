// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// One event of each word that carries every detail its form allows: what the committed examples are made from.
enum SampleEvents {
    private static let instant = Instant(secondsSince1970: 1_777_669_200)

    static func event(_ word: EventWord) -> Event {
        let form = word.form
        var details = Details()
        for key in form.requires + form.allows + [.narrative, .reference] { details[key] = value(of: key) }
        let isPartnership = form.about == .partnership
        return Event(
            word,
            child: isPartnership ? nil : ChildID(number: 1_043),
            episode: form.about == .episode ? EpisodeID(number: 77) : nil,
            occurredAt: time(Int(word.rawValue.utf8.count)),
            recordedAt: instant + Elapsed(seconds: 95),
            by: Actor(worker: "a.worker", role: form.usuallyBy.first ?? .carer, agency: AgencyID("larch-house")),
            details: details
        )
    }

    static func value(of key: DetailKey) -> DetailValue {
        switch key.holds {
        case .text: .text("Said of \(key.name): \"not sure\"\nwent by the canal \\ lock, Zoë 🏠")
        case .word: .word("some-\(key.name.lowercased())")
        case .words: .words(["first", "second"])
        case .time: .time(time(key.name.utf8.count))
        case .date: .date(CivilDate(daysSince1970: 20_000))
        case .number: .number(1_234)
        case .numbers: .numbers([3, 14])
        case .flag: .flag(true)
        case .answers: .answers([Answer(question: "q-1", answer: "Yes; twice."), Answer(question: "q-2", answer: "")])
        }
    }

    private static func time(_ seed: Int) -> UncertainTime {
        switch seed % 4 {
        case 0: .at(instant)
        case 1: .about(instant)
        case 2: .between(instant, instant + Elapsed(seconds: 5_400))
        default: .on(CivilDate(daysSince1970: 20_575))
        }
    }
}
