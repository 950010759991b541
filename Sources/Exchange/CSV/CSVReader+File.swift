// SPDX-License-Identifier: MIT

extension CSVReader {
    /// Reads a file chunk by chunk.
    public init(file path: String, separator: UInt8 = UInt8(ascii: ","), limits: Limits = Limits()) throws(CSVFault) {
        self.init(separator: separator, limits: limits, more: try FileBytes.source(path))
    }

    /// Reads bytes that are already here, in pieces.
    public init(
        bytes: [UInt8], chunkBytes: Int = 1 << 18, separator: UInt8 = UInt8(ascii: ","),
        limits: Limits = Limits()
    ) {
        self.init(separator: separator, limits: limits, more: FileBytes.source(bytes, chunkBytes: chunkBytes))
    }
}
