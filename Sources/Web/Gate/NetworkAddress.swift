// SPDX-License-Identifier: MIT

import Glibc

/// An address of the network, whichever way it was written: sixteen bytes, the older four as the newer write them.
public struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Nil for what is no address: a name, a port beside it, a blank.
    public init?(_ text: String) {
        var older = in_addr()
        var newer = in6_addr()
        if inet_pton(AF_INET, text, &older) == 1 {
            let four = withUnsafeBytes(of: &older) { Array($0) }
            bytes = Array(repeating: 0, count: 10) + [0xFF, 0xFF] + four
        } else if inet_pton(AF_INET6, text, &newer) == 1 {
            bytes = withUnsafeBytes(of: &newer) { Array($0) }
        } else {
            return nil
        }
    }

    var isOlder: Bool { bytes.prefix(12) == (Array(repeating: 0, count: 10) + [0xFF, 0xFF])[...] }

    /// As people write it.
    var text: String {
        if isOlder { return bytes.suffix(4).map(String.init).joined(separator: ".") }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        return bytes.withUnsafeBytes { source in
            inet_ntop(AF_INET6, source.baseAddress, &buffer, socklen_t(INET6_ADDRSTRLEN)) == nil
                ? "unknown" : String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// What counts as one visitor: an older address, or the half of a newer one that a household is given.
    static func limitKey(_ text: String) -> String {
        guard let address = NetworkAddress(text) else { return text }
        return address.isOlder
            ? address.text : address.bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

/// A network, or one address: `10.1.0.0/16`, `2001:db8::7`.
public struct AddressRange: Hashable, Sendable {
    private let network: NetworkAddress
    private let bits: Int

    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let network = NetworkAddress(String(parts[0])) else { return nil }
        let own = network.isOlder ? 32 : 128
        guard let bits = parts.count == 2 ? Int(parts[1]) : own, (0...own).contains(bits) else { return nil }
        self.network = network
        self.bits = bits + (128 - own)
    }

    func contains(_ address: NetworkAddress) -> Bool {
        let whole = bits / 8
        guard network.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
        let rest = bits % 8
        return rest == 0 || (network.bytes[whole] ^ address.bytes[whole]) >> (8 - rest) == 0
    }
}

/// The proxies in front of us whose word about a visitor is believed.
public struct TrustedProxies: Hashable, Sendable {
    private let ranges: [AddressRange]

    public static let none = TrustedProxies([])

    public init(_ ranges: [AddressRange]) { self.ranges = ranges }

    public var isEmpty: Bool { ranges.isEmpty }

    func contains(_ text: String) -> Bool {
        guard let address = NetworkAddress(text) else { return false }
        return ranges.contains { $0.contains(address) }
    }
}
