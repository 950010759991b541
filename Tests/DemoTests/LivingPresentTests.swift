// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Testing
import WorkingTime

@testable import Demo

@Suite struct `At the moment the demonstration starts` {
    private let unclosed = Invented.state.unclosed.compactMap { Invented.state.episode($0) }
        .filter { !$0.facts.isSchoolCase }

    @Test func `seven children are missing, one at high risk for an hour and a half`() throws {
        let missing = unclosed.filter { $0.facts.isOpen && $0.facts.category == .missing }
        #expect(missing.count == 7)
        #expect(missing.contains { $0.facts.grade == .high && $0.facts.start == Invented.now - .minutes(90) })
        #expect(missing.contains { $0.facts.start == Invented.now - .hours(41) })
        #expect(missing.contains { $0.facts.careKind == .missingFromHome })
        let responsible = missing.compactMap { Invented.state.child($0.child)?.facts.responsible }
        #expect(responsible.contains(Eastmoor.northvale))
    }

    @Test func `two are absent and have a review to come`() {
        let absent = unclosed.filter { $0.facts.isOpen && $0.facts.category == .absent }
        #expect(absent.count == 2)
        #expect(absent.allSatisfy { Invented.now < ($0.facts.nextReview ?? Invented.now) })
    }

    @Test func `one is away, one is being looked for`() {
        let open = unclosed.filter(\.facts.isOpen)
        #expect(open.filter { $0.facts.careKind == .awayWithoutAuthorisation }.count == 1)
        #expect(open.filter { $0.facts.stage == .checking }.count == 1)
        #expect(open.count == 12)
    }

    @Test func `others are back and not done with, and there is a return interview in every state`() {
        let back = unclosed.filter { $0.facts.stage == .returned }
        #expect(13 <= back.count)
        let stages = Set(back.map { InterviewCourse(of: $0).stage })
        for stage in InterviewCourse.Stage.allCases { #expect(stages.contains(stage), "\(stage)") }
        let followed = back.map { InterviewCourse(of: $0) }
        #expect(followed.contains { !$0.unanswered.isEmpty } && followed.contains { !$0.unreceipted.isEmpty })
        #expect(followed.contains { !$0.audits.isEmpty })
    }

    @Test func `a pupil's case is at nearly every step, and one pupil is gone in the day`() throws {
        let cases = Invented.state.unclosed.compactMap { Invented.state.episode($0) }.filter(\.facts.isSchoolCase)
        let through = try #require(CivilDate(year: 2030, month: 12, day: 31))
        let published = BankHolidays(holidays: [:], publishedThrough: through, source: "None, for a test")
        let calendars = Calendars(working: WorkingCalendar(bankHolidays: published))
        let steps = cases.compactMap { episode in
            Invented.state.child(episode.child).flatMap {
                SchoolCase(episode, $0, calendars: calendars, at: Invented.now)?.step
            }
        }
        #expect(cases.count == 8)
        #expect(Set(steps).isSuperset(of: [.firstDays, .twoWeeks, .fourWeeks, .beyond, .back, .onLeave]))
        #expect(unclosed.count { $0.facts.isOpen && $0.history.recorded.first?.by == .school } == 1)
    }

    @Test func `an investigation and a case are on offer, and nobody has answered`() {
        #expect(Invented.state.standingOffers(of: .police).count == 1)
        #expect(Invented.state.standingOffers(of: .care).count == 1)
        #expect(Invented.state.children.values.flatMap(StandingAlert.all).count == 2)
    }

    @Test func `a child has chosen and corrected through a link of their own`() {
        let words = Set(Invented.state.children.values.flatMap { $0.history.recorded.map(\.word) })
        for word in [EventWord.linkOpened, .childChose, .childWrote, .childCorrected, .childAnswered] {
            #expect(words.contains(word), "\(word)")
        }
    }
}
