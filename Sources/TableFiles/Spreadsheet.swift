// SPDX-License-Identifier: MIT

import Analysis
import CXlsxWriter
import Foundation
import WorkingTime

/// Tables as a workbook for a spreadsheet program, one sheet each: a heading that stays in sight, columns as wide as what
/// stands in them, numbers as numbers, dates as dates, times as clocks in London show them.
///
/// Text is written as text and nothing else, so no cell is a formula, however it begins.
public struct Spreadsheet: Sendable {
    public let tables: [DataTable]
    /// Written into the file as its date, so that the same tables give the same file.
    public let madeAt: Instant

    public init(_ tables: [DataTable], madeAt: Instant) {
        (self.tables, self.madeAt) = (tables, madeAt)
    }

    /// The workbook's bytes. Made in a folder of its own that nobody else can read, and removed at once.
    public func bytes() throws(TableFileFault) -> [UInt8] {
        var folder = Array("\(NSTemporaryDirectory())/homeward-table-XXXXXX".utf8CString)
        guard mkdtemp(&folder) != nil else { throw .cannotWrite }
        let path = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = "\(path)/tables.xlsx"
        try write(to: file, folder: path)
        guard let bytes = FileManager.default.contents(atPath: file) else { throw .cannotWrite }
        return Array(bytes)
    }

    private func write(to file: String, folder: String) throws(TableFileFault) {
        let temporary = strdup(folder)
        defer { free(temporary) }
        var options = lxw_workbook_options()
        options.tmpdir = temporary
        guard let workbook = workbook_new_opt(file, &options) else { throw .cannotWrite }
        do throws(TableFileFault) {
            try fill(workbook)
        } catch {
            // Only closing lets go of it; what it writes is removed with the folder.
            workbook_close(workbook)
            throw error
        }
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .cannotWrite }
    }

    private func fill(_ workbook: UnsafeMutablePointer<lxw_workbook>) throws(TableFileFault) {
        var properties = lxw_doc_properties()
        properties.created = time_t(madeAt.secondsSince1970)
        workbook_set_properties(workbook, &properties)
        let formats = SheetFormats(workbook)
        for name in Self.sheetNames(of: tables).enumerated() {
            guard let sheet = workbook_add_worksheet(workbook, name.element) else { throw .cannotWrite }
            try SheetWriter(sheet: sheet, formats: formats).write(tables[name.offset])
        }
    }

    /// Names that a workbook takes: at most 31 characters, none of them of a formula's, each once.
    static func sheetNames(of tables: [DataTable]) -> [String] {
        var used: Set<String> = []
        return tables.map { table in
            let plain = table.name.map { "[]:*?/\\'".contains($0) ? " " : $0 }
            let base = plain.isEmpty ? "Sheet" : String(plain.prefix(31))
            var name = base
            var number = 2
            while !used.insert(name.lowercased()).inserted {
                name = "\(base.prefix(27)) \(number)"
                number += 1
            }
            return name
        }
    }
}

/// Why a table was not written to a file.
public enum TableFileFault: String, Error, Hashable, Sendable {
    /// The disk or the library refused.
    case cannotWrite = "cannot-write"
    /// More rows or columns than a sheet has, or a text longer than a cell.
    case tooLarge = "too-large"
}
