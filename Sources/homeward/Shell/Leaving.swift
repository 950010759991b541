// SPDX-License-Identifier: MIT

import ServiceLifecycle
import Web

/// Stands between being told to end and ending: says that requests should go elsewhere, and gives whatever sends them the
/// time to learn it.
struct Leaving: Service {
    let condition: ServerCondition
    let seconds: Int

    func run() async throws {
        try? await gracefulShutdown()
        condition.leave()
        ServiceManager.tell(.stopping)
        if 0 < seconds { try? await Task.sleep(for: .seconds(seconds)) }
    }
}
