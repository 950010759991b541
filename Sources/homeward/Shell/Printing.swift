// SPDX-License-Identifier: MIT

import Foundation
import Glibc

/// What goes to the standard output is the answer; what goes to the error output is about the asking.
enum Printing {
    static func toStandardOutput(_ text: String) {
        write(text, to: FileHandle.standardOutput)
    }

    static func toStandardError(_ text: String) {
        write(text, to: FileHandle.standardError)
    }

    /// Without the end of a line.
    static func toStandardError(raw text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Prints `value` as JSON with its keys in order; on one line where `isOneLine`.
    static func json(_ value: some Encodable, isOneLine: Bool = false) throws {
        toStandardOutput(try text(value, isOneLine: isOneLine))
    }

    /// The same on one line of the error output.
    static func jsonToStandardError(_ value: some Encodable) throws {
        toStandardError(try text(value, isOneLine: true))
    }

    private static func text(_ value: some Encodable, isOneLine: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isOneLine
            ? [.sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        let line = text.hasSuffix("\n") ? text : text + "\n"
        try? handle.write(contentsOf: Data(line.utf8))
    }
}
