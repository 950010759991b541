// SPDX-License-Identifier: MIT

/// Reads a JPEG file by its segments (ISO/IEC 10918-1, annex B) and writes it again with only those that are needed to show
/// it. Places, times, devices, thumbnails and comments stay behind, and so does all that follows the picture.
struct JPEGReader {
    private let bytes: [UInt8]
    private var place = 2
    private var kept: [UInt8] = []
    /// What a picture says of its own form comes first.
    private var opening: [UInt8] = []
    private var orientation: UInt8 = 1
    private var hasFrame = false
    private var scans = 0

    /// A picture that builds up in more steps than this is meant to keep a reader busy.
    private static let mostScans = 64

    static func cleaned(_ bytes: [UInt8]) throws(FileRefusal) -> [UInt8] {
        var reader = JPEGReader(bytes: bytes)
        return try reader.read()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(FileRefusal) -> [UInt8] {
        while true {
            let marker = try nextMarker()
            if marker == 0xD9 {
                guard hasFrame, scans > 0 else { throw .damaged(.jpeg) }
                return [0xFF, 0xD8] + opening + noteOfOrientation + kept + [0xFF, 0xD9]
            }
            let content = try segment()
            try take(marker, content)
        }
    }

    private mutating func nextMarker() throws(FileRefusal) -> UInt8 {
        guard place < bytes.count, bytes[place] == 0xFF else { throw .damaged(.jpeg) }
        while place < bytes.count, bytes[place] == 0xFF { place += 1 }
        guard place < bytes.count else { throw .damaged(.jpeg) }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func segment() throws(FileRefusal) -> ArraySlice<UInt8> {
        guard place + 2 <= bytes.count else { throw .damaged(.jpeg) }
        let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        guard length >= 2, place + length <= bytes.count else { throw .damaged(.jpeg) }
        defer { place += length }
        return bytes[(place + 2)..<(place + length)]
    }

    private mutating func take(_ marker: UInt8, _ content: ArraySlice<UInt8>) throws(FileRefusal) {
        switch marker {
        case 0xC0, 0xC1, 0xC2:
            try checkFrame(content)
            keep(marker, content)
        case 0xC4, 0xDB, 0xDD: keep(marker, content)
        case 0xDA:
            scans += 1
            guard hasFrame, scans <= JPEGReader.mostScans else { throw .damaged(.jpeg) }
            keep(marker, content)
            keepScan()
        case 0xE0:
            // Without the small picture that may come with it.
            if opening.isEmpty, content.count >= 14, content.starts(with: Array("JFIF\0".utf8)) {
                opening = [0xFF, marker, 0, 16] + content.prefix(12) + [0, 0]
            }
        case 0xE1: orientation = JPEGReader.orientation(in: Array(content)) ?? orientation
        case 0xEE: if content.starts(with: Array("Adobe".utf8)) { keep(marker, content.prefix(12)) }
        case 0xE2...0xEF, 0xFE: break
        default: throw .damaged(.jpeg)
        }
    }

    private mutating func keep(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
        let length = content.count + 2
        kept += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    /// The coded picture, up to the next marker that is no part of it.
    private mutating func keepScan() {
        let start = place
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]) { break }
            place += 1
        }
        kept += bytes[start..<min(place, bytes.count)]
    }

    private mutating func checkFrame(_ content: ArraySlice<UInt8>) throws(FileRefusal) {
        let frame = Array(content)
        guard !hasFrame, frame.count >= 6, frame[0] == 8 else { throw .damaged(.jpeg) }
        let height = Int(frame[1]) << 8 | Int(frame[2])
        let width = Int(frame[3]) << 8 | Int(frame[4])
        let components = Int(frame[5])
        guard height > 0, width > 0, [1, 3, 4].contains(components), frame.count == 6 + 3 * components else {
            throw .damaged(.jpeg)
        }
        try FileInspector.checkPixels(width, height)
        hasFrame = true
    }

    /// Which way up the camera was held, the one thing that its notes are needed for: 1 to 8.
    private static func orientation(in exif: [UInt8]) -> UInt8? {
        guard exif.starts(with: Array("Exif\0\0".utf8)), exif.count >= 16 else { return nil }
        let tiff = Array(exif[6...])
        let isBig = tiff[0] == UInt8(ascii: "M")
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= tiff.count else { return nil }
            let part = tiff[place..<(place + count)]
            return (isBig ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let table = number(4, 4), let entries = number(table, 2), entries <= 512 else { return nil }
        for entry in 0..<entries where number(table + 2 + entry * 12, 2) == 0x0112 {
            guard let value = number(table + 2 + entry * 12 + 8, 2), (1...8).contains(value) else { return nil }
            return UInt8(value)
        }
        return nil
    }

    private var noteOfOrientation: [UInt8] {
        if orientation == 1 { return [] }
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ]
        let note = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, 0, UInt8(note.count + 2)] + note
    }
}
