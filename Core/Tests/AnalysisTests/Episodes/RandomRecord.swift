// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A record of random events with holes in it: late entries, corrections, withdrawn entries, erased children. No rule
/// holds it back, so that it is worse than any real one.
struct RandomRecord {
    private(set) var state = State()
    private var random: Lot
    /// The children of whom the last step told something.
    private(set) var changed: Set<ChildID> = []
    let now = Instant(secondsSince1970: 1_783_900_800)
    private var episodes: [(EpisodeID, ChildID, Instant)] = []
    /// Actions agreed, by the entry that says so.
    private var actions: [(position: Position, child: ChildID, episode: EpisodeID)] = []
    private var said: [(position: Position, child: ChildID, episode: EpisodeID?)] = []

    init(seed: UInt64, children: Int) {
        random = Lot(seed: seed)
        enter(.placeOfConcernEntered, [.name: .text("The arcade"), .kind: .word("shopping-centre")])
        for _ in 0..<children { register() }
    }

    mutating func step() {
        changed = []
        let roll = random.upTo(100)
        if episodes.isEmpty || roll < 14 {
            begin()
        } else if roll < 17 {
            register()
        } else if roll < 24 {
            changeChild()
        } else if roll < 31 {
            correct()
        } else if roll < 32, let child = anyChild {
            erase(child)
        } else if roll < 38, !actions.isEmpty {
            followUp()
        } else {
            goOn()
        }
    }

    private var anyChild: ChildID? {
        let id = ChildID(number: 1 + UInt32(random.peek(Int(max(state.nextChild.number - 1, 1)))))
        return state.child(id) == nil ? nil : id
    }

    private mutating func register() {
        var details: Details = [
            .name: .text("Child"), .postcode: .word(random.one(of: ["B31 2AB", "B27 6QZ", "B1", "?"])),
        ]
        if random.isLucky(70) { details[.sex] = .word(random.one(of: ["F", "M", "U"])) }
        if random.isLucky(70) { details[.ethnicity] = .word(random.one(of: ["WBRI", "AIND", "BCRB", "REFU"])) }
        if random.isLucky(80) { details[.born] = .date(CivilDate(daysSince1970: 14_000 + Int32(random.upTo(5_000)))) }
        if random.isLucky(80) { details[.responsible] = .word(random.one(of: ["eastmoor", "westmoor"])) }
        if random.isLucky(40) { details[.lookedAfter] = .flag(true) }
        let child = state.nextChild
        say(.childRegistered, child, nil, at: time(0), details)
    }

    private mutating func begin() {
        guard let child = anyChild else { return }
        let start = time(random.upTo(900))
        let id = state.nextEpisode
        if random.isLucky(14) {
            say(.absenceNoted, child, id, at: start, [:])
            episodes.append((id, child, start))
            return
        }
        var details: Details = [:]
        switch random.upTo(5) {
        case 0: break
        case 1: details[.missingSince] = .time(.on(London.date(of: start)))
        case 2: details[.missingSince] = .time(.between(start, start + .hours(2)))
        default: details[.missingSince] = .time(.at(start))
        }
        if random.isLucky(30) { details[.from] = .word(random.one(of: ["larch-house", "elm-road"])) }
        if random.isLucky(20) { details[.kind] = .word(random.one(of: CareKind.allCases.map(\.rawValue))) }
        if random.isLucky(20), let other = anyChild { details[.withChildren] = .numbers([Int(other.number)]) }
        say(.reported, child, id, at: start + .minutes(random.upTo(300)), details)
        episodes.append((id, child, start))
    }

    private mutating func changeChild() {
        guard let child = anyChild else { return }
        let day = CivilDate(daysSince1970: 19_700 + Int32(random.upTo(900)))
        switch random.upTo(4) {
        case 0:
            say(
                .placementStarted, child, nil, at: time(random.upTo(900)),
                [
                    .kind: .word(random.one(of: ["foster-care", "childrens-home", "nothing-known"])),
                    .since: .date(day),
                    .host: .word(random.one(of: ["eastmoor", "westmoor"])), .postcode: .word("B33 0AA"),
                    .outOfArea: .flag(random.isLucky(30)), .legalStatus: .word(random.one(of: ["s20", "s31"])),
                ])
        case 1:
            let kind = random.one(of: ["child-in-need", "child-protection-plan", "care-leaver"])
            say(.statusStarted, child, nil, at: time(random.upTo(900)), [.kind: .word(kind), .since: .date(day)])
        case 2:
            let risk = random.one(of: ["sexual-exploitation", "gang"])
            say(.riskNoted, child, nil, at: time(random.upTo(900)), [.kind: .word(risk)])
        default: say(.childDetailsChanged, child, nil, at: time(random.upTo(900)), [.sex: .word("F")])
        }
    }

    private mutating func goOn() {
        let (episode, child, start) = episodes[random.upTo(episodes.count)]
        guard state.child(child) != nil else { return }
        let at = start + .minutes(random.upTo(12_000))
        let isSchoolCase = state.episode(episode)?.facts.isSchoolCase ?? false
        let (word, details) =
            isSchoolCase && random.isLucky(70) ? random.ofSchoolCase() : random.continuation(of: child, place: 1)
        say(word, child, episode, at: at, details)
        if word == .actionAgreed { actions.append((state.position, child, episode)) }
    }

