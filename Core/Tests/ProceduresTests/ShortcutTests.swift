// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let pack = VariedPack.pack
private let named = pack.duties.map(\.id).filter { $0.hasPrefix("a") || $0.hasPrefix("b") }

/// What is worked out at one go, or looked up as a bit, against asking each condition at each moment.
@Suite struct `What is worked out in a shorter way` {
    @Test func `has a bit for every answer`() { #expect(FactBits.count <= 64) }

    @Test func `counts the cases of what it keeps as bits`() {
        #expect(EpisodeFacts.Stage.allCases.map(\.place) == Array(EpisodeFacts.Stage.allCases.indices))
        #expect(CareKind.allCases.map(\.place) == Array(CareKind.allCases.indices))
        #expect(PoliceCategory.allCases.map(\.place) == Array(PoliceCategory.allCases.indices))
        #expect(RiskGrade.allCases.map(\.place) == Array(RiskGrade.allCases.indices))
    }

    @Test func `keeps questions apart that differ only in what they ask of an event`() {
        let asked = [
            Match([.notified]), Match([.reported]), Match([.notified], by: [.police]),
            Match([.notified], details: [Match.Test(key: .to, allowed: ["edt"])]),
            Match([.notified], details: [Match.Test(key: .to, allowed: ["police"])]),
            Match([.notified], details: [Match.Test(key: .how, allowed: ["edt"])]),
            Match([.notified], given: [.to]), Match([.notified], lacks: [.to]),
        ]
        #expect(Set(asked.map(\.key)).count == asked.count)
        #expect(Match([.notified], given: [.to]).key == Match([.notified], given: [.to]).key)
    }

    @Test(arguments: UInt64(1)...25) func `says of each moment what each condition says`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child), let last = record.events.last?.recordedAt else { return }
        let episodes = state.episodes(of: record.child)
        for now in [last + .days(40), last - .days(20)] {
            let firings = ChildFirings(
                of: child, episodes: episodes, pack: pack, calendars: Samples.calendars, at: now)
            withExtendedLifetime(firings) {
                expectSame(firings.course, isAboutChild: true, "seed \(seed), whole record")
                for episode in episodes {
                    let course = Course(
                        episode, child: child, others: episodes, at: now, calendars: Samples.calendars,
                        officeHours: pack.officeHours, firings: { firings.firings(of: $0) })
                    expectSame(course, isAboutChild: false, "seed \(seed), episode \(episode.id.number)")
                }
            }
        }
    }

    private func expectSame(_ course: Course, isAboutChild: Bool, _ comment: String) {
        course.dutySpans = { _ in [] }
        let plan = pack.plan
        let turning = Array(repeating: true, count: plan.table.turning.count)
        let work = TruthWork(course, plan.table, turning: turning)
        let asked = zip(plan.rules, plan.questions).filter { $0.0.duty.isAboutChild == isAboutChild }
        let rows = work.settle(asked.map(\.1))
        for (rule, question) in asked {
            for (place, knot) in work.knots.enumerated() {
                let isSet = rows[question.when * work.width + place >> 6] & (1 << UInt64(place & 63)) != 0
                let holds = rule.duty.when.holds(in: course.moment(knot))
                #expect(isSet == holds, "\(comment), \(rule.duty.id) at \(knot.at)")
            }
        }
    }

    @Test(arguments: UInt64(1)...12) func `lists each instance as it stands`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child), let last = record.events.last?.recordedAt else { return }
        let episodes = state.episodes(of: record.child)
        let book = DutyBook(pack: pack, calendars: Samples.calendars)
        for now in [last + .days(3), last - .days(20)] {
            for episode in episodes {
                let (course, firings) = book.course(of: episode, child: child, episodes: episodes, at: now)
                guard course.first != nil else { continue }
                withExtendedLifetime(firings) {
                    var told: [Line] = []
                    Reckoning(course, pack: pack, withReasons: false).eachInstance(where: { _ in true }) {
                        told.append(Line(duty: $0, instance: $1, state: $2, owedBy: $3, from: $4, due: $5))
                    }
                    let standings = book.standings(
                        of: episode, child: child, others: episodes, at: now, withReasons: false)
                    #expect(told == standings.map(Line.init), "seed \(seed) at \(now)")
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...12) func `is the same where it was worked out for a later instant`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child), let last = record.events.last?.recordedAt else { return }
        let episodes = state.episodes(of: record.child)
        let whole = CourseParts(of: child, episodes: episodes, at: last + .days(9))
        for event in record.events {
            let earlier = CourseParts(whole, upTo: event.recordedAt)
            let fresh = CourseParts(of: child, episodes: episodes, at: event.recordedAt)
            #expect(earlier.marks == fresh.marks)
            #expect(earlier.facts == fresh.facts)
            #expect(earlier.factBits == fresh.factBits)
            #expect(earlier.childTurns == fresh.childTurns)
            #expect(earlier.knots.map(\.at) == fresh.knots.map(\.at))
            #expect(earlier.words == fresh.words)
            #expect(earlier.life?.began == fresh.life?.began)
        }
    }
}

private struct Line: Hashable {
    let duty: Int
    let instance: Int
    let state: DutyState
    let owedBy: Role
    let from: Instant?
    let due: Instant?
}

extension Line {
    init(_ standing: DutyStanding) {
        self.init(
            duty: standing.place, instance: standing.instance, state: standing.state, owedBy: standing.owedBy,
            from: standing.from, due: standing.due?.lastInstant)
    }
}
