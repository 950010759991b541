// SPDX-License-Identifier: MIT

import Glibc
import Synchronization

/// A bar on the error output for work that takes longer than a moment. Nothing at all where nobody looks on.
final class ProgressLine: Sendable {
    private struct Shown {
        var text = ""
        var begunAt: ContinuousClock.Instant
    }

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let shown: Mutex<Shown>

    init() {
        shown = Mutex(Shown(begunAt: .now))
    }

    /// Does `work`, showing how far it says it is.
    static func during<T>(_ what: String, _ work: (@escaping @Sendable (Double) -> Void) throws -> T) rethrows -> T {
        let line = ProgressLine()
        defer { line.end() }
        return try work { line.show(what, share: $0) }
    }

    /// Shows how far `what` has come, 0 to 1, from the second second on.
    func show(_ what: String, share: Double) {
        let filled = max(0, min(24, Int(share * 24)))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        show("\(bar) \(Int(share * 100)) % \(what)")
    }

    /// Shows a step that has no measure, from the second second on.
    func show(_ what: String) {
        guard isTerminal else { return }
        shown.withLock { shown in
            guard .seconds(1) < ContinuousClock.now - shown.begunAt, shown.text != what else { return }
            shown.text = what
            Printing.toStandardError(raw: "\r\u{1B}[K\(what)")
        }
    }

    /// Takes the line away.
    func end() {
        shown.withLock { shown in
            if !shown.text.isEmpty { Printing.toStandardError(raw: "\r\u{1B}[K") }
            shown.text = ""
        }
    }
}
