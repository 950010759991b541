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
        guard let text = String(data: data, encoding: .utf8) else {
            return .failure(ReadingFault(file: name, line: 1, says: "The file is not UTF-8."))
        }
        return .success(TextFile(name: name, text: text))
    }

    /// The tree of a YAML file.
    static func tree(_ path: String) -> Result<PackNode, ReadingFault> {
        read(path).flatMap { YAMLTree.read($0.text, file: $0.name) }
    }
}
