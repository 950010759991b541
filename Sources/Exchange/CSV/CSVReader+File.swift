// SPDX-License-Identifier: MIT
import Foundation

extension CSVReader {
    /// How much of a file is held at once.
    public static let chunkBytes = 1 << 18

    /// Reads a file chunk by chunk.
    public init(file path: String, separator: UInt8 = UInt8(ascii: ","), limits: Limits = Limits()) throws(CSVFault) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CSVFault(.unreadable("it is not there, or you may not read it"), line: 1)
        }
        self.init(separator: separator, limits: limits) { () throws(CSVFault) -> [UInt8] in
            do {
                return try handle.read(upToCount: CSVReader.chunkBytes).map(Array.init) ?? []
            } catch {
                throw CSVFault(.unreadable("the disk refused"), line: 1)
            }
        }
    }

    /// Reads bytes that are already here, in pieces of `chunkBytes`.
    public init(
        bytes: [UInt8], chunkBytes: Int = CSVReader.chunkBytes, separator: UInt8 = UInt8(ascii: ","),
        limits: Limits = Limits()
    ) {
        var rest = bytes[...]
        self.init(separator: separator, limits: limits) {
            defer { rest = rest.dropFirst(chunkBytes) }
            return Array(rest.prefix(chunkBytes))
        }
    }
}
