// SPDX-License-Identifier: MIT

import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypesHTTP1
import NIOSSL

/// HTTP/1.1 on a connection that is counted, encrypted where there is a certificate, and held to its pace.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private struct TooManyConnections: Error {}

    private let base: HTTP1Channel
    private let connections: OpenConnections
    private let certificate: ServerCertificate?

    init(
        responder: @escaping HTTPChannelHandler.Responder, limits: ConnectionLimits, connections: OpenConnections,
        certificate: ServerCertificate?
    ) {
        self.connections = connections
        self.certificate = certificate
        base = HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [PaceKeeper(limits: limits)],
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: limits.mostHeaderBytes, maxHeaderListSize: limits.mostHeaderBytes,
                    maxHeaderFieldCount: limits.mostHeaderFields)))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let address = channel.remoteAddress?.ipAddress ?? "unknown"
        guard connections.begin(from: address) else {
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(TooManyConnections())
        }
        let (connections, certificate) = (connections, certificate)
        channel.closeFuture.whenComplete { _ in connections.end(from: address) }
        return channel.eventLoop.makeCompletedFuture {
            if let certificate {
                try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate.context))
            }
            try channel.pipeline.syncOperations.addHandler(BytesNoticed())
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let codec = try channel.pipeline.syncOperations.handler(type: HTTP1ToHTTPServerCodec.self)
            try channel.pipeline.syncOperations.addHandler(FramingCheck(), position: .before(codec))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
