// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Analysis
@testable import Procedures

@Suite struct `Birmingham's triage of early 2015` {
    /// More than two missing episodes are red, fewer than two green, and what is between amber.
    private static let pack = ProtocolPack(
        id: "by-number", title: "By number", extends: nil, inForceFrom: nil, inForceTo: nil, sources: [:],
        vocabulary: PoliceVocabulary(categories: [.missing, .absent], grades: [.medium, .high]), questions: [],
        reportItems: [], duties: [],
        triage: Triage(
            window: .months(12), missing: nil, absences: nil, greenMissingBelow: 2, greenFactorsAtMost: 1,
            redMissingOver: 2, seriousFactors: [], redAbsencesAtLeast: 5, factors: [], lacking: nil, lackingWhen: nil,
            isLocalChoice: false, note: nil, source: "TCS"),
        officeHours: officeHours, fallbacks: [:])

    private static let officeHours: OfficeHours = {
        let hours = OfficeHours(weekdays: [.monday], opensSecondOfDay: 32_400, closesSecondOfDay: 61_200)
        guard let hours else { preconditionFailure("the test's own hours") }
        return hours
    }()

    @Test func `is reproduced: children from home and in care by colour`() {
        var record = MarginRecord(from: .stated(2015, 1, 1), to: .stated(2015, 4, 30))
        for (isInCare, children) in [(false, [39, 17, 10]), (true, [102, 8, 9])] {
            for (count, episodes) in zip(children, [3, 2, 1]) {
                for _ in 0..<count {
                    let child = record.child(lookedAfter: isInCare, placed: isInCare ? [:] : nil)
                    record.episodes(episodes, by: [child])
                }
            }
        }
        let calendars = Calendars(
            working: WorkingCalendar(
                bankHolidays: BankHolidays(holidays: [:], publishedThrough: .stated(2015, 12, 31), source: "a test")))
        let reader = EpisodeReader(calendars: calendars, pack: { _, _ in Self.pack }, readsTriage: true)
        let table = reader.table(of: record.state, at: record.now)
        let colours = Crosstab(.triage, by: .care, of: table, rows: table.latest(among: table.all))
        let (care, home, amber, red, green) = (0, 1, 1, 2, 0)
        #expect(colours.total.children == 185)
        #expect([red, amber, green].map { colours.count($0, home).children } == [39, 17, 10])
        #expect([red, amber, green].map { colours.count($0, care).children } == [102, 8, 9])
        #expect([39, 17, 10].map { printed($0, of: 66) } == ["59", "26", "15"])
        #expect([102, 8].map { printed($0, of: 119) } == ["86", "7"])
        // 7.5 % is printed; a ninth of them rounds to 7.6.
        #expect(printed(9, of: 119, decimals: 1) == "7.6")
        #expect(SourceSlip.careTriage.adds(["86", "7", "7.5"]) == "100.5")
        #expect(SourceSlip.areas.adds(["48", "17.3", "13", "15.7", "6.5"]) == "100.5")
        #expect(!(0...39).contains { printed($0, of: 39) == "61" }, "\(SourceSlip.triageBySex.says)")
        #expect(152_087 + 79_720 + 77_521 == 309_328, "\(SourceSlip.funding.says)")
    }
}
