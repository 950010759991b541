// SPDX-License-Identifier: MIT

import ServiceLifecycle

/// Does a look, and does it again some seconds after it ended, until the server is told to end. A fault belongs to the
/// look: it waits for the next one, and nothing else stops for it.
func lookAgain(everySeconds seconds: Int, _ look: @escaping @Sendable () async -> Void) async {
    // Ended within its pause: no fault of anybody's.
    try? await cancelWhenGracefulShutdown {
        while !Task.isCancelled {
            await look()
            try await Task.sleep(for: .seconds(seconds))
        }
    }
}
