// SPDX-License-Identifier: MIT
import Analysis

/// A row of a CSV file, its fields found by the header line of that file.
private struct CSVSourceRow: SourceRow {
    let match: TableMatch
    let file: String
    let record: CSVRecord

    var table: Table903 { match.table }
    var line: Int? { record.line }

    func capitals(_ column: Int) -> String { record.capitals(match.positions[column]) }

    func extra(_ name: String) -> String {
        match.extras.isEmpty ? "" : match.extras[name].map(record.capitals) ?? ""
    }
}

extension ReturnBuilder {
    /// Reads one CSV file into the table that its columns make it. Returns what was read, or nil where the file is
    /// not a table of a return.
    mutating func read(
        csv reader: inout CSVReader, named file: String, isLastYear: Bool
    ) throws(ReturnRefusal.Reason) -> FileRead? {
        do {
            var record = CSVRecord()
            guard try reader.next(into: &record) else { throw CSVFault(.empty, line: 1) }
            let names = (0..<record.count).map { record.text($0) }
            switch TableMatch.match(header: names) {
            case .unrelated: return nil
            case .nearly(let sentence): throw ReturnRefusal.Reason(file: file, sentence: sentence)
            case .table(let match):
                noteSurplus(match, in: file)
                open(match.table, isLastYear: isLastYear)
                let rows = try readRows(&reader, match, names.count, file, isLastYear)
                return FileRead(file: file, table: match.table, rows: rows, isLastYear: isLastYear)
            }
        } catch let fault as CSVFault {
            throw ReturnRefusal.Reason(file: file, sentence: fault.sentence)
        } catch let reason as ReturnRefusal.Reason {
            throw reason
        } catch {
            throw ReturnRefusal.Reason(file: file, sentence: "The file cannot be read.")
        }
    }

    private mutating func readRows(
        _ reader: inout CSVReader, _ match: TableMatch, _ columns: Int, _ file: String, _ isLastYear: Bool
    ) throws(CSVFault) -> Int {
        var record = CSVRecord()
        var rows = 0
        while try reader.next(into: &record) {
            rows += 1
            if record.count != columns { noteShape(of: record, columns, in: file) }
            record.capitalise()
            add(CSVSourceRow(match: match, file: file, record: record), to: match.table, isLastYear: isLastYear)
        }
        return rows
    }

    private mutating func noteSurplus(_ match: TableMatch, in file: String) {
        if match.surplus.isEmpty { return }
        findings.addBrokenShape(
            Finding(
                file: file, line: 1,
                says: "The \(match.table.rawValue) table has no column \(match.surplus.map(\.shownName).listed); "
                    + "what stands there was left out."))
    }

    private mutating func noteShape(of record: CSVRecord, _ columns: Int, in file: String) {
        let says =
            record.count < columns
            ? "The line ends after \(record.count) of \(columns) columns: the file may have been cut off."
            : "The line has \(record.count) columns, \(record.count - columns) more than the header line: "
                + "a comma may stand in the text without quotation marks."
        findings.addBrokenShape(Finding(file: file, line: record.line, says: says))
    }
}
