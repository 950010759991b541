// SPDX-License-Identifier: MIT

import Hummingbird
import Logging
import ServiceLifecycle

/// Answers whoever keeps the machine, on a port of its own that people's addresses do not lead to: whether the server
/// lives, whether it should be sent requests, and what it has done. It says nothing about any child, nor how many there
/// are.
public struct OperationsServer: Service {
    private let telling: OperationsTelling
    private let host: String
    private let port: Int
    private let log: Logger
    private let onRunning: @Sendable (_ port: Int) async -> Void

    public init(
        host: String = "127.0.0.1", port: Int, telling: OperationsTelling,
        log: Logger = Logger(label: "homeward.operations"),
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        (self.host, self.port, self.telling) = (host, port, telling)
        (self.log, self.onRunning) = (log, onRunning)
    }

    public func run() async throws {
        var quiet = log
        quiet.logLevel = max(quiet.logLevel, .notice)
        let (telling, onRunning) = (telling, onRunning)
        let router = Router(options: [.autoGenerateHeadEndpoints])
        router.get("/healthz") { _, _ in Response.text("ok\n") }
        router.get("/readyz") { _, _ in
            let standing = await telling.standing()
            return Response.text(standing.text, status: standing.isReady ? .ok : .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in
            var response = Response.text(await telling.metrics())
            response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            return response
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { await onRunning($0.localAddress?.port ?? 0) }, logger: quiet)
        try await application.run()
    }
}
