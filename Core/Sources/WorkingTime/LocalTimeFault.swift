// SPDX-License-Identifier: MIT

/// Why a local time is no point in time.
public enum LocalTimeFault: Error, Hashable, Sendable {
    /// The clocks went from `skippedFrom` straight to `skippedTo` and never showed `asked`.
    case neverOccurs(asked: LocalTime, skippedFrom: LocalTime, skippedTo: LocalTime)
}
