// SPDX-License-Identifier: MIT

/// Reads a PNG file by its chunks (ISO/IEC 15948) and writes it again with only those that are needed to show it, so that
/// what was packed into texts and colour profiles is never unpacked by anybody.
enum PNGReader {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func cleaned(_ bytes: [UInt8]) throws(FileRefusal) -> [UInt8] {
        var kept = signature
        var place = signature.count
        var before = ""
        var hasData = false
        while true {
            guard place + 12 <= bytes.count else { throw .damaged(.png) }
            let length = number(bytes, place)
            guard length <= bytes.count - place - 12 else { throw .damaged(.png) }
            let end = place + 12 + length
            let name = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
            let content = bytes[(place + 8)..<(place + 8 + length)]
            guard number(bytes, end - 4) == Int(CRC32.of(bytes[(place + 4)..<(end - 4)])) else { throw .damaged(.png) }
            switch name {
            case "IHDR":
                guard before.isEmpty else { throw .damaged(.png) }
                try checkHeader(Array(content))
            case "PLTE", "tRNS":
                guard !before.isEmpty, !hasData, content.count <= 768 else { throw .damaged(.png) }
            case "IDAT":
                guard !before.isEmpty, !hasData || before == "IDAT" else { throw .damaged(.png) }
                hasData = true
            case "IEND":
                guard hasData, length == 0 else { throw .damaged(.png) }
                return kept + bytes[place..<end]
            default:
                // What nobody needs to show it has a small first letter.
                guard !before.isEmpty, bytes[place + 4] & 0x20 != 0 else { throw .damaged(.png) }
                before = name
                place = end
                continue
            }
            kept += bytes[place..<end]
            before = name
            place = end
        }
    }

    private static func checkHeader(_ header: [UInt8]) throws(FileRefusal) {
        guard header.count == 13 else { throw .damaged(.png) }
        let (width, height) = (number(header, 0), number(header, 4))
        let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard width > 0, height > 0, depths[header[9]]?.contains(header[8]) == true, header[10] == 0, header[11] == 0,
            header[12] <= 1
        else { throw .damaged(.png) }
        try FileInspector.checkPixels(width, height)
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// The check sum that PNG's chunks carry.
enum CRC32 {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
