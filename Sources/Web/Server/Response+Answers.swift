// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A whole page.
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        page(ByteBuffer(string: html.markup), status: status)
    }

    /// A whole page as it is sent.
    static func page(_ body: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: body))
    }

    /// To another page of ours, asked for anew: a reload there sends nothing again.
    static func redirect(to place: String) -> Response {
        Response(status: .seeOther, headers: [.location: LocalPath(place).text])
    }

    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
