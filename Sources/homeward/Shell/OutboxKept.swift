// SPDX-License-Identifier: MIT

import Logging
import Partnership
import ServiceLifecycle

/// Tells people what they are to be told while the server runs. Looks every few seconds whether there is anything.
struct OutboxKept: Service {
    let outbox: Outbox
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await work()
                try await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// A fault waits for the next look: nothing else stops for it.
    private func work() async {
        do {
            try await outbox.work()
        } catch {
            log.warning("notices could not be seen to", metadata: ["fault": "\(String(reflecting: type(of: error)))"])
        }
    }
}
