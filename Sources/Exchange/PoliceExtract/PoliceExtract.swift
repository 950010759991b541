// SPDX-License-Identifier: MIT
import Analysis
import WorkingTime

/// A police extract as read: one row a report, with what could not be taken as written.
public struct PoliceExtract: Sendable {
    public let mapping: PoliceMapping
    public private(set) var rows: [PoliceReportRow] = []
    public private(set) var files: [AnalyseResult.File] = []
    public private(set) var findings = Findings()

    public init(mapping: PoliceMapping) {
        self.mapping = mapping
    }

    /// Reads one file. Throws where it is not CSV or lacks a column that the mapping names.
    public mutating func read(file path: String) throws(ReturnRefusal) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let reader: CSVReader
        do throws(CSVFault) { reader = try CSVReader(file: path, separator: mapping.separator) } catch {
            throw ReturnRefusal(file: name, error.sentence)
        }
        try read(whole: reader, named: name)
    }

    /// Reads what was sent, under a name for what is found in it. Throws as ``read(file:)`` does.
    public mutating func read(_ bytes: [UInt8], named name: String) throws(ReturnRefusal) {
        try read(whole: CSVReader(bytes: bytes, separator: mapping.separator), named: name)
    }

    private mutating func read(whole reader: CSVReader, named name: String) throws(ReturnRefusal) {
        var reader = reader
        let (before, refusal): (Int, String?) = (rows.count, read(lines: &reader, named: name))
        if let refusal { throw ReturnRefusal(file: name, refusal) }
        files.append(AnalyseResult.File(name: name, kind: mapping.title, rows: rows.count - before))
    }

    private mutating func read(lines reader: inout CSVReader, named name: String) -> String? {
        do throws(CSVFault) { return try read(&reader, named: name) } catch { return error.sentence }
    }

    /// Reads what the reader gives. Returns a sentence where the header line lacks a column.
    mutating func read(_ reader: inout CSVReader, named file: String) throws(CSVFault) -> String? {
        var record = CSVRecord()
        guard try reader.next(into: &record) else { throw CSVFault(.empty, line: 1) }
        let names = (0..<record.count).map { record.text($0).trimmed.uppercased() }
        let lacking = mapping.columns.filter { !names.contains($0.value) }.values.sorted()
        if !lacking.isEmpty {
            return "The mapping “\(mapping.title)” asks for \(lacking.listed), which the header line lacks; "
                + "it has \(names.map(\.shownName).listed)."
        }
        let places = Dictionary(
            mapping.columns.compactMap { part, name in names.firstIndex(of: name).map { (part, $0) } },
            uniquingKeysWith: { first, _ in first })
        while try reader.next(into: &record) {
            if record.count != names.count {
                findings.addBrokenShape(
                    Finding(
                        file: file, line: record.line,
                        says: "The line has \(record.count) columns and the header line \(names.count)."))
            }
            var parser = PoliceRowParser(mapping: mapping, places: places, record: record, file: file)
            rows.append(parser.row())
            for finding in parser.findings { findings.add(finding) }
        }
        return nil
    }
}
