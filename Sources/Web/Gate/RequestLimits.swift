// SPDX-License-Identifier: MIT

/// How many requests come in a burst and how many each second for ever, for a session and for an address that nobody is
/// signed in from.
public struct RequestLimits: Hashable, Sendable {
    public var burstOfSession = 300
    public var perSecondOfSession = 10
    public var burstOfAddress = 400
    public var perSecondOfAddress = 10
    /// Of a program by its token; a report of a missing child is not counted.
    public var burstOfClient = 600
    public var perSecondOfClient = 20
    /// Streams of changes open at once in one session.
    public var mostStreamsOfSession = 12

    public var mostAddressBytes = 8 * 1_024
    /// No form that is only typed is larger.
    public var mostFormBytes = 512 * 1_024
    /// From somebody who isn't signed in: a sign-in, and no more.
    public var mostFormBytesOfStranger = 16 * 1_024

    public var mostBytesOfProgram = 128 * 1_024

    public init() {}

    /// As many as anybody likes: where the clock stands still, since nobody's requests would ever come back to them.
    public static let none = {
        var limits = RequestLimits()
        (limits.burstOfSession, limits.burstOfAddress, limits.burstOfClient) = (.max, .max, .max)
        return limits
    }()
}
