// SPDX-License-Identifier: MIT

import Synchronization

/// How many connections are open, altogether and from each address.
final class OpenConnections: Sendable {
    private struct Counts {
        var all = 0
        var byAddress: [String: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let limits: ConnectionLimits
    private let proxies: TrustedProxies

    init(limits: ConnectionLimits, proxies: TrustedProxies) {
        self.limits = limits
        self.proxies = proxies
    }

    /// Counts one more from `address`; false, and not counted, where that is too many.
    func begin(from address: String) -> Bool {
        let isProxy = proxies.contains(address)
        let key = NetworkAddress.limitKey(address)
        return counts.withLock { counts in
            let held = counts.byAddress[key, default: 0]
            guard counts.all < limits.mostConnections, isProxy || held < limits.mostConnectionsOfAddress else {
                return false
            }
            counts.all += 1
            counts.byAddress[key] = held + 1
            return true
        }
    }

    func end(from address: String) {
        let key = NetworkAddress.limitKey(address)
        counts.withLock { counts in
            counts.all -= 1
            guard let held = counts.byAddress[key] else { return }
            counts.byAddress[key] = held > 1 ? held - 1 : nil
        }
    }
}
