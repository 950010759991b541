// SPDX-License-Identifier: MIT

import Foundation
import Procedures

/// Reads a file as UTF-8, naming it in faults by its last part.
struct TextFile {
    let name: String
    let text: String

    static func read(_ path: String) -> Result<TextFile, ReadingFault> {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(ReadingFault(file: name, line: 1, says: "There is no such file, or it can't be read."))
        }
        return read(data, named: name)
    }

    static func read(_ data: Data, named name: String) -> Result<TextFile, ReadingFault> {
        // Some editors put a mark at the front, which says nothing.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = data.starts(with: mark) ? data.dropFirst(mark.count) : data
        guard let text = String(data: bytes, encoding: .utf8) else {
            let line = 1 + bytes.prefix(validPrefix(of: bytes)).count { $0 == UInt8(ascii: "\n") }
            return .failure(
                ReadingFault(file: name, line: line, says: "The file is not UTF-8: save it as plain text in UTF-8."))
        }
        return .success(TextFile(name: name, text: text))
    }

    /// The tree of a YAML file.
    static func tree(_ path: String) -> Result<PackNode, ReadingFault> {
        read(path).flatMap { YAMLTree.read($0.text, file: $0.name) }
    }

    /// How many bytes at the front are UTF-8.
    private static func validPrefix(of bytes: Data) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
        return count
    }
}
