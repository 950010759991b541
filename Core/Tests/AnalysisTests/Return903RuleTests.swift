// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `The rules of the Missing table` {
    @Test func `564: a kind needs a start`() {
        check(.startBlank, missing: ["c 01/01/2010 M - -", "c 01/01/2010 - - -"], at: [0])
    }

    @Test func `565 and 566: a start or an end needs a kind`() {
        let rows = ["c 01/01/2010 - 01/05/2017 -", "c 01/01/2010 - - 02/05/2017", "c 01/01/2010 M 01/05/2017 -"]
        check(.startWithoutKind, missing: rows, at: [0])
        check(.endWithoutKind, missing: rows, at: [1])
    }

    @Test func `567: a period may end on the day it starts, and not before`() {
        check(
            .endsBeforeStart,
            missing: ["c - M 02/05/2017 01/05/2017", "c - M 02/05/2017 02/05/2017", "c - M 02/05/2017 *"], at: [0])
    }

    @Test func `570 and 571: starts by the end of the year, ends inside it`() {
        let rows = ["c - M 31/03/2018 31/03/2018", "c - M 01/04/2018 01/04/2018", "c - A 01/03/2017 31/03/2017"]
        check(.startsAfterYear, missing: rows, at: [1])
        check(.endsOutsideYear, missing: rows, at: [1, 2])
    }

    @Test func `574: periods may touch and not overlap, and nothing follows an open one`() {
        check(.overlapsPrevious, missing: ["c - M 01/05/2017 05/05/2017", "c - A 05/05/2017 06/05/2017"], at: [])
        check(.overlapsPrevious, missing: ["c - M 04/05/2017 08/05/2017", "c - A 01/05/2017 05/05/2017"], at: [0])
        check(.overlapsPrevious, missing: ["c - M 01/05/2017 -", "c - A 07/05/2017 08/05/2017"], at: [1])
        check(.overlapsPrevious, missing: ["c - M 01/05/2017 09/05/2017", "d - A 02/05/2017 03/05/2017"], at: [])
    }

    @Test func `575: a period is closed when the placement it began in has ended`() {
        let care = ["c 01/01/2017 01/06/2017 X1", "c 01/06/2017 - -"]
        check(
            .openThoughPlacementEnded,
            missing: ["c - M 01/05/2017 -", "c - M 02/06/2017 -", "c - M 01/05/2017 *"], care: care, at: [0])
    }

    @Test func `576: a period open last year is the first of this year`() {
        let last = ["c - M 20/03/2017 -", "d - M 20/03/2017 -", "e - M 20/03/2017 25/03/2017", "f - M 20/03/2017 -"]
        check(
            .openLastYear,
            missing: ["c - M 20/03/2017 05/04/2017", "d - M 06/04/2017 07/04/2017", "e - M 06/04/2017 07/04/2017"],
            last: last, at: [1])
    }

    @Test func `577 and 578: a period lies in a period of care`() {
        let care = ["c 01/04/2017 01/06/2017 X1", "c 01/06/2017 01/08/2017 E4A", "c 01/10/2017 - -"]
        let rows = [
            "c - M 20/07/2017 05/08/2017", "c - M 20/07/2017 25/07/2017", "c - M 01/09/2017 05/09/2017",
            "c - M 01/11/2017 -", "c - M 20/09/2017 -", "d - M 01/11/2017 -",
        ]
        check(.openAfterCare, missing: rows, care: care, at: [0, 2, 4])
        check(.startsAfterCare, missing: rows, care: care, at: [2, 4])
    }

    @Test func `580: missing up to the eighteenth birthday on which care ends asks for E8`() {
        let care = ["c 01/04/2017 10/01/2018 E4A", "d 01/04/2017 10/01/2018 E8", "e 01/04/2017 28/02/2018 E11"]
        let rows = ["c 10/01/2000 M 01/01/2018 10/01/2018", "d 10/01/2000 M 01/01/2018 10/01/2018"]
        check(
            .missingWhenCareEnded, missing: rows + ["e 29/02/2000 M 01/01/2018 28/02/2018"], care: care, at: [0, 2])
    }

    @Test func `581: a period starts in an episode, first and last day included`() {
        let care = ["c 10/04/2017 20/04/2017 X1"]
        let rows = [
            "c - M 09/04/2017 -", "c - M 10/04/2017 -", "c - M 20/04/2017 -", "c - M 21/04/2017 -", "c - M - -",
            "d - M 01/01/2010 -",
        ]
        check(.startsBeforeCare, missing: rows, care: care, at: [0, 3, 4])
    }

    @Test func `586: nobody goes missing on the day of birth`() {
        check(.startsBeforeBirth, missing: ["c 01/05/2017 M 01/05/2017 -", "c 30/04/2017 M 01/05/2017 -"], at: [0])
    }

    @Test func `1004, 1005 and 1006: dates are dates and kinds are kinds`() {
        let rows = ["c - M - -", "c - M 31/02/2018 *", "c - X 1/2/2018 01/01/1600", "c - A 01/02/2018 -"]
        check(.startNotADate, missing: rows, at: [0, 1])
        check(.endNotADate, missing: rows, at: [1, 2])
        check(.kindInvalid, missing: rows, at: [2])
    }

    @Test func `1012: a child in the Missing table has an episode`() {
        check(.noEpisodes, missing: ["c - M - -", "d - M - -"], care: ["c 01/04/2017 - -"], at: [1])
    }

    @Test func `INT04 and INT13: the Header table knows the child, and the same date of birth`() {
        let rows = ["c 01/01/2010 M - -", "d 01/01/2010 M - -", "e 02/01/2010 M - -", "e * M - -"]
        let header = ["c 01/01/2010", "e 01/01/2010"]
        check(.notInHeader, missing: rows, header: header, at: [1])
        check(.birthDiffersFromHeader, missing: rows, header: header, at: [2])
    }

    @Test func `a rule whose tables were not given is not run, and says what it lacks`() {
        var data = Return903()
        data.missing = []
        let check = data.check(in: nil)
        let lacking = Dictionary(uniqueKeysWithValues: check.notRun.map { ($0.rule, $0.lacking) })
        #expect(lacking[.startsBeforeCare] == ["Episodes"])
        #expect(lacking[.notInHeader] == ["Header"])
        #expect(lacking[.openLastYear] == ["last year's Missing"])
        #expect(lacking[.endsOutsideYear] == ["a collection year"])
        #expect(lacking[.endsBeforeStart] == nil)
    }

    /// Checks a return for the year ending 2018 and compares the rows at fault by one rule. In a row, `-` is a blank
    /// field and `*` one that nobody can read.
    private func check(
        _ rule: Rule903, missing: [String], care: [String] = [], header: [String] = [], last: [String] = [],
        at rows: [Int], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var data = Return903()
        data.missing = missing.map { missingRow($0, &data) }
        data.missingLastYear = last.map { missingRow($0, &data) }
        data.header = header.map { line in
            let words = words(line)
            var row = HeaderRow(child: data.number(of: words[0]))
            row.born = WrittenDate(words[1])
            return row
        }
        data.episodes = care.map { line in
            let words = words(line)
            var row = CareRow(child: data.number(of: words[0]))
            (row.began, row.ended, row.whyEnded) = (WrittenDate(words[1]), WrittenDate(words[2]), words[3])
            return row
        }
        let found = data.check(in: CollectionYear(ending: 2018)).faults.filter { $0.rule == rule }
        #expect(found.map(\.row) == rows, sourceLocation: sourceLocation)
        #expect(found.allSatisfy { !$0.says.isEmpty && !$0.mend.isEmpty }, sourceLocation: sourceLocation)
    }

    private func missingRow(_ line: String, _ data: inout Return903) -> MissingRow {
        let words = words(line)
        var row = MissingRow(child: data.number(of: words[0]))
        (row.born, row.kind) = (WrittenDate(words[1]), words[2])
        (row.began, row.ended) = (WrittenDate(words[3]), WrittenDate(words[4]))
        return row
    }

    private func words(_ line: String) -> [String] {
        line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }
}

@Suite struct `A date as written` {
    @Test(arguments: [
        ("01/02/2017", true), ("1/2/2017", true), (" 1/02/2017", true), ("29/02/2016", true), ("29/02/2017", false),
        ("01/ 2/2017", false), ("2017-02-01", false), ("01/02/17", false), ("01/02/2017 ", false),
        ("001/02/2017", false),
        ("22/09/1677", true), ("21/09/1677", false), ("11/04/2262", true), ("12/04/2262", false), ("", false),
        ("é", false),
    ])
    func `is read as the national tools read it`(text: String, isDate: Bool) {
        #expect((WrittenDate(text).date != nil) == isDate)
        #expect(WrittenDate(text).isBlank == text.isEmpty)
    }
}
