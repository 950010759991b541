// SPDX-License-Identifier: MIT

import Glibc

/// The part of a network address that one household or office has: all of an IPv4 address, half of an IPv6 one.
enum AddressPrefix {
    /// "192.0.2.7" for itself; "2001:db8:1:2::/64" for any address in it; anything else as given, shortened.
    static func of(_ address: String) -> String {
        let bare = String(address.prefix { $0 != "%" })
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, bare, &bytes) == 1 else { return String(address.prefix(45)) }
        let all = withUnsafeBytes(of: &bytes) { Array($0) }
        // An IPv4 address in IPv6 dress is that IPv4 address.
        if all[..<10].allSatisfy({ $0 == 0 }), all[10] == 0xFF, all[11] == 0xFF {
            return all[12...].map(String.init).joined(separator: ".")
        }
        let groups = stride(from: 0, to: 8, by: 2).map { place in
            String(UInt16(all[place]) << 8 | UInt16(all[place + 1]), radix: 16)
        }
        return groups.joined(separator: ":") + "::/64"
    }
}
