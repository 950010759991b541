// SPDX-License-Identifier: MIT

import NIOCore
import NIOHTTP1

/// Refuses a request whose end another server might see elsewhere than we do, so that nothing can be hidden behind it.
///
/// The parser refuses most of them already: both lengths, two lengths, folded fields.
final class FramingCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private var hasRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasRefused else { return }
        if case .head(let head) = unwrapInboundIn(data), !isPlain(head) {
            hasRefused = true
            return context.fireErrorCaught(HTTPParserError.unexpectedContentLength)
        }
        context.fireChannelRead(data)
    }

    /// A body comes with a length or in chunks, and in chunks only from who speaks HTTP/1.1.
    private func isPlain(_ head: HTTPRequestHead) -> Bool {
        guard head.version == .http1_1 || head.version == .http1_0 else { return false }
        let codings = head.headers["Transfer-Encoding"]
        guard !codings.isEmpty else { return true }
        return head.version == .http1_1 && codings.count == 1 && codings[0].lowercased() == "chunked"
            && !head.headers.contains(name: "Content-Length")
    }
}
