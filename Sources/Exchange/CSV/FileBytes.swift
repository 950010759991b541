// SPDX-License-Identifier: MIT
import Foundation

/// Where the readers get their bytes: pieces of a file, or of what is already here.
enum FileBytes {
    typealias Source = () throws(CSVFault) -> [UInt8]

    /// Gives a file piece by piece, and nothing at its end.
    static func source(_ path: String, chunkBytes: Int = 1 << 18) throws(CSVFault) -> Source {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CSVFault(.unreadable("it is not there, or you may not read it"), line: 1)
        }
        return { () throws(CSVFault) -> [UInt8] in
            do {
                return try handle.read(upToCount: chunkBytes).map(Array.init) ?? []
            } catch {
                throw CSVFault(.unreadable("the disk refused"), line: 1)
            }
        }
    }

    static func source(_ bytes: [UInt8], chunkBytes: Int) -> Source {
        var rest = bytes[...]
        return {
            defer { rest = rest.dropFirst(chunkBytes) }
            return Array(rest.prefix(chunkBytes))
        }
    }
}
