// SPDX-License-Identifier: MIT

import Synchronization

/// Forms that are being recorded at this moment: the same one sent twice at once is recorded once.
final class FormsInFlight: Sendable {
    private let held = Mutex<Set<String>>([])

    /// False where the form is being recorded already.
    func begin(_ form: String) -> Bool { held.withLock { $0.insert(form).inserted } }

    func end(_ form: String) { _ = held.withLock { $0.remove(form) } }
}
