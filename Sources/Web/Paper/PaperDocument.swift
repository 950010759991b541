// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import NIOCore
import WorkingTime

/// A document for paper: what stands on it, and the line at the foot of each page.
struct PaperDocument {
    let title: String
    /// Where the same stands as a page, to print from there.
    let page: String
    let body: HTML

    /// The whole document by itself, with its style inside it.
    func html(_ call: Call) -> HTML {
        let style = HTML(trusted: String(decoding: PackageResources.paper_css, as: UTF8.self))
        let agency = Telling(state: call.state, now: call.now).agency(call.account.agency).map { ", \($0)" } ?? ""
        let made =
            "Made \(Spoken.fullDate(call.today)) \(Spoken.time(call.now)) by \(call.account.name)\(agency). Confidential."
        return """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>\(title)</title><style>\(style)</style></head>
            <body><p class="foot-line">\(made)</p>\(body)</body></html>
            """
    }
}

extension Call {
    /// The document as a PDF; where this machine makes none, a page that says so and leads to what can be printed.
    func paper(_ document: PaperDocument, named name: String) async throws -> Response {
        guard PaperMaker.isAvailable, site.configuration.makesPaper else {
            return .page(
                noPaper(document.title, document.page, Self.noPaperHere))
        }
        do throws(PaperMaker.Fault) {
            let bytes = try await site.paper.pdf(of: document.html(self))
            var headers: HTTPFields = [
                .contentType: "application/pdf", .contentDisposition: "attachment; filename=\"homeward-\(name).pdf\"",
            ]
            headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            // Numbers only: what stands in the document is in no log.
            site.log.error("no PDF", metadata: ["fault": "\(error)", "route": "\(route.path)"])
            let says =
                error == .busy
                ? "Others are being made at this moment. Try again in a minute." : "It could not be made this time."
            return .page(noPaper(document.title, document.page, says), status: .serviceUnavailable)
        }
    }

    static let noPaperHere = "This machine makes no PDF: its keeper can install one (docs/dependencies.md)."

    /// That there is no file, and where the same stands as a page.
    func noPaper(_ title: String, _ place: String, _ says: String) -> HTML {
        page(
            "No PDF: \(title)",
            """
            <div class="narrow"><h1>No PDF now</h1><p class="lead">\(says)</p>
            <p>The page prints just as well: <a href="\(place)">\(title)</a>, then print it from your browser.</p></div>
            """)
    }
}

extension Parts {
    /// The way to paper: by the browser, or as a PDF.
    ///
    /// `isTakenOut`: whether the reader may take it out of the record, which a PDF does.
    static func onPaper(_ pdf: String, isTakenOut: Bool = true) -> HTML {
        let file: HTML = PaperMaker.isAvailable && isTakenOut ? " or <a href=\"\(pdf)\">take it as a PDF</a>" : HTML()
        return "<p class=\"small no-print\">Print this page from your browser\(file).</p>"
    }
}
