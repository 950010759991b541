// SPDX-License-Identifier: MIT

import Foundation

@testable import Web

/// Files as phones, scanners and attackers make them, put together byte by byte.
enum SampleFiles {
    static let secretPlace = "GPS 52.4862 -1.8904 Serial 0770900123"

    /// A picture as a phone writes it: where it was taken, which way up, a comment, and something behind it.
    static func jpeg(
        width: Int = 640, height: Int = 480, orientation: UInt8 = 6, frame: UInt8 = 0xC0, scans: Int = 1,
        after: [UInt8] = Array("PK\u{3}\u{4}<script>behind</script>".utf8)
    ) -> [UInt8] {
        let tiff: [UInt8] =
            Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1] + [9, 9, 9])
        bytes += segment(0xE1, Array("Exif\0\0".utf8) + tiff + Array(secretPlace.utf8))
        bytes += segment(0xE2, Array("ICC_PROFILE\0".utf8) + Array(secretPlace.utf8))
        bytes += segment(0xFE, Array(secretPlace.utf8))
        bytes += segment(0xDB, Array(repeating: 1, count: 65))
        let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        bytes += segment(frame, [8] + size + [1, 1, 0x11, 0])
        bytes += segment(0xC4, [0] + Array(repeating: 0, count: 16))
        for _ in 0..<scans {
            bytes += segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
        }
        return bytes + [0xFF, 0xD9] + after
    }

    static func png(
        width: UInt32 = 640, height: UInt32 = 480, extra: [(String, [UInt8])] = [],
        after: [UInt8] = Array("<html><script>behind</script>".utf8)
    ) -> [UInt8] {
        var bytes = PNGReader.signature
        bytes += chunk("IHDR", big(width) + big(height) + [8, 2, 0, 0, 0])
        for (name, content) in extra { bytes += chunk(name, content) }
        bytes += chunk("IDAT", [0x78, 0x9C, 1, 2, 3, 4])
        return bytes + chunk("IEND", []) + after
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big(UInt32(content.count)) + named + big(CRC32.of(named))
    }

    static let pdf = Array("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".utf8)

    static func big(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 255) } }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }
}
