// SPDX-License-Identifier: MIT

import Partnership
import ServiceLifecycle

/// Keeps counted how duties stand while the server runs. Looks every few seconds whether anything came.
struct CountsKept: Service {
    let partnership: Partnership

    func run() async throws { await lookAgain(everySeconds: 2) { await partnership.keepCounts() } }
}
