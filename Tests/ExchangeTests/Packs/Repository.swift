// SPDX-License-Identifier: MIT

import Foundation

@testable import Exchange

/// Where the repository's own packs, calendars and scenarios lie.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let packs = PackFolder(path: "\(root)/Protocols")

    static var scenarios: [String] {
        let found = FileManager.default.enumerator(atPath: "\(root)/Scenarios")?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".yaml") }.sorted()
    }
}
