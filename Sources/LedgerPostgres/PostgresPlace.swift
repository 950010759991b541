// SPDX-License-Identifier: MIT
import Ledger

/// Where a PostgreSQL database is: an address such as `postgres://homeward_app@db1,db2/homeward`, as libpq reads it.
///
/// Everything that libpq knows may stand in it or in its environment: several hosts, TLS, a service's name. A password
/// stands in neither a command line nor a log: libpq takes it from `PGPASSFILE`, `~/.pgpass` or a service file.
public struct PostgresPlace: Hashable, Sendable, CustomStringConvertible {
    let address: String

    private static let beginnings = ["postgres://", "postgresql://"]

    /// Nothing unless `text` is such an address.
    public init?(_ text: String) {
        guard Self.beginnings.contains(where: { text.hasPrefix($0) }) else { return nil }
        address = text
    }

    /// Whether the address itself holds a password, which whoever lists the machine's processes would read.
    public var holdsPassword: Bool {
        let rest = address.drop { $0 != "/" }.dropFirst(2)
        let (place, asked) = (rest.prefix { $0 != "?" }, rest.drop { $0 != "?" })
        let authority = place.prefix { $0 != "/" }
        let user = authority.lastIndex(of: "@").map { authority[..<$0] }
        return user?.contains(":") ?? false || asked.contains("password=")
    }

    /// The address without whoever signs in and without what is asked for: what may be shown and logged.
    public var description: String {
        let scheme = address.prefix { $0 != "/" }
        let place = address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "?" }
        let authority = place.prefix { $0 != "/" }
        let hosts = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        return "\(scheme)//\(hosts)\(place.drop { $0 != "/" })"
    }
}
