// SPDX-License-Identifier: MIT
import WorkingTime

@testable import Matching

/// Children and questions about them, drawn from a seed: names of syllables that are nobody's.
struct InventedRegister {
    var children: [SoughtChild] = []
    /// Questions, each with the child it is about; nil for a child whom the register does not hold.
    var questions: [(child: SoughtChild, truth: String?)] = []

    private var random: SplitMix
    private let forenames: [String]
    private let surnames: [String]

    /// - Parameter families: How many households of one to four children.
    init(seed: UInt64, families: Int) {
        random = SplitMix(state: seed)
        let starts = ["Ba", "De", "Ki", "Lo", "Mu", "Na", "Pe", "Ri", "So", "Tu", "Ve", "Za", "Ga", "Fi", "Ho", "Ju"]
        let ends = ["dan", "lika", "mer", "nosh", "rit", "sel", "tavi", "vorn", "bek", "gal", "pira", "shon"]
        forenames = starts.flatMap { start in ends.map { start + $0 } }
        surnames = starts.flatMap { start in ends.flatMap { end in ["", "ski", "ley"].map { start + end + $0 } } }
        for family in 0..<families { addFamily(family) }
        for index in children.indices where index % 3 == 0 { ask(about: children[index]) }
        for index in 0..<families / 8 { askOfNobody(index) }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    private mutating func isSo(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func date() -> CivilDate {
        CivilDate(daysSince1970: Int32.random(in: 14_000..<20_000, using: &random))
    }

    private mutating func addFamily(_ family: Int) {
        let surname = pick(surnames)
        let home = SoughtChild.Home(
            house: String(Int.random(in: 1...150, using: &random)), street: pick(surnames) + " Road",
            postcode: "B\(family % 60) \(family % 9)\(pick(["AB", "CD", "EF", "GH", "JK"]))")
        var twin: CivilDate?
        for number in 0..<Int.random(in: 1...4, using: &random) {
            var child = SoughtChild(reference: "c\(family).\(number)")
            child.forename = pick(forenames)
            child.middle = isSo(oneIn: 2) ? pick(forenames) : ""
            child.surname = surname
            child.sex = isSo(oneIn: 2) ? .female : .male
            child.born = twin ?? date()
            twin = number == 0 && isSo(oneIn: 20) ? child.born : nil
            child.home = home
            child.nhsNumber = String(UInt64.random(in: 1_000_000_000...9_999_999_999, using: &random))
            children.append(child)
        }
    }

    private mutating func ask(about child: SoughtChild) {
        var question = child
        question.reference = "q\(questions.count)"
        question.nhsNumber = ""
        question.middle = ""
        if isSo(oneIn: 3) { question.forename = slip(question.forename) }
        if isSo(oneIn: 4) { question.surname = slip(question.surname) }
        if isSo(oneIn: 10) { (question.forename, question.surname) = (question.surname, question.forename) }
        if isSo(oneIn: 8), let born = child.born {
            question.born = CivilDate(year: born.year, month: born.day, day: born.month) ?? born.adding(days: 10)
        }
        if isSo(oneIn: 15) { question.born = nil }
        if isSo(oneIn: 5) { question.home = SoughtChild.Home() }
        questions.append((question, child.reference))
    }

    /// A brother or sister of somebody, or a stranger.
    private mutating func askOfNobody(_ index: Int) {
        var question = SoughtChild(reference: "q\(questions.count)")
        question.forename = pick(forenames)
        question.surname = pick(surnames)
        question.born = date()
        question.sex = .female
        if index % 2 == 0 {
            let other = pick(children)
            question.surname = other.surname
            question.home = other.home
        }
        questions.append((question, nil))
    }

    /// Two neighbouring letters exchanged, or one left out.
    private mutating func slip(_ name: String) -> String {
        var letters = Array(name)
        if letters.count < 4 { return name }
        let place = Int.random(in: 1..<letters.count - 1, using: &random)
        if isSo(oneIn: 2) { letters.remove(at: place) } else { letters.swapAt(place, place + 1) }
        return String(letters)
    }
}

/// The same numbers from the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Packed.mixed(state)
    }
}

/// A few rules and classes, enough to see that they are used.
enum SomeNames {
    static let knowledge = NameKnowledge(
        spellings: SpellingRules([
            .init(place: .anywhere, written: "ph", read: "f"), .init(place: .anywhere, written: "kh", read: "k"),
            .init(place: .anywhere, written: "ou", read: "u"), .init(place: .anywhere, written: "o", read: "u"),
            .init(place: .anywhere, written: "e", read: "i"), .init(place: .anywhere, written: "y", read: "i"),
            .init(place: .anywhere, written: "sh", read: "S"), .init(place: .end, written: "ska", read: "ski"),
            .init(place: .end, written: "h", read: ""), .init(place: .secondReading, written: "x", read: "h"),
        ]),
        classes: [["yusuf", "joseph", "joe"], ["elizabeth", "lizzie", "beth"]], particles: ["al", "el", "ur"])

    /// Learned once from one seed, tried on others.
    static let weights: Weights = {
        let invented = InventedRegister(seed: 1, families: 500)
        let register = MatchRegister(invented.children, names: knowledge)
        let matcher = Matcher(register: register, weights: Weights(), on: nil)
        var training = WeightTraining()
        for question in invented.questions { training.add(question.child, truth: question.truth, matcher) }
        return training.learned(rounds: 120)
    }()
}
