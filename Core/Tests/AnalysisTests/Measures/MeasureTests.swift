// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `A measure` {
    private static let table: EpisodeTable = {
        var record = RandomRecord(seed: 11, children: 30)
        for _ in 0..<900 { record.step() }
        return EpisodeReader().table(of: record.state, at: record.now)
    }()

    @Test func `counts the same over a stretch, over a list of rows, and in parts`() {
        let table = Self.table
        let middle = table.rows(of: table.children[table.count / 2]).lowerBound
        for split in [nil, Dimension.sex] {
            let whole = Crosstab(.interview, by: split, of: table, rows: table.all)
            let listed = Crosstab(
                .interview, by: split, of: table, rows: EpisodeRows((0..<table.count).map { Int32($0) }))
            var parts = Crosstab(.interview, by: split, of: table, rows: EpisodeRows(0..<middle))
            parts.add(Crosstab(.interview, by: split, of: table, rows: EpisodeRows(middle..<table.count)))
            for band in (0...whole.bandCount).map({ Optional($0) }) + [nil] {
                for column in split == nil ? [nil] : [0, 1, 2, nil] {
                    #expect(listed.count(band, column) == whole.count(band, column))
                    #expect(parts.count(band, column) == whole.count(band, column))
                }
            }
        }
    }

    @Test func `leads to the rows behind every cell`() {
        let table = Self.table
        let rows = table.rows(EpisodeSelection().within(.sex, "Female"))
        let counted = Crosstab(.lengthHours, by: .kind, of: table, rows: rows)
        for band in 0...counted.bandCount {
            for column in 0..<counted.columnCount {
                let behind = counted.rows(band, column, of: table, among: rows)
                #expect(behind.count == counted.count(band, column).episodes)
                #expect(Set(behind.map { table.children[$0] }).count == counted.count(band, column).children)
                #expect(behind.allSatisfy { table.episode(at: $0) != nil })
            }
        }
    }

    @Test func `counts only those whom the reader may see`() {
        let table = Self.table
        let rows = table.rows(EpisodeSelection(), includes: { $0 % 2 == 0 })
        #expect(rows.places.allSatisfy { table.children[$0] % 2 == 0 })
        #expect(rows.count > 0 && rows.count < table.count)
    }

    @Test(arguments: [
        (22, 0, 300, false), (22, 0, 419, false), (22, 0, 420, true), (0, 0, 300, true), (0, 1, 1_000, false),
        (0, 1, 1_739, true), (4, 0, 60, false),
    ])
    func `knows a night by midnight to five`(hour: Int, minute: Int, length: Int, isOvernight: Bool) {
        var row = AbsenceRow(child: 1, kind: .missing)
        row.began = .stated(2026, 1, 10)
        row.beganAtMinute = hour * 60 + minute
        row.lengthMinutes = length
        #expect(row.isOvernight == isOvernight)
    }

    @Test func `knows that a night of March is an hour shorter`() {
        var row = AbsenceRow(child: 1, kind: .missing)
        row.began = .stated(2026, 3, 28)
        row.beganAtMinute = 22 * 60
        row.lengthMinutes = 360
        #expect(row.isOvernight == true)
        row.lengthMinutes = 359
        #expect(row.isOvernight == false)
        row.lengthMinutes = nil
        #expect(row.isOvernight == nil)
    }

    @Test func `gives a centile that occurs, of few values and of many`() {
        let few = QuantitySummary([5, 1, NumberColumn.unknown, 9, 7])
        #expect(few == QuantitySummary([9, 7, 5, 1, NumberColumn.unknown]))
        #expect((few.known, few.unknown, few.median, few.ninetieth) == (4, 1, 5, 9))
        var lot = Lot(seed: 3)
        let many = (0..<5_000).map { _ in Int32(lot.upTo(2_000_000)) }
        let sorted = many.sorted()
        let summary = QuantitySummary(many)
        #expect(summary.median == Int(sorted[2_499]))
        #expect(summary.ninetieth == Int(sorted[4_499]))
        #expect(QuantitySummary([NumberColumn.unknown]).median == nil)
    }

    @Test func `says how far chance may have moved a share`() throws {
        let interval = try #require(Proportion(8, of: 40).interval)
        #expect(abs(interval.lowerBound - 0.1050) < 0.0001)
        #expect(abs(interval.upperBound - 0.3476) < 0.0001)
        #expect(Proportion(0, of: 12).interval?.lowerBound == 0)
        #expect(Proportion(0, of: 0).interval == nil)
        #expect(Rate(12, outOf: 480)?.perThousand == 25)
        #expect(Rate(12, outOf: nil) == nil)
    }

    @Test func `tells a real shift from noise`() {
        let steady = ControlChart([20, 23, 19, 22, 18, 21, 24, 20, 22, 19, 21, 20])
        #expect(!steady.hasShift)
        let leap = ControlChart([20, 23, 19, 22, 18, 21, 24, 20, 22, 19, 21, 60])
        #expect(leap.shifts[11].contains(.beyondLimit))
        let rise = ControlChart([10, 12, 9, 11, 10, 12, 14, 16, 18, 20, 22])
        #expect(rise.shifts[10].contains(.sixInOneDirection))
        #expect(ControlChart([1, 99]).shifts == [[], []])
    }

    @Test func `counts duties by who owes them`() {
        func row(_ child: UInt32, _ role: Role, _ state: DutyState) -> DutyFigure.Row {
            DutyFigure.Row(
                child: ChildID(number: child), episode: EpisodeID(number: child), duty: "visit", role: role,
                agency: child == 1 ? AgencyID("eastmoor") : nil, state: state)
        }
        let figure = DutyFigure([
            row(1, .socialWorker, .done), row(1, .socialWorker, .doneLate), row(2, .socialWorker, .missed),
            row(2, .carer, .overdue), row(3, .carer, .waived), row(3, .carer, .lapsed), row(3, .carer, .owed),
        ])
        #expect(figure.total.all == 7)
        #expect(figure.total.children == 3)
        #expect(figure.total.inTime == Proportion(1, of: 4))
        #expect(figure.byRole.map(\.label) == ["Carer", "Social worker"])
        #expect(figure.byRole.map(\.all) == [4, 3])
        #expect(figure.byAgency.map(\.label) == ["Not known", "eastmoor"])
    }

    @Test(arguments: [
        ("B31 2AB", "B31", "B31 2"), ("b312ab", "B31", "B31 2"), ("SW1A 1AA", "SW1A", "SW1A 1"), ("B31", "B31", nil),
        ("nowhere", nil, nil), ("", nil, nil),
    ])
    func `reads the parts of a postcode`(written: String, district: String?, sector: String?) {
        let parts = PostcodeParts(written)
        #expect(parts.district == district)
        #expect(parts.sector == sector)
    }
}
