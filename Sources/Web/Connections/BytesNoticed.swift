// SPDX-License-Identifier: MIT

import NIOCore

/// Tells ``PaceKeeper``, which sees only whole parts of requests, that something has come.
final class BytesNoticed: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    struct Came {}

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.fireUserInboundEventTriggered(Came())
        context.fireChannelRead(data)
    }
}
