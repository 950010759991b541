// SPDX-License-Identifier: MIT

import HTTPTypes

/// What the proxies say about where a request came from, believed as far as they are trusted.
///
/// Each proxy adds the address that it was asked from at the right. Read from there, the first that is no proxy of ours
/// is the visitor: what stands further left was written by them and may say anything.
struct ForwardedTelling: Hashable, Sendable {
    /// The visitor, as far as is known.
    let address: String
    /// Whether the visitor asked without TLS; nil where nobody trusted says so.
    let isPlain: Bool?

    /// `peer` is the other end of the connection itself.
    init(_ headers: HTTPFields, peer: String, trusting proxies: TrustedProxies) {
        guard proxies.contains(peer) else {
            self.init(address: peer, isPlain: nil)
            return
        }
        let older = ForwardedTelling.visitor(in: ForwardedTelling.list(headers, .forwardedFor), proxies)
        let elements = ForwardedTelling.list(headers, .forwarded).map(ForwardedTelling.parameters)
        let newer = ForwardedTelling.visitor(in: elements.map { $0["for"] ?? "" }, proxies)
        // A proxy writes one of the two and passes the other on as it came. Where they differ, neither is believed.
        let told = headers[.forwardedFor] == nil ? newer : headers[.forwarded] == nil || older == newer ? older : nil
        let protocols = [ForwardedTelling.list(headers, .forwardedProto).last, elements.last?["proto"]].compactMap {
            $0
        }
        self.init(
            address: told ?? peer, isPlain: protocols.isEmpty ? nil : protocols.contains { $0.lowercased() != "https" })
    }

    private init(address: String, isPlain: Bool?) {
        self.address = address
        self.isPlain = isPlain
    }

    /// The rightmost that is no proxy; the leftmost proxy where all are; nil where it is no address.
    private static func visitor(in hops: [String], _ proxies: TrustedProxies) -> String? {
        var last: String?
        for hop in hops.reversed() {
            guard let address = address(in: hop) else { return last }
            last = address
            if !proxies.contains(address) { return address }
        }
        return last
    }

    /// `192.0.2.7`, `192.0.2.7:4711`, `[2001:db8::7]`, `[2001:db8::7]:4711`, each perhaps in quotes.
    private static func address(in hop: String) -> String? {
        var text = hop[...]
        if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 { text = text.dropFirst().dropLast() }
        if text.hasPrefix("[") {
            text = text.dropFirst().prefix { $0 != "]" }
        } else if text.count(where: { $0 == ":" }) == 1 {
            text = text.prefix { $0 != ":" }
        }
        return NetworkAddress(String(text))?.text
    }

    private static func list(_ headers: HTTPFields, _ name: HTTPField.Name) -> [String] {
        headers[values: name].flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { String($0).trimmed }
    }

    private static func parameters(_ element: String) -> [String: String] {
        var found: [String: String] = [:]
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = String(parts[1]).trimmed
            found[String(parts[0]).trimmed.lowercased()] = value.replacing("\"", with: "")
        }
        return found
    }
}

extension HTTPField.Name {
    static let forwarded = known("Forwarded")
    static let forwardedFor = known("X-Forwarded-For")
    static let forwardedProto = known("X-Forwarded-Proto")
    static let hostField = known("Host")
    static let fetchSite = known("Sec-Fetch-Site")
    static let fetchMode = known("Sec-Fetch-Mode")
    static let fetchDestination = known("Sec-Fetch-Dest")
    static let clearSiteData = known("Clear-Site-Data")

    private static func known(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("a valid header name") }
        return name
    }
}
