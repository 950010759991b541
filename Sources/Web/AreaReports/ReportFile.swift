// SPDX-License-Identifier: MIT

import Analysis
import TableFiles

/// A report as a file.
public struct ReportFile: Sendable {
    /// What it is written as; the ending of the file's name says which.
    public enum Format: String, CaseIterable, Sendable {
        case html, pdf, csv, xlsx

        public init?(path: String) {
            guard let ending = path.split(separator: "/").last?.split(separator: ".").last else { return nil }
            self.init(rawValue: ending.lowercased())
        }

        /// As an address asks for it: a page where it says nothing.
        init?(asked: String) { self.init(rawValue: asked.isEmpty ? "html" : asked) }

        var contentType: String {
            switch self {
            case .html: "text/html; charset=utf-8"
            case .pdf: "application/pdf"
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }

        var spoken: String {
            switch self {
            case .html: "a page that needs nothing beside it (HTML)"
            case .pdf: "paper (PDF)"
            case .csv: "all its tables in one (CSV)"
            case .xlsx: "a workbook, a sheet for each table (XLSX)"
            }
        }
    }

    /// Why there is no file.
    public enum Fault: Error, Hashable, Sendable {
        /// This machine makes no PDF.
        case noPaper
        /// Others are being made.
        case busy
        case cannotWrite
    }

    public let report: Report

    public init(_ report: Report) { self.report = report }

    /// Whether this machine can make a PDF.
    public static var hasPaper: Bool { PaperMaker.isAvailable }

    /// The file's bytes.
    public func bytes(_ format: Format) async throws(Fault) -> [UInt8] {
        try await bytes(format, paper: PaperMaker())
    }

    func bytes(_ format: Format, paper: PaperMaker) async throws(Fault) -> [UInt8] {
        switch format {
        case .html: return Array(report.document.markup.utf8)
        case .csv: return Array(report.long.csv(for: .people).utf8)
        case .xlsx:
            do throws(TableFileFault) {
                return try Spreadsheet(report.tables.map(\.data), madeAt: report.madeAt).bytes()
            } catch {
                throw .cannotWrite
            }
        case .pdf:
            guard PaperMaker.isAvailable else { throw .noPaper }
            do throws(PaperMaker.Fault) {
                return try await paper.pdf(of: report.document)
            } catch {
                throw error == .busy ? .busy : .cannotWrite
            }
        }
    }
}
