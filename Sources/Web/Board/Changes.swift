// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Partnership
import ServiceLifecycle

/// `/changes`: says that the record has grown, and nothing about what is in it.
enum Changes {
    private enum Signal: Sendable { case changed(Position), stillHere }

    @Sendable static func stream(_ call: Call) async throws -> Response {
        let partnership = call.site.partnership
        let position = call.state.position
        let (rates, session) = (call.site.rates, call.formToken)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .xAccelBuffering: "no"],
            body: ResponseBody { writer in
                guard rates.beginStream(session) else {
                    // A browser that is told nothing asks again at once.
                    try await writer.write(ByteBuffer(string: "retry: 60000\n\n"))
                    return try await writer.finish(nil)
                }
                defer { rates.endStream(session) }
                try await writer.write(ByteBuffer(string: "retry: 3000\nid: \(position)\n\n"))
                for await signal in signals(of: partnership).cancelOnGracefulShutdown() {
                    switch signal {
                    case .changed(let position):
                        try await writer.write(ByteBuffer(string: "event: change\ndata: \(position)\n\n"))
                    case .stillHere: try await writer.write(ByteBuffer(string: ": still here\n\n"))
                    }
                }
                try await writer.finish(nil)
            })
    }

    /// Changes, and a beat now and then by which a browser that has gone is noticed.
    private static func signals(of partnership: Partnership) -> AsyncStream<Signal> {
        let changes = partnership.changes()
        return AsyncStream(bufferingPolicy: .bufferingNewest(4)) { continuation in
            let following = Task {
                for await position in changes { continuation.yield(.changed(position)) }
            }
            let beating = Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(20))
                    continuation.yield(.stillHere)
                }
            }
            continuation.onTermination = { _ in
                following.cancel()
                beating.cancel()
            }
        }
    }
}

extension HTTPField.Name {
    /// Tells a proxy in front to pass each line on at once.
    fileprivate static let xAccelBuffering: HTTPField.Name = {
        guard let name = HTTPField.Name("X-Accel-Buffering") else { preconditionFailure("a valid header name") }
        return name
    }()
}
