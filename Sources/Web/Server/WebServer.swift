// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Partnership
import ServiceLifecycle

/// The web application of one partnership, as a service that stops gracefully.
public struct WebServer: Service {
    private let site: Site
    private let onRunning: @Sendable (_ port: Int) async -> Void

    /// `onRunning` is told the port once requests are answered.
    public init(
        partnership: Partnership, accounts: Accounts, looks: LookBook, outbox: Outbox, configuration: WebConfiguration,
        log: Logger = Logger(label: "homeward.web"),
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        site = Site(
            partnership: partnership, accounts: accounts, looks: looks, outbox: outbox, configuration: configuration,
            log: log,
            rates: RequestRates(configuration.requestLimits),
            hostNames: HostNames(configuration.hostNames, listeningOn: configuration.host))
        self.onRunning = onRunning
    }

    /// Answers until the service group stops it, or the task is cancelled.
    public func run() async throws {
        let onRunning = onRunning
        var quiet = site.log
        quiet.logLevel = max(quiet.logLevel, .notice)
        let limits = site.configuration.connectionLimits
        let connections = OpenConnections(limits: limits, proxies: site.configuration.proxies)
        let certificate = site.configuration.certificate
        let application = Application(
            router: router(),
            server: HTTPServerBuilder { responder in
                GuardedChannel(
                    responder: responder, limits: limits, connections: connections, certificate: certificate)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(site.configuration.host, port: site.configuration.port), serverName: nil),
            onServerRunning: { await onRunning($0.localAddress?.port ?? 0) },
            logger: quiet)
        guard let certificate else { return try await application.run() }
        let (seconds, log) = (site.configuration.certificateCheckSeconds, site.log)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    try await Task.sleep(for: .seconds(seconds))
                    certificate.reloadIfChanged(log: log)
                }
            }
            defer { group.cancelAll() }
            try await application.run()
        }
    }

    private func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SecurityHeaders(isSecure: site.configuration.isSecure))
        router.add(middleware: FaultPages(site: site))
        router.add(middleware: Gate(site: site))
        router.add(middleware: SeenElsewhere(site: site))
        let dispatcher = Dispatcher(site: site)
        for route in Routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await dispatcher.answer(request, context, route)
            }
        }
        for (path, methods) in Routes.methodsByPath {
            let allowed = (methods + (methods.contains(.get) ? [.head] : [])).map(\.rawValue).joined(separator: ", ")
            for method in [HTTPRequest.Method.get, .post, .put, .delete, .patch, .options]
            where !methods.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw PageFault.methodNotAllowed(allowed: allowed)
                }
            }
        }
        return router
    }
}
