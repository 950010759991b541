// SPDX-License-Identifier: MIT

/// The addresses of the site, for pages that say where something is done.
public enum SiteMap {
    /// Each address once, with the names of its parts in braces: `/children/{child}`.
    public static var addresses: [String] { Set(Routes.all.map(\.path)).sorted() }
}
