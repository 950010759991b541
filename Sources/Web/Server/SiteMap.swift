// SPDX-License-Identifier: MIT

/// The addresses of the site, for pages that say where something is done.
public enum SiteMap {
    /// Each address once, with the names of its parts in braces: `/children/{child}`.
    public static var addresses: [String] { Set(Routes.all.map(\.path)).sorted() }

    /// Those of them that a browser asks for by itself or by a link, once each.
    public static var asked: [String] {
        Set(Routes.all.filter { $0.method == .get && !APIRoutes.contain($0.path) }.map(\.path)).sorted()
    }
}
