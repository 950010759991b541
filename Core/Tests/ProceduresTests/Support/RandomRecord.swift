// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Procedures

/// One child with several episodes of anything that may be recorded at all, whether or not it makes sense together:
/// corrections, waivers and agreements, uncertain times, events that are written down late.
struct RandomRecord {
    private(set) var events: [Event] = []
    let child = ChildID(number: 1)
    private var random: Seeded
    private var clock: Instant
    private let duties: [String]

    /// `duties` are those that waivers and agreements name.
    init(seed: UInt64, duties: [String], episodes: Int = 3) {
        random = Seeded(seed)
        self.duties = duties
        clock = at("2015-03-01T00:00") + .days(Int(seed % 300))
        if number(1...4) > 1 { add(.childRegistered, nil) }
        for _ in 0..<number(0...6) { add(any(RandomRecord.childWords), nil) }
        for place in 1...UInt32(number(1...episodes)) {
            let id = EpisodeID(number: place)
            add(any([.reported, .reported, .reported, .checksStarted, .absenceNoted]), id)
            for _ in 0..<number(0...(number(1...12) == 1 ? 100 : 22)) {
                switch number(1...7) {
                case 1: add(any(RandomRecord.childWords), nil)
                case 2, 3: add(any(RandomRecord.episodeWords), id)
                default: add(any(RandomRecord.usualWords), id)
                }
            }
            clock = clock + .days(number(0...50))
        }
    }

    /// The state after so many of the events; after all where no number is given.
    func state(after count: Int? = nil) -> State {
        var state = State()
        for event in events.prefix(count ?? events.count) { state.apply(event, at: state.position.next) }
        return state
    }

    private static let childWords = EventWord.allCases.filter { $0.form.about == .child }
    private static let episodeWords = EventWord.allCases.filter { $0.form.about == .episode }
    private static let usualWords: [EventWord] = [
        .reported, .riskGraded, .classified, .reclassified, .reviewed, .reviewAgreed, .notified, .contactAttempted,
        .visited, .located, .returned, .interviewHeld, .interviewDeclined, .waived, .agreed, .meetingHeld,
        .meetingArranged, .planUpdated, .closed, .corrected, .corrected, .waived, .agreed,
    ]
    private static let words = [
        "police", "parents", "iro", "edt", "return", "strategy-meeting", "childrens-home", "looked-after",
        "child-protection-plan", "care-leaver", "sexual-exploitation", "self-harm", "missing-from-care", "unreported",
        "away-without-authorisation", "team-manager", "larch-house",
    ]

    private mutating func add(_ word: EventWord, _ episode: EpisodeID?) {
        clock = clock + .minutes(number(1...6) == 1 ? number(0...6_000) : number(0...400))
        let recorded = clock
        let happened = recorded - .minutes(number(1...5) == 1 ? number(0...2_000) : 0)
        let time: UncertainTime =
            switch number(0...14) {
            case 0: .about(happened)
            case 1: .between(happened - .hours(5), happened)
            case 2: .on(London.date(of: happened))
            default: .at(happened)
            }
        let role = number(1...2) == 1 ? word.form.usuallyBy.first ?? .carer : any(Role.allCases)
        let details = word == .corrected ? correction(at: recorded) : details(of: word, at: recorded)
        events.append(
            Event(
                word, child: child, episode: episode, occurredAt: time, recordedAt: recorded, by: Actor(role: role),
                details: details))
    }

    private mutating func correction(at instant: Instant) -> Details {
        var details: Details = [.what: .number(max(1, events.count - number(0...12)))]
        switch number(1...4) {
        case 1, 2: details[.withdrawn] = .flag(true)
        case 3: details[.at] = .time(.at(instant - .minutes(number(0...4_000))))
        default: details[.to] = .word(any(RandomRecord.words))
        }
        return details
    }

    private mutating func details(of word: EventWord, at instant: Instant) -> Details {
        var details = Details()
        for key in word.form.requires { details[key] = value(of: key, word, instant) }
        for key in word.form.allows where number(1...3) == 1 { details[key] = value(of: key, word, instant) }
        return details
    }

    private mutating func value(of key: DetailKey, _ word: EventWord, _ instant: Instant) -> DetailValue {
        switch key.holds {
        case .text: return .text("some words")
        case .word: return .word(self.word(for: key, word))
        case .words: return .words([any(RandomRecord.words), any(RandomRecord.words)])
        case .time:
            let isBefore = key == .missingSince || key == .lastSeen
            let time = instant + .minutes(isBefore ? -number(0...3_000) : number(-300...9_000))
            return .time(number(1...4) == 1 ? .between(time, time + .hours(3)) : .at(time))
        case .date: return .date(London.date(of: instant + .days(number(-40...3))))
        case .number: return .number(number(1...40))
        case .numbers: return .numbers([number(1...5)])
        case .flag: return .flag(number(1...2) == 1)
        case .answers: return .answers([])
        }
    }

    private mutating func word(for key: DetailKey, _ word: EventWord) -> String {
        switch (key, word) {
        case (.as, .riskGraded): any(RiskGrade.allCases).rawValue
        case (.as, .careKindDecided), (.kind, .reported), (.kind, .accountReceived): any(CareKind.allCases).rawValue
        case (.as, _): any(["missing", "absent", "missing", "absent", "high", "low"])
        case (.role, _): any(Role.allCases).rawValue
        case (.duty, _): any(duties)
        default: any(RandomRecord.words)
        }
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func any<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }
}
