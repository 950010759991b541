// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Matching

@Suite struct `Looking for a child` {
    private let invented = InventedRegister(seed: 2, families: 400)

    private func matcher(_ children: [SoughtChild]) -> Matcher {
        Matcher(
            register: MatchRegister(children, names: SomeNames.knowledge), weights: SomeNames.weights, on: nil)
    }

    @Test func `finds nearly all whom it knows, and is seldom sure of a wrong one`() {
        let matcher = matcher(invented.children)
        let quality = MatchQuality(
            invented.questions.map { question in
                MatchQuality.Question(matcher.answer(question.child), truth: question.truth ?? "", tags: [])
            })
        #expect(quality.questions == invented.questions.count)
        #expect(quality.first >= 0.97)
        #expect(quality.bestF1 >= 0.95)
        #expect(quality.certain > quality.known / 3)
        #expect(quality.certainWrong * 200 <= quality.certain)
    }

    @Test func `gives the same answer whatever the order of the register`() {
        let straight = matcher(invented.children)
        let reversed = matcher(invented.children.reversed())
        for question in invented.questions.prefix(120) {
            let (one, other) = (straight.answer(question.child), reversed.answer(question.child))
            #expect(one.band == other.band)
            guard let best = one.candidates.first, let rival = other.candidates.first else { continue }
            #expect(abs(best.logOdds - rival.logOdds) < 0.001)
            if one.candidates.count > 1, best.logOdds - one.candidates[1].logOdds > 0.01 {
                #expect(best.reference == rival.reference)
            }
        }
    }

    @Test func `gives the same answer whatever the order of the words`() {
        var children = invented.children
        var child = SoughtChild(reference: "two")
        (child.forename, child.surname) = ("Maribel Zofka", "Torunn Vasari")
        child.born = CivilDate(year: 2013, month: 4, day: 5)
        children.append(child)
        let matcher = matcher(children)
        var turned = child
        (turned.forename, turned.surname) = ("Zofka Maribel", "Vasari Torunn")
        #expect(matcher.answer(child).candidates.first?.reference == "two")
        #expect(matcher.answer(turned).candidates.first?.reference == "two")
        (turned.forename, turned.surname) = (child.surname, child.forename)
        let exchanged = matcher.answer(turned).candidates.first
        #expect(exchanged?.reference == "two")
        #expect(exchanged?.evidence.areNamesExchanged == true)
    }

    @Test func `stays certain when an unrelated child is added`() {
        let before = matcher(invented.children)
        var stranger = SoughtChild(reference: "stranger")
        (stranger.forename, stranger.surname) = ("Quillon", "Xanthopoulos")
        stranger.born = CivilDate(year: 2008, month: 2, day: 29)
        let after = matcher(invented.children + [stranger])
        var certain = 0
        for question in invented.questions {
            let one = before.answer(question.child)
            // At the very threshold one child more in the register may tip the scales.
            guard one.band == .certain, let best = one.candidates.first, best.logOdds > 6.1 else { continue }
            let other = after.answer(question.child)
            #expect(other.band == .certain)
            #expect(other.candidates.first?.reference == best.reference)
            certain += 1
        }
        #expect(certain > 50)
    }

    @Test func `is never certain of a brother, a sister or a twin`() {
        let matcher = matcher(invented.children)
        for child in invented.children where child.reference.hasSuffix(".0") {
            var sibling = child
            sibling.nhsNumber = ""
            sibling.forename = "Quenby"
            #expect(matcher.answer(sibling).band != .certain, "a twin of \(child.reference)")
            sibling.born = child.born.map { $0.adding(days: 1_111) }
            let answer = matcher.answer(sibling)
            #expect(answer.band != .certain, "a sibling of \(child.reference)")
        }
    }

    @Test func `goes by a number before all else, and never past a number that is another`() throws {
        let matcher = matcher(invented.children)
        let child = try #require(invented.children.first)
        var said = SoughtChild(reference: "")
        said.nhsNumber = child.nhsNumber
        #expect(matcher.answer(said).candidates.first?.reference == child.reference)
        var other = child
        other.nhsNumber = "1112223334"
        let answer = matcher.answer(other)
        #expect(answer.candidates.first?.evidence.identifiersConflict == true)
        #expect(answer.band != .certain)
    }

    @Test func `answers nothing from an empty register, and nothing to an empty question`() {
        #expect(matcher([]).answer(invented.children[0]).candidates.isEmpty)
        #expect(matcher([]).answer(invented.children[0]).band == .notKnown)
        #expect(matcher(invented.children).answer(SoughtChild(reference: "")).band == .notKnown)
    }

    @Test func `says in words everything that weighs`() throws {
        let matcher = matcher(invented.children)
        for question in invented.questions.prefix(60) {
            guard let best = matcher.answer(question.child).candidates.first else { continue }
            let reasons = matcher.weights.reasons(for: best.evidence)
            let sum = reasons.reduce(0) { $0 + $1.weight }
            #expect(abs(sum - matcher.weights.weight(of: best.evidence)) < 0.01)
            #expect(
                reasons.allSatisfy { !$0.sentence.isEmpty && $0.sentence.hasSuffix(".") || $0.sentence.hasSuffix("?") })
        }
    }
}
