// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Demo

@Suite struct `At the moment the demonstration starts` {
    private let unclosed = Invented.state.unclosed.compactMap { Invented.state.episode($0) }

    @Test func `four children are missing, one at high risk for an hour and a half`() throws {
        let missing = unclosed.filter { $0.facts.isOpen && $0.facts.category == .missing }
        #expect(missing.count == 4)
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
        #expect(open.count == 8)
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

    @Test func `a child has chosen and corrected through a link of their own`() {
        let words = Set(Invented.state.children.values.flatMap { $0.history.recorded.map(\.word) })
        for word in [EventWord.linkOpened, .childChose, .childWrote, .childCorrected, .childAnswered] {
            #expect(words.contains(word), "\(word)")
        }
    }
}
