// SPDX-License-Identifier: MIT

/// The bytes of a QR code: the text, filled up, with Reed-Solomon correction for each block, in the order of drawing.
struct QRCodewords {
    let interleaved: [UInt8]

    init(_ bytes: [UInt8], _ version: QRVersion) {
        let blocks = Self.blocks(Self.data(bytes, version), version)
        let longest = blocks.map(\.data.count).max() ?? 0
        var all: [UInt8] = []
        for place in 0..<longest {
            for block in blocks where place < block.data.count { all.append(block.data[place]) }
        }
        for place in 0..<version.correctionLength { all += blocks.map { $0.correction[place] } }
        interleaved = all
    }

    /// Mode, length, text, an end of four noughts, and the filling of the standard.
    private static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        let capacity = version.dataCodewords * 8
        append(0, min(4, capacity - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var filling = 0xEC
        while bits.count < capacity {
            append(filling, 8)
            filling ^= 0xEC ^ 0x11
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// The later blocks are one byte longer where the data doesn't divide evenly.
    private static func blocks(
        _ data: [UInt8], _ version: QRVersion
    ) -> [(data: [UInt8], correction: [UInt8])] {
        let shortLength = version.dataCodewords / version.blockCount
        let shortCount = version.blockCount - version.dataCodewords % version.blockCount
        let generator = generator(degree: version.correctionLength)
        var rest = data[...]
        return (0..<version.blockCount).map { number in
            let length = shortLength + (number < shortCount ? 0 : 1)
            let block = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            return (block, remainder(of: block, generator))
        }
    }

    private static func generator(degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in result.indices {
                result[place] = product(result[place], root)
                if place + 1 < result.count { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    private static func remainder(of data: [UInt8], _ generator: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in result.indices { result[place] ^= product(generator[place], factor) }
        }
        return result
    }

    /// In the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.
    private static func product(_ first: UInt8, _ second: UInt8) -> UInt8 {
        var result = 0
        for place in (0..<8).reversed() {
            result = (result << 1) ^ ((result >> 7) * 0x11D)
            if second >> place & 1 == 1 { result ^= Int(first) }
        }
        return UInt8(result)
    }
}
