// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// An authority's SSDA903 return of one year as far as the record holds it, checked before it is written.
///
/// Header, Episodes and Missing are there, so that the rules across tables can run; last year's Missing table is written
/// from the record too, for the rule that looks back, unless the one that was sent is given. Columns that the record does
/// not hold are blank.
public struct ReturnFromRecord: Sendable {
    public let missing: MissingReturn
    public let data: Return903
    public let check: Check903
    private let childOf: [String: ChildID]

    /// The tables that are written, in the order of their files.
    public static let tables: [Table903] = [.header, .episodes, .missing]

    /// Of the children whom one of `authorities` is responsible for, or everybody's where it is nil, and for whom
    /// `includes` holds.
    public init(
        of state: State, year: CollectionYear, authorities: Set<AgencyID>? = nil, sentLastYear: [MissingRow903]? = nil,
        includes: (ChildID) -> Bool = { _ in true }
    ) {
        let missing = MissingReturn(of: state, year: year, authorities: authorities, includes: includes)
        var building = Building()
        for row in missing.rows { building.add(row) }
        for child in state.children.values {
            guard authorities.map({ child.facts.responsible.map($0.contains) ?? false }) ?? true, includes(child.id)
            else { continue }
            building.add(child, in: state, year: year)
        }
        if let sentLastYear {
            for row in sentLastYear { building.addLastYear(row) }
        } else if let before = CollectionYear(ending: year.ending - 1) {
            let last = MissingReturn(of: state, year: before, authorities: authorities, includes: includes)
            for row in last.rows { building.addLastYear(MissingRow903(row)) }
        }
        building.finish()
        self.missing = missing
        data = building.data
        childOf = building.childOf
        check = data.check(in: year)
    }

    /// The child of a fault.
    public func child(of fault: Fault903) -> ChildID? { childOf[fault.child] }

    /// The children in any of the tables.
    public var children: Set<ChildID> { Set(childOf.values) }

    /// One of ``tables`` as it is written to a file.
    public func table(_ table: Table903) -> DataTable {
        let rows: [[String]] =
            switch table {
            case .header: (data.header ?? []).map { fields($0) }
            case .episodes: (data.episodes ?? []).map { fields($0) }
            case .missing: missing.rows.map(\.fields)
            default: []
            }
        return DataTable(
            table.rawValue.lowercased(), columns: table.columns,
            rows: rows.map { $0.map { $0.isEmpty ? .blank : .text($0) } })
    }

    private func fields(_ row: HeaderRow) -> [String] {
        [data.identifier(of: row.child), row.sex, row.born.text, row.ethnicity, row.upn, "", ""]
    }

    private func fields(_ row: CareRow) -> [String] {
        [
            data.identifier(of: row.child), row.began.text, row.whyBegan, row.legalStatus, row.need, row.placement,
            row.provider, row.ended.text, row.whyEnded, row.whyMoved, row.homePostcode, row.placementPostcode, row.urn,
        ]
    }
}

/// One row of a Missing table that was sent before, by the child's identifier.
public struct MissingRow903: Hashable, Sendable {
    public let reference: String
    public let row: MissingRow

    /// As a return that was read has it.
    public init(_ row: MissingRow, of data: Return903) {
        reference = data.identifier(of: row.child)
        self.row = row
    }

    init(_ written: MissingReturn.Row) {
        reference = written.reference
        row = MissingRow(child: 0, written)
    }
}

/// A return while it is put together.
private struct Building {
    var data = Return903()
    var childOf: [String: ChildID] = [:]
    private var headers: [HeaderRow] = []
    private var episodes: [CareRow] = []
    private var missing: [MissingRow] = []
    private var lastYear: [MissingRow] = []

    mutating func add(_ row: MissingReturn.Row) {
        childOf[row.reference] = row.child
        missing.append(MissingRow(child: data.number(of: row.reference), row))
    }

    mutating func addLastYear(_ sent: MissingRow903) {
        var row = sent.row
        row.child = data.number(of: sent.reference)
        lastYear.append(row)
    }

    /// The child's header and episodes, where they are in the Missing table or were looked after in the year.
    mutating func add(_ child: Child, in state: State, year: CollectionYear) {
        let facts = child.facts
        guard let reference = facts.identity.word(.childReference), !reference.isEmpty, let born = facts.born else {
            return
        }
        let number = data.number(of: reference)
        let care = CareRow.rows(of: child, number: number, in: state, year: year)
        guard !care.isEmpty || childOf[reference] != nil else { return }
        childOf[reference] = child.id
        episodes += care
        var header = HeaderRow(child: number)
        header.sex = facts.identity.word(.sex).flatMap(Sex.init(code:)).map { $0 == .male ? "M" : "F" } ?? "U"
        header.born = WrittenDate(TimeText.writeDayFirst(born))
        let ethnicity = facts.identity.word(.ethnicity)?.uppercased() ?? ""
        let isCode = EthnicGroup(code: ethnicity) != nil || ["REFU", "NOBT"].contains(ethnicity)
        header.ethnicity = isCode ? ethnicity : ""
        header.upn = facts.identity.word(.upn) ?? ""
        headers.append(header)
    }

    mutating func finish() {
        data.header = headers
        data.episodes = episodes
        data.missing = missing
        data.missingLastYear = lastYear
    }
}

extension MissingRow {
    fileprivate init(child: ChildNumber, _ written: MissingReturn.Row) {
        self.init(child: child)
        kind = written.code
        born = WrittenDate(TimeText.writeDayFirst(written.born))
        began = WrittenDate(TimeText.writeDayFirst(written.began))
        ended = WrittenDate(written.ended.map { TimeText.writeDayFirst($0) } ?? "")
    }
}
