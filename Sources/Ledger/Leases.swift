// SPDX-License-Identifier: MIT
import Dispatch
import Synchronization

/// What only one process may do at a time: whoever holds the lease does it, for as long as they renew it. A holder that
/// dies loses it by itself. Every kind of leases passes `LeaseContract`.
public protocol Leases: Sendable {
    /// Takes or renews the lease; false where somebody else holds it. `holder` may stand for several processes that do
    /// the same together.
    func take(_ name: String, as holder: String, forSeconds seconds: Int) throws(LedgerFault) -> Bool

    /// Gives it up at once. Nothing happens where `holder` does not hold it.
    func release(_ name: String, as holder: String) throws(LedgerFault)
}

/// Leases within one process, for a ledger that no other process can write to.
public final class OwnLeases: Leases {
    private struct Held: Sendable {
        let holder: String
        let until: DispatchTime
    }

    private let held = Mutex<[String: Held]>([:])

    public init() {}

    public func take(_ name: String, as holder: String, forSeconds seconds: Int) throws(LedgerFault) -> Bool {
        let now = DispatchTime.now()
        return held.withLock { held in
            if let other = held[name], other.holder != holder, now < other.until { return false }
            held[name] = Held(holder: holder, until: now + .seconds(seconds))
            return true
        }
    }

    public func release(_ name: String, as holder: String) throws(LedgerFault) {
        held.withLock { held in
            if held[name]?.holder == holder { held[name] = nil }
        }
    }
}
