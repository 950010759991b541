// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import Partnership

/// Leaves each message as a file in a folder, for a program of the partnership's own to carry further. The file is named
/// by the message's key, so that one which is written twice is one file.
public struct FileChannel: NoticeChannel {
    private let folder: String

    /// Makes the folder where it isn't there.
    public init(folder: String) throws {
        try OwnerOnlyFile.makeDirectory(folder)
        self.folder = folder
    }

    public func carry(_ notice: OutgoingNotice) async -> Carried {
        let head = "To: \(notice.address.oneLine)\nSubject: \(notice.subject)\nMessage: \(notice.key)"
        let text = "\(head)\n\n\(notice.text)\n"
        do {
            try OwnerOnlyFile.replace("\(folder)/\(notice.key).txt", with: Array(text.utf8))
            return .taken(reference: notice.key)
        } catch {
            return .failed("the file could not be written")
        }
    }
}

extension String {
    /// Without anything that ends a line, so that an address can't add a heading of its own.
    var oneLine: String {
        String(unicodeScalars.filter { !$0.properties.isWhitespace || $0 == " " }.map(Character.init))
    }
}
