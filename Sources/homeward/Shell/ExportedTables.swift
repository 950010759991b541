// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import TableFiles
import WorkingTime

/// Which files a table is written to.
struct TableFormats: ParsableArguments {
    @Flag(name: .customLong("xlsx"), help: "Write a workbook besides the CSV files.")
    var hasWorkbook = false

    /// The files of some tables: a CSV for each, and one workbook for all where that was asked.
    func files(of tables: [DataTable], named name: String, at now: Instant) throws -> [(name: String, bytes: [UInt8])] {
        var files = tables.map { table in
            (
                name: "\(table.name.lowercased().replacing(" ", with: "-")).csv",
                bytes: Array(table.csv(for: .people).utf8)
            )
        }
        guard hasWorkbook else { return files }
        do {
            files.append((name: "\(name).xlsx", bytes: try Spreadsheet(tables, madeAt: now).bytes()))
        } catch TableFileFault.tooLarge {
            throw CommandFault.refused("A table is larger than a sheet can be; leave --xlsx out.")
        } catch {
            throw CommandFault.refused("The workbook cannot be written.")
        }
        return files
    }
}

/// What was taken out, for a person in a sentence and for a program as JSON.
struct ExportAnswer: Encodable {
    let files: [String]
    /// The rows of each table.
    let rows: [String: Int]
    let children: Int
    /// Children who belong in it and are left out, by their number, and why.
    let lacking: [UInt32]
    let because: String?

    init(_ files: [(name: String, bytes: [UInt8])], _ tables: [DataTable], children: Int, lacking: [UInt32] = []) {
        self.files = files.map(\.name)
        rows = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.rows.count) })
        self.children = children
        self.lacking = lacking
        because = lacking.isEmpty ? nil : "They have no identifier of the authority's."
    }

    func print(_ output: OutputOptions) throws {
        if output.isJSON { return try Printing.json(self) }
        let counts = rows.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) rows" }.joined(separator: ", ")
        var lines = ["Written: \(files.joined(separator: ", ")). \(counts)."]
        if let because {
            let shown = lacking.prefix(20).map { "\($0)" }.joined(separator: ", ")
            let more = lacking.count > 20 ? " and \(lacking.count - 20) more" : ""
            lines.append("Left out: children \(shown)\(more). \(because)")
        }
        Printing.toStandardOutput(lines.joined(separator: "\n"))
    }
}

/// Dates as they are typed after an option.
enum TypedDate {
    static func read(_ text: String?, else today: CivilDate) throws -> CivilDate {
        guard let text else { return today }
        guard let date = try? TimeText.date(text) else {
            throw CommandFault.misused("“\(text)” is not a date: write it as 2026-01-31.")
        }
        return date
    }
}
