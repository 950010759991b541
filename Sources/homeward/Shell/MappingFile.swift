// SPDX-License-Identifier: MIT

import Exchange
import Foundation

/// A file that says which column of a police extract is what.
enum MappingFile {
    static func read(_ path: String) throws -> PoliceMapping {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFault.refused("There is no mapping \(path), or it cannot be read.")
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw CommandFault.refused("The mapping \(path) is not UTF-8.")
        }
        do throws(PoliceMapping.Refusal) {
            return try PoliceMapping(yaml: text)
        } catch {
            throw CommandFault.refused(error.sentences.map { "\(path): \($0)" }.joined(separator: "\n"))
        }
    }
}
