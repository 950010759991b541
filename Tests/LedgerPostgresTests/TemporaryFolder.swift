// SPDX-License-Identifier: MIT
import Foundation
import Ledger

/// Gone when the test is done.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/homeward-ledger-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
