// SPDX-License-Identifier: MIT

/// The names under which people reach this site. A request for any other is not for us: it comes from a page that had our
/// address put behind its own name, or would have us write somebody else's name into an answer.
struct HostNames: Hashable, Sendable {
    private let names: Set<String>

    /// Names as told, or where there is none what we listen on, with the names that this machine has for itself.
    init(_ told: [String], listeningOn host: String) {
        let ownMachine = ["localhost", "127.0.0.1", "[::1]"]
        if told.isEmpty {
            let isOwnMachine = ownMachine.contains(host) || host == "::1"
            names = Set(isOwnMachine ? ownMachine : [HostNames.bracketed(host.lowercased())])
        } else {
            names = Set(told.map { HostNames.bracketed($0.lowercased()) })
        }
    }

    /// Whether `authority` (`name` or `name:port`) is one of ours, on whatever port.
    func include(_ authority: String) -> Bool {
        guard let name = HostNames.name(of: authority) else { return false }
        return names.contains(name)
    }

    /// The name without its port; nil for what can't be an authority.
    private static func name(of authority: String) -> String? {
        let lowered = authority.lowercased()
        guard lowered.utf8.count <= 260 else { return nil }
        let end = lowered.hasPrefix("[") ? lowered.firstIndex(of: "]").map { lowered.index(after: $0) } : nil
        let name = end.map { lowered[..<$0] } ?? lowered.prefix { $0 != ":" }
        let rest = lowered[name.endIndex...]
        guard rest.isEmpty || (rest.hasPrefix(":") && UInt16(rest.dropFirst()) != nil) else { return nil }
        return name.hasSuffix(".") ? String(name.dropLast()) : String(name)
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }
}
