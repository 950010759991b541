// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioRun {
    /// Where each duty of the area stands.
    public func areaStandings(at instant: Instant, asKnown: Bool = false) -> [DutyStanding] {
        AreaBook(pack: book.pack, calendars: book.calendars)
            .standings(
                in: scenario.state,
                occasions: areaFirings(at: instant, asKnown: asKnown).compactMap { AreaOccasion($0) },
                at: instant, asKnown: asKnown)
    }

    func areaDifferences(_ expected: Expectation.DutyExpectation, _ expectation: Expectation) -> [String] {
        let ids = book.pack.sections.calendar.map(\.id)
        guard ids.contains(expected.duty) else {
            let meant = nearest(expected.duty, among: ids).map { " Did you mean “\($0)”?" } ?? ""
            return ["“\(expected.duty)” is no duty of the area in \(book.pack.id).\(meant)"]
        }
        let all = areaStandings(at: expectation.at, asKnown: expectation.asKnown)
        return differences(expected, among: all.filter { $0.duty == expected.duty }, at: expectation.at)
    }
}
