// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `A police extract` {
    @Test func `a Niche-style extract becomes typed rows, with what was odd`() throws {
        let extract = try read(PoliceSample.niche, "niche")
        let first = extract.rows[0]
        #expect(first.childName == "Doe, Ada")
        #expect(first.category == .missing)
        #expect(
            first.began == WrittenMoment(day: try #require(CivilDate(year: 2025, month: 7, day: 9)), minuteOfDay: 1260))
        #expect(first.account == "Said \"back at 9\"")
        #expect(extract.findings.listed.map { "\($0.line ?? 0) \($0.column ?? "")" } == ["4 DOB", "4 OCCURRENCETYPE"])
    }

    @Test func `counts children by the force's number, hours by the clock`() throws {
        let table = try read(PoliceSample.niche, "niche").absences
        #expect(table.rows.map(\.child) == [0, 0, 1])
        #expect(table.rows[0].lengthMinutes == 510)
        let figures = AbsenceFigures(table, year: nil)
        #expect(figures.figure(.lengthHours).bands[1].all == Count(episodes: 1, children: 1))
        #expect(figures.figure(.risk).bands.map(\.label) == ["High", "Low"])
    }

    @Test func `a COMPACT-style extract has names in two columns and times in their own`() throws {
        let head =
            "Misper Reference,Nominal Number,Forename,Surname,Date of Birth,Gender,Ethnic Appearance,Date Reported,"
            + "Time Reported,Category,Date Last Seen,Time Last Seen,Date Found,Time Found,Risk Level,"
            + "Missing From Address,Location Found,Circumstances\n"
        let row = "7,,Ada,Doe,06/05/2010,F,,09/07/25,2215,Medium,09/07/2025,21:00,10/07/2025,05:30:10,Medium,Larch,,\n"
        let report = try read(head + row, "compact").rows[0]
        #expect(report.childName == "Ada Doe")
        #expect(report.reported?.minuteOfDay == 1335)
        #expect(report.ended?.minuteOfDay == 330)
        #expect(report.category == .missing)
    }

    @Test func `a mapping that asks for a column which is not there is told so`() throws {
        let mapping = try mapping("niche")
        var extract = PoliceExtract(mapping: mapping)
        var reader = CSVReader(bytes: Array(PoliceSample.niche.replacing("FoundDateTime", with: "Found").utf8))
        let sentence = try extract.read(&reader, named: "x.csv")
        #expect(sentence?.contains("asks for FOUNDDATETIME") == true)
    }

    @Test func `a mapping says every key it does not know`() {
        let refusal = #expect(throws: PoliceMapping.Refusal.self) {
            try PoliceMapping(yaml: "colums: {}\ndates: odd\ncolumns: {childs: X}\n")
        }
        #expect(refusal?.sentences.count == 5)
    }

    private func mapping(_ name: String) throws -> PoliceMapping {
        let file = Samples.root.appending(path: "Mappings/\(name).yaml")
        return try PoliceMapping(yaml: String(contentsOf: file, encoding: .utf8))
    }

    private func read(_ text: String, _ name: String) throws -> PoliceExtract {
        var extract = PoliceExtract(mapping: try mapping(name))
        var reader = CSVReader(bytes: Array(text.utf8))
        #expect(try extract.read(&reader, named: "x.csv") == nil)
        return extract
    }
}
