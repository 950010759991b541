// SPDX-License-Identifier: MIT

/// How much one connection, one address and all of them together may take before they are let go.
public struct ConnectionLimits: Hashable, Sendable {
    /// Open at once.
    public var mostConnections = 2_000
    /// Open at once from one address; a trusted proxy is not counted.
    public var mostConnectionsOfAddress = 200

    /// From the connection, or the first byte of a further request, to the end of its head.
    public var headSeconds = 15
    /// Between two requests.
    public var idleSeconds = 75
    /// A body may come as slowly as it likes for so long; afterwards it must have kept up `leastBodyBytesPerSecond`.
    public var bodyGraceSeconds = 30
    public var leastBodyBytesPerSecond = 2_048
    /// No answer waits longer than this for a reader who doesn't read.
    public var stalledSeconds = 60

    public var mostHeaderFields = 64
    public var mostHeaderBytes = 16 * 1_024
    /// What is read and thrown away of a body that was refused, so that the browser gets round to the answer.
    public var mostDiscardedBytes = 32 * 1_024 * 1_024

    public init() {}
}
