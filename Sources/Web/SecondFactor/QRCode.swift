// SPDX-License-Identifier: MIT

import Analysis

/// A QR code (ISO/IEC 18004) of a short text: byte mode, error correction level M, versions 1 to 13.
struct QRCode: Hashable, Sendable {
    /// How many modules wide and high, without the quiet zone.
    let size: Int
    /// Row by row; true is dark.
    let modules: [Bool]

    static let mostBytes = QRVersion(number: 13).dataCodewords - 3

    /// Nil where the text is longer than ``mostBytes``.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        let codewords = QRCodewords(bytes, version).interleaved
        let plain = QRMatrix(version)
        let masked = (0..<8).map { mask in plain.filled(with: codewords, mask: mask) }
        // The mask that a camera finds easiest, by the standard's own reckoning.
        guard let best = masked.min(by: { $0.penalty < $1.penalty }) else { return nil }
        size = best.size
        modules = best.dark
    }

    func isDark(_ row: Int, _ column: Int) -> Bool { modules[row * size + column] }

    /// As a picture, with the quiet zone of four modules that cameras need. `label` says what it is.
    func svg(label: String) -> HTML {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, isDark(row, column) { column += 1 }
                if start < column { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        let side = size + 8
        return """
            <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(side) \(side)" width="260" height="260" \
            shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path d="\(path)" fill="#000"/></svg>
            """
    }
}

/// How large a code is, and how its codewords are laid out.
struct QRVersion: Hashable, Sendable {
    let number: Int

    /// Of level M, from version 1 on.
    private static let correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9]

    var size: Int { number * 4 + 17 }
    var correctionLength: Int { Self.correctionPerBlock[number - 1] }
    var blockCount: Int { Self.blockCounts[number - 1] }
    var allCodewords: Int { modulesForData / 8 }
    var dataCodewords: Int { allCodewords - correctionLength * blockCount }
    /// How many bits say the length of the text.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    static func smallest(for count: Int) -> QRVersion? {
        (1...blockCounts.count).map(QRVersion.init).first { 4 + $0.lengthBits + 8 * count <= 8 * $0.dataCodewords }
    }

    /// What the finders, the timing lines, the alignment patterns, the format and the version leave.
    private var modulesForData: Int {
        var modules = (16 * number + 128) * number + 64
        if number >= 2 {
            let patterns = number / 7 + 2
            modules -= (25 * patterns - 10) * patterns - 55
        }
        return number >= 7 ? modules - 36 : modules
    }

    /// The centres of the alignment patterns, along either side.
    var alignment: [Int] {
        if number == 1 { return [] }
        let count = number / 7 + 2
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).reversed().map { size - 7 - $0 * step }
    }
}
