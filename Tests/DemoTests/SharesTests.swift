// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Demo

@Suite struct `The invented history follows the published shares` {
    @Test func `of missing, absent and away`() {
        let past = Invented.past
        check(past.filter(Invented.isMissing), of: past, 0.891, within: 0.03)
        check(past.filter { $0.facts.category == .absent }, of: past, 0.069, within: 0.025)
        check(past.filter { $0.facts.category == .unclassified }, of: past, 0.040, within: 0.025)
    }

    @Test(arguments: [
        (0.0, 8.0, 0.30), (8, 16, 0.21), (16, 24, 0.16), (24, 48, 0.165), (48, 168, 0.12), (168, 999, 0.03),
    ])
    func `of how long children are missing`(from: Double, to: Double, share: Double) {
        let missing = Invented.past.filter(Invented.isMissing)
        check(
            missing.filter { Invented.hours($0).map { from <= $0 && $0 < to } ?? false }, of: missing, share / 0.985,
            within: 0.035)
    }

    @Test(arguments: [(1, 2, 0.52), (3, 5, 0.14), (6, 8, 0.095), (9, 19, 0.124), (20, 99, 0.12)])
    func `of how often`(from: Int, to: Int, share: Double) {
        let counts = Dictionary(grouping: Invented.past, by: \.child).values.map(\.count)
        check(counts.filter { (from...to).contains($0) }, of: counts, share, within: 0.04)
    }

    @Test func `of interviews held, refused and not arranged`() {
        let offered = Invented.past.filter { Invented.mark(.interviewOffered, in: $0) != nil }
        let held = offered.filter { Invented.mark(.interviewHeld, in: $0) != nil }
        check(held, of: offered, 0.65, within: 0.04)
        check(offered.filter { Invented.mark(.interviewDeclined, in: $0) != nil }, of: offered, 0.24, within: 0.04)
        let inTime = held.filter { episode in
            guard let held = Invented.mark(.interviewHeld, in: episode)?.clockTime, let back = episode.facts.returnedAt
            else { return false }
            return held - back <= .hours(72)
        }
        check(inTime, of: held, 0.63, within: 0.04)
    }

    @Test func `of how far away children are found`() {
        let found = Invented.past.compactMap { Invented.mark(.located, in: $0) }
        func share(_ band: FoundPlace.Band) -> [Mark] {
            found.filter { FoundPlace.band(of: $0.details.word(.postcode)) == band }
        }
        check(share(.within5), of: found, 0.594, within: 0.05)
        check(share(.within10), of: found, 0.222, within: 0.05)
        check(share(.notSaid), of: found, 0.074, within: 0.03)
    }

    @Test func `of looked-after children`() {
        let lookedAfter = Invented.past.filter(\.facts.lookedAfter)
        check(lookedAfter, of: Invented.past, 0.398, within: 0.06)
        check(Array(Set(lookedAfter.map(\.child))), of: Array(Set(Invented.past.map(\.child))), 0.263, within: 0.05)
    }

    private func check<T>(_ part: [T], of whole: [T], _ share: Double, within tolerance: Double) {
        let found = Double(part.count) / Double(max(1, whole.count))
        #expect(abs(found - share) <= tolerance, "\(part.count) of \(whole.count) is \(found), not about \(share)")
    }
}
