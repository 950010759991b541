// SPDX-License-Identifier: MIT

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose other end lets us wait: for the head of a request, for its body, for the next request, or
/// for the answer to be read. Also closes after an answer that says so, once the rest of the request has been thrown away.
final class PaceKeeper: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Reading {
        case nothing(since: NIODeadline)
        case head(since: NIODeadline)
        case body(since: NIODeadline, bytes: Int)
    }

    private let limits: ConnectionLimits
    private var reading = Reading.head(since: .now())
    private var requestsUnanswered = 0
    private var stalledSince: NIODeadline?
    private var closesAfterAnswer = false
    private var bytesDiscarded: Int?
    private var nextLook: Scheduled<Void>?

    init(limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) { lookAgain(context) }

    func handlerRemoved(context: ChannelHandlerContext) { nextLook?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        nextLook?.cancel()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is BytesNoticed.Came, case .nothing = reading { reading = .head(since: .now()) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            requestsUnanswered += 1
            reading = .body(since: .now(), bytes: 0)
        case .body(let buffer):
            if case .body(let since, let bytes) = reading {
                reading = .body(since: since, bytes: bytes + buffer.readableBytes)
            }
            if let discarded = bytesDiscarded {
                bytesDiscarded = discarded + buffer.readableBytes
                if discarded > limits.mostDiscardedBytes { return context.close(promise: nil) }
            }
        case .end:
            reading = .nothing(since: .now())
            if bytesDiscarded != nil { return context.close(promise: nil) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.status.kind != .informational, head.headerFields[.connection] == "close" {
                closesAfterAnswer = true
            }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            requestsUnanswered -= 1
            if case .nothing = reading { reading = .nothing(since: .now()) }
            guard closesAfterAnswer else { return context.write(data, promise: promise) }
            context.writeAndFlush(data, promise: promise)
            if case .body = reading { bytesDiscarded = 0 } else { context.close(promise: nil) }
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stalledSince = context.channel.isWritable ? nil : (stalledSince ?? .now())
        context.fireChannelWritabilityChanged()
    }

    private func lookAgain(_ context: ChannelHandlerContext) {
        nextLook = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            guard context.channel.isActive else { return }
            if self.hasLetUsWait { context.close(promise: nil) } else { self.lookAgain(context) }
        }
    }

    private var hasLetUsWait: Bool {
        let now = NIODeadline.now()
        if let stalledSince, now - stalledSince > .seconds(Int64(limits.stalledSeconds)) { return true }
        switch reading {
        case .nothing(let since):
            return requestsUnanswered <= 0 && now - since > .seconds(Int64(limits.idleSeconds))
        case .head(let since):
            return now - since > .seconds(Int64(limits.headSeconds))
        case .body(let since, let bytes):
            let seconds = Int((now - since).nanoseconds / 1_000_000_000)
            return limits.bodyGraceSeconds < seconds
                && bytes < (seconds - limits.bodyGraceSeconds) * limits.leastBodyBytesPerSecond
        }
    }
}
