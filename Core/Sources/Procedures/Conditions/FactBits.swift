// SPDX-License-Identifier: MIT

import Casework

/// What follows from an episode's events, a bit for each answer that conditions ask for: one look instead of many.
struct FactBits: Hashable, Sendable {
    private(set) var bits: UInt64

    static let none = FactBits(bits: 0)
    static let reported = FactBits(bits: 1)
    static let open = FactBits(bits: 1 << 1)
    static let located = FactBits(bits: 1 << 2)
    static let returned = FactBits(bits: 1 << 3)
    static let closed = FactBits(bits: 1 << 4)
    private static let firstStage = 5
    private static let firstKind = firstStage + EpisodeFacts.Stage.allCases.count
    private static let firstCategory = firstKind + CareKind.allCases.count
    private static let firstGrade = firstCategory + PoliceCategory.allCases.count
    private static let ungraded = firstGrade + RiskGrade.allCases.count
    private static let firstKindEver = ungraded + 1
    private static let firstCategoryEver = firstKindEver + CareKind.allCases.count
    /// How many are in use: one machine word has room for 64.
    static let count = firstCategoryEver + PoliceCategory.allCases.count

    /// Whether one of these is among them.
    func holdsAny(of wanted: FactBits) -> Bool { bits & wanted.bits != 0 }

    func union(_ other: FactBits) -> FactBits { FactBits(bits: bits | other.bits) }

    // MARK: What conditions ask for

    static func stages(_ words: [String]) -> FactBits {
        all(EpisodeFacts.Stage.allCases, from: firstStage) { words.contains($0.rawValue) }
    }

    static func kinds(_ words: [String]) -> FactBits {
        all(CareKind.allCases, from: firstKind) { $0.isNamed(among: words) }
    }

    static func kindsEver(_ words: [String]) -> FactBits {
        all(CareKind.allCases, from: firstKindEver) { $0.isNamed(among: words) }
    }

    static func categories(_ words: [String]) -> FactBits {
        all(PoliceCategory.allCases, from: firstCategory) { words.contains($0.rawValue) }
    }

    static func categoriesEver(_ words: [String]) -> FactBits {
        all(PoliceCategory.allCases, from: firstCategoryEver) { words.contains($0.rawValue) }
    }

    static func grades(_ words: [String]) -> FactBits {
        let graded = all(RiskGrade.allCases, from: firstGrade) { words.contains($0.rawValue) }
        return words.contains("ungraded") ? graded.union(FactBits(bits: 1 << UInt64(ungraded))) : graded
    }

    static func gradesAtLeast(_ words: [String]) -> FactBits {
        let least = words.compactMap(RiskGrade.init(rawValue:))
        return all(RiskGrade.allCases, from: firstGrade) { grade in least.contains { $0 <= grade } }
    }

    private static func all<Case>(_ cases: [Case], from first: Int, where isWanted: (Case) -> Bool) -> FactBits {
        cases.enumerated().reduce(into: none) { found, one in
            if isWanted(one.element) { found.bits |= 1 << UInt64(first + one.offset) }
        }
    }

    // MARK: What was so

    /// After each step of a course, what holds. `began` gives the step at which the newest episode of a whole record
    /// had begun by then; nothing holds before any.
    static func all(after facts: [EpisodeFacts], began: [Int?]? = nil) -> [FactBits] {
        var found: [FactBits] = []
        found.reserveCapacity(facts.count)
        var ever = Ever()
        var newest: Int?
        for place in facts.indices {
            if let began {
                guard let first = began[place] else {
                    found.append(none)
                    continue
                }
                if first != newest { (newest, ever) = (first, Ever()) }
            }
            found.append(FactBits(facts[place], &ever))
        }
        return found
    }

    /// Under which kinds and categories the episode was ever held.
    private struct Ever {
        var kinds: UInt64 = 0
        /// What the kind was taken to be before anybody had reported is nobody's word.
        var kindsReported: UInt64 = 0
        var categories: UInt64 = 0
    }

    private init(bits: UInt64) { self.bits = bits }

    private init(_ facts: borrowing EpisodeFacts, _ ever: inout Ever) {
        let kind: UInt64 = 1 << UInt64(facts.careKind.place)
        let category: UInt64 = 1 << UInt64(facts.category.place)
        let isReported = facts.reportedAt != nil
        ever.kinds |= kind
        if isReported { ever.kindsReported |= kind }
        ever.categories |= category
        bits = 1 << UInt64(Self.firstStage + facts.stage.place)
        bits |= kind << UInt64(Self.firstKind) | category << UInt64(Self.firstCategory)
        bits |= 1 << UInt64(facts.grade.map { Self.firstGrade + $0.place } ?? Self.ungraded)
        bits |= (isReported ? ever.kindsReported : ever.kinds) << UInt64(Self.firstKindEver)
        bits |= ever.categories << UInt64(Self.firstCategoryEver)
        if isReported { bits |= Self.reported.bits | (facts.isOpen ? Self.open.bits : 0) }
        if facts.locatedAt != nil { bits |= Self.located.bits }
        if facts.returnedAt != nil { bits |= Self.returned.bits }
        if facts.closedAt != nil { bits |= Self.closed.bits }
    }
}

// An enumeration without payloads is one byte that counts its cases; a test walks through them all.

extension EpisodeFacts.Stage {
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension CareKind {
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension PoliceCategory {
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension RiskGrade {
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
