// SPDX-License-Identifier: MIT

import Partnership
import ServiceLifecycle

/// Keeps counted how duties stand while the server runs. Looks every few seconds whether anything came.
struct CountsKept: Service {
    let partnership: Partnership

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await partnership.keepCounts()
                try await Task.sleep(for: .seconds(2))
            }
        }
    }
}
