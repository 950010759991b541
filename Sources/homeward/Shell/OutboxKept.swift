// SPDX-License-Identifier: MIT

import Logging
import Partnership
import ServiceLifecycle

/// Tells people what they are to be told while the server runs. Looks every few seconds whether there is anything; what
/// comes onto screens waits for no receiver elsewhere.
struct OutboxKept: Service {
    let outbox: Outbox
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await again { try await outbox.take() } }
                group.addTask { try await again { try await outbox.deliver() } }
                try await group.waitForAll()
            }
        }
    }

    /// A fault waits for the next look: nothing else stops for it.
    private func again(_ work: () async throws -> Void) async throws {
        while !Task.isCancelled {
            do {
                try await work()
            } catch {
                log.warning(
                    "notices could not be seen to", metadata: ["fault": "\(String(reflecting: type(of: error)))"])
            }
            try await Task.sleep(for: .seconds(2))
        }
    }
}
