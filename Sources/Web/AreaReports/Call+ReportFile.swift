// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import NIOCore

extension Call {
    /// A report as a file, noted as taken out before it is written; where this machine makes no PDF, a page that leads to
    /// `page`, where the same stands.
    func file(_ report: Report, as format: ReportFile.Format, page address: String) async throws -> Response {
        if format == .pdf, !(PaperMaker.isAvailable && site.configuration.makesPaper) {
            return .page(noPaper(report.title, address, Call.noPaperHere))
        }
        try await exports(children: report.children)
        do throws(ReportFile.Fault) {
            let bytes = try await ReportFile(report).bytes(format, paper: site.paper)
            var headers: HTTPFields = [
                .contentType: format.contentType,
                .contentDisposition: "attachment; filename=\"homeward-\(report.fileName).\(format.rawValue)\"",
            ]
            headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            // Numbers only: what stands in the document is in no log.
            site.log.error("no report", metadata: ["fault": "\(error)", "route": "\(route.path)"])
            let says =
                error == .busy
                ? "Others are being made at this moment. Try again in a minute." : "It could not be made this time."
            return .page(noPaper(report.title, address, says), status: .serviceUnavailable)
        }
    }
}

extension ReportFile {
    /// The ways to take a report along, as links to `path` with the rest of the address.
    static func links(_ path: String, _ address: String) -> HTML {
        let formats = Format.allCases.filter { $0 != .pdf || PaperMaker.isAvailable }
        let links = formats.map { format -> HTML in
            "<a href=\"\(path)?as=\(format.rawValue)\(address.isEmpty ? "" : "&")\(address)\">\(format.spoken)</a>"
        }
        return """
            <p class="small no-print">Print this page, or take it as \(links.joined(separator: ", ")). It is noted that you did.</p>
            """
    }
}
