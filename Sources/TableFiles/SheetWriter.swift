// SPDX-License-Identifier: MIT

import Analysis
import CXlsxWriter
import WorkingTime

/// How the cells of a workbook look.
struct SheetFormats {
    let heading, date, time: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        heading = workbook_add_format(workbook)
        format_set_bold(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_text_wrap(heading)
        date = workbook_add_format(workbook)
        format_set_num_format(date, "yyyy-mm-dd")
        time = workbook_add_format(workbook)
        format_set_num_format(time, "yyyy-mm-dd hh:mm")
    }
}

/// Writes one table into one sheet.
struct SheetWriter {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: SheetFormats

    func write(_ table: DataTable) throws(TableFileFault) {
        guard table.rows.count < 1_048_576, table.columns.count <= 16_384 else { throw .tooLarge }
        for (column, name) in table.columns.enumerated() {
            try check(worksheet_write_string(sheet, 0, lxw_col_t(column), name, formats.heading))
            let width = Self.width(of: column, in: table)
            try check(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        worksheet_freeze_panes(sheet, 1, 0)
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try check(write(cell, lxw_row_t(row + 1), lxw_col_t(column)))
            }
        }
        if !table.rows.isEmpty, !table.columns.isEmpty {
            try check(
                worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.columns.count - 1)))
        }
    }

    private func write(_ cell: DataTable.Cell, _ row: lxw_row_t, _ column: lxw_col_t) -> lxw_error {
        switch cell {
        case .text(let text): return worksheet_write_string(sheet, row, column, text, nil)
        case .number(let number): return worksheet_write_number(sheet, row, column, Double(number), nil)
        case .decimal(let number): return worksheet_write_number(sheet, row, column, number, nil)
        case .date(let date):
            var moment = lxw_datetime(date)
            // A spreadsheet's calendar begins in 1900.
            if moment.year < 1900 { return worksheet_write_string(sheet, row, column, cell.written, nil) }
            return worksheet_write_datetime(sheet, row, column, &moment, formats.date)
        case .time(let instant):
            let local = London.localTime(of: instant)
            var moment = lxw_datetime(local.date)
            if moment.year < 1900 { return worksheet_write_string(sheet, row, column, cell.written, nil) }
            moment.hour = Int32(local.secondOfDay / 3_600)
            moment.min = Int32(local.secondOfDay / 60 % 60)
            moment.sec = Double(local.secondOfDay % 60)
            return worksheet_write_datetime(sheet, row, column, &moment, formats.time)
        case .blank: return LXW_NO_ERROR
        }
    }

    private func check(_ error: lxw_error) throws(TableFileFault) {
        switch error {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: throw .tooLarge
        default: throw .cannotWrite
        }
    }

    /// In characters, by the longest cell of the first rows; a long heading is wrapped.
    private static func width(of column: Int, in table: DataTable) -> Double {
        let cells = table.rows.prefix(500).map { cell in
            switch cell[column] {
            case .date: 10
            case .time: 16
            default: cell[column].written.count
            }
        }
        let heading = min(table.columns[column].count, 24)
        return Double(min(max(cells.max() ?? 0, heading, 6) + 2, 60))
    }
}

extension lxw_datetime {
    fileprivate init(_ date: CivilDate) {
        let parts = date.parts
        self.init(
            year: Int32(parts.year), month: Int32(parts.month), day: Int32(parts.day), hour: 0, min: 0, sec: 0)
    }
}
