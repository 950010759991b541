// SPDX-License-Identifier: MIT
/// One tracked text file, held as bytes, because a rule looks for short plain words in a great deal of text.
struct SourceFile: Sendable {
    /// Relative to the root of the repository, as in `Core/Sources/Casework/State.swift`.
    let path: String
    let bytes: [UInt8]
    /// For Swift the text with comments and the insides of literals blanked, byte for byte; otherwise all of it.
    let code: [UInt8]
    private let newlines: [Int]

    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        code = path.hasSuffix(".swift") ? SwiftMask.codeOnly(of: bytes) : bytes
        newlines = occurrences(of: "\n", in: bytes)
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var isSwift: Bool { path.hasSuffix(".swift") }
    var isMarkdown: Bool { path.hasSuffix(".md") }

    /// Whether this is Swift that is shipped, as opposed to tested with or built with.
    var isShippedSwift: Bool { isSwift && isUnder("Sources", "Core/Sources") }
    var isCoreSource: Bool { isSwift && isUnder("Core/Sources") }

    func isUnder(_ folders: String...) -> Bool {
        folders.contains { path.hasPrefix($0 + "/") }
    }

    /// The line, from 1, on which the byte at `offset` stands.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, newlines.count)
        while low < high {
            let middle = (low + high) / 2
            if newlines[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    var lines: [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var codeLines: [Substring] {
        String(decoding: code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var lineCount: Int {
        newlines.count + (bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? 0 : 1)
    }
}
