// SPDX-License-Identifier: MIT
import Analysis

/// Builds a return row by row, from CSV or XML alike, and notes each value that cannot be what its column asks for.
struct ReturnBuilder {
    var data = Return903()
    var findings = Findings()

    /// Opens a table. A table that was there already is replaced, as the national tool does it.
    mutating func open(_ table: Table903, isLastYear: Bool) {
        if isLastYear {
            if table == .missing { data.missingLastYear = [] }
            return
        }
        switch table {
        case .header: data.header = []
        case .episodes: data.episodes = []
        case .missing: data.missing = []
        default: data.others[table] = []
        }
    }

    /// Adds one row, whose fields stand in the order of the table's columns, its known extras after them.
    mutating func add(_ row: some SourceRow, to table: Table903, isLastYear: Bool) {
        if isLastYear, table != .missing { return }
        let identifier = row.capitals(0)
        let child = data.number(of: identifier)
        if identifier.isEmpty { note(row, 0, "", "The row names no child.") }
        switch table {
        case .header:
            let header = header(row, of: child)
            data.header?.append(header)
        case .episodes:
            let care = care(row, of: child)
            data.episodes?.append(care)
        case .missing:
            let missing = missing(row, of: child)
            isLastYear ? data.missingLastYear?.append(missing) : data.missing?.append(missing)
        default: data.others[table]?.append(child)
        }
    }

    private mutating func header(_ row: some SourceRow, of child: ChildNumber) -> HeaderRow {
        var header = HeaderRow(child: child)
        header.sex = code(row, 1)
        header.born = date(row, 2)
        header.ethnicity = code(row, 3)
        header.upn = row.capitals(4)
        return header
    }

    private mutating func care(_ row: some SourceRow, of child: ChildNumber) -> CareRow {
        var care = CareRow(child: child)
        care.began = date(row, 1)
        care.whyBegan = code(row, 2)
        care.legalStatus = code(row, 3)
        care.need = code(row, 4)
        care.placement = code(row, 5)
        care.provider = code(row, 6)
        care.ended = date(row, 7)
        care.whyEnded = code(row, 8)
        care.whyMoved = code(row, 9)
        care.homePostcode = postcode(row, 10)
        care.placementPostcode = postcode(row, 11)
        care.urn = row.capitals(12)
        care.authority = row.extra("PL_LA")
        care.location = row.extra("PL_LOCATION")
        care.distance = row.extra("PL_DISTANCE")
        return care
    }

    private mutating func missing(_ row: some SourceRow, of child: ChildNumber) -> MissingRow {
        var missing = MissingRow(child: child)
        missing.born = date(row, 1)
        missing.kind = code(row, 2)
        missing.began = date(row, 3)
        missing.ended = date(row, 4)
        return missing
    }

    private mutating func date(_ row: some SourceRow, _ column: Int) -> WrittenDate {
        let date = WrittenDate(row.capitals(column))
        if date.isUnreadable { note(row, column, date.text, "This is not a date written dd/mm/yyyy.") }
        return date
    }

    private mutating func code(_ row: some SourceRow, _ column: Int) -> String {
        let code = row.capitals(column)
        if !code.isEmpty, let allowed = Codes903.allowed(in: row.table, column), !allowed.contains(code) {
            note(row, column, code, "This is not one of the codes of the column.")
        }
        return code
    }

    private mutating func postcode(_ row: some SourceRow, _ column: Int) -> String {
        let text = row.capitals(column)
        if !text.isEmpty, !Codes903.isPostcode(text) { note(row, column, text, "This cannot be a whole postcode.") }
        return text
    }

    private mutating func note(_ row: some SourceRow, _ column: Int, _ value: String, _ says: String) {
        findings.add(
            Finding(file: row.file, line: row.line, column: row.table.columns[column], value: value, says: says))
    }
}

/// One row of a table, wherever it was read from.
protocol SourceRow {
    var table: Table903 { get }
    var file: String { get }
    var line: Int? { get }
    /// The field of one of the table's columns, in capitals; empty where blank.
    func capitals(_ column: Int) -> String
    /// A known extra column; empty where the source has none.
    func extra(_ name: String) -> String
}
