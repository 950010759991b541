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
        async let taking: Void = lookAgain(everySeconds: 2) { await look { try await outbox.take() } }
        async let delivering: Void = lookAgain(everySeconds: 2) { await look { try await outbox.deliver() } }
        _ = await (taking, delivering)
    }

    private func look(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            log.warning("notices could not be seen to", metadata: ["fault": "\(String(reflecting: type(of: error)))"])
        }
    }
}