    /// What became of an action that was agreed, perhaps told twice, perhaps by an entry of another time.
    private mutating func followUp() {
        let (position, child, episode) = actions[random.upTo(actions.count)]
        guard state.child(child) != nil else { return }
        var details: Details = [.what: .number(Int(position.number))]
        let word = random.one(of: [EventWord.actionDone, .actionDone, .actionDropped, .actionChanged, .actionChased])
        let at = time(random.upTo(900))
        if word == .actionChanged, random.isLucky(70) { details[.due] = .time(.on(London.date(of: at))) }
        say(word, child, episode, at: at, details)
    }

    private mutating func correct() {
        guard !said.isEmpty else { return }
        let target = said[random.upTo(said.count)]
        guard state.child(target.child) != nil else { return }
        var details: Details = [.what: .number(Int(target.position.number))]
        if random.isLucky(40) {
            details[.withdrawn] = .flag(true)
        } else {
            details[.at] = .time(.at(time(random.upTo(900))))
        }
        say(.corrected, target.child, target.episode, at: now, details)
    }

    private mutating func erase(_ child: ChildID) {
        changed.insert(child)
        enter(
            .childErased,
            [.what: .number(Int(child.number)), .lastEpisode: .number(Int(state.nextEpisode.number) - 1)])
        episodes.removeAll { $0.1 == child }
        said.removeAll { $0.child == child }
        actions.removeAll { $0.child == child }
    }

    private mutating func enter(_ word: EventWord, _ details: Details) {
        let event = Event(
            word, occurredAt: .at(now), recordedAt: now, by: Actor(role: .missingCoordinator), details: details)
        state.apply(event, at: state.position.next)
    }

    private mutating func say(
        _ word: EventWord, _ child: ChildID, _ episode: EpisodeID?, at: Instant, _ details: Details
    ) {
        changed.insert(child)
        let event = Event(
            word, child: child, episode: episode, occurredAt: .at(at), recordedAt: now,
            by: Actor(role: .socialWorker), details: details)
        state.apply(event, at: state.position.next)
        said.append((state.position, child, episode))
    }

    /// So many days after 1 January 2024, at some time of the day.
    private mutating func time(_ days: Int) -> Instant {
        Instant(secondsSince1970: 1_704_067_200 + Int64(days) * 86_400 + Int64(random.upTo(1_440)) * 60)
    }
}

/// Chance out of a seed.
struct Lot: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Below `count`.
    mutating func upTo(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

    /// A look at what might come next, for a choice that needs no new number.
    func peek(_ count: Int) -> Int {
        var copy = self
        return copy.upTo(count)
    }

    mutating func isLucky(_ percent: Int) -> Bool { upTo(100) < percent }

    mutating func one<Value>(of values: [Value]) -> Value { values[upTo(values.count)] }

    /// Something that may happen in a pupil's case.
    mutating func ofSchoolCase() -> (EventWord, Details) {
        let outcome = one(of: SchoolCaseOutcome.allCases.map(\.rawValue))
        return one(of: [
            (.referred, [.to: .word("cme-officer")]), (.pupilTraced, [:]), (.attended, [:]), (.returned, [:]),
            (.caseClosed, [.outcome: .word(outcome)]), (.caseClosed, [:]),
        ])
    }

    /// Something that may happen in an episode.
    mutating func continuation(of child: ChildID, place: Int) -> (EventWord, Details) {
        let words: [(EventWord, Details)] = [
            (.classified, [.as: .word(one(of: PoliceCategory.allCases.map(\.rawValue)))]),
            (.riskGraded, [.as: .word(one(of: RiskGrade.allCases.map(\.rawValue)))]),
            (.careKindDecided, [.as: .word(one(of: CareKind.allCases.map(\.rawValue)))]),
            (.sighted, [.postcode: .word(one(of: ["B31 2AB", "M1 1AE", "bad"])), .withChildren: .numbers([1, 2])]),
            (.located, [.postcode: .word(one(of: ["B31 2AB", "M1 1AE", "bad"])), .concern: .number(place)]),
            (.returned, [.harm: .words([one(of: ["assault", "none-known"])])]), (.returned, [:]), (.closed, [:]),
            (.safeAndWellChecked, [:]), (.safeAndWellNotHeld, [:]), (.interviewContacted, [:]),
            (.interviewOffered, [.accepted: .flag(isLucky(50))]), (.interviewDeclined, [:]),
            (
                .interviewHeld,
                [.push: .words(["conflict", one(of: ["bullying", "rules"])]), .pull: .words(["friends"])]
            ),
            (.interviewNotArranged, [.ground: .word(one(of: NotOffered.allCases.map(\.rawValue)))]),
            (.interviewAssigned, [.agency: .word(one(of: ["society", "council"])), .kind: .word("independent")]),
            (.findingRecorded, [.kind: .word(one(of: ["place", "person", "harm"]))]),
            (.referred, [.to: .word(one(of: ["mash", "interviewer", "school"]))]),
            (.notified, [.to: .word(one(of: ["iro", "social-worker"]))]),
            (.acknowledged, [.to: .word(one(of: ["iro", "social-worker"]))]),
            (.placedOnAgenda, [.kind: .word("mase"), .triggers: .words(["three-in-ninety-days"])]),
            (.letterSent, [.to: .word("child")]), (.feedbackReceived, [:]),
            (.wentTogether, [.withChildren: .numbers([3])]),
            (.actionAgreed, [.owner: .word("social-worker")]),
            (
                .actionAgreed,
                [
                    .owner: .word("carer"),
                    .due: .time(.on(CivilDate(daysSince1970: 19_723 + Int32(upTo(900))))),
                ]
            ),
        ]
        return one(of: words)
    }
}
