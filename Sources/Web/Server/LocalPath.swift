// SPDX-License-Identifier: MIT

/// An address on this site: what a redirect may lead to, whatever it was given.
struct LocalPath: Hashable, Sendable {
    let text: String

    /// The address as given where it is a local one, else the board.
    init(_ given: String) {
        let isLocal =
            given.hasPrefix("/") && !given.hasPrefix("//") && !given.hasPrefix("/\\")
            && given.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        text = isLocal ? given : "/"
    }
}
