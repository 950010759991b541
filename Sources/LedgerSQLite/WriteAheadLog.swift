// SPDX-License-Identifier: MIT
import Ledger

/// SQLite's write-ahead log as it lies on the disk. SQLite passes over everything from the first write on that is not
/// whole, without a word, since a power cut may leave one such write at the end. Here it is looked at more closely.
///
/// The form is that of <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
enum WriteAheadLog {
    private static let headerInBytes = 32
    private static let frameHeaderInBytes = 24
    private static let marks: Set<UInt32> = [0x377F_0682, 0x377F_0683]

    /// What is wrong with the log, which nobody may be writing to; nothing where there is none or it is whole.
    static func damage(in path: String) throws(LedgerFault) -> String? {
        guard let size = try FileBytes.size(of: path), 0 < size else { return nil }
        let bytes = try OwnerOnlyFile.read(path)
        return bytes.withUnsafeBytes { damage(in: $0) }
    }

    private static func damage(in log: UnsafeRawBufferPointer) -> String? {
        guard headerInBytes <= log.count, marks.contains(number(log, 0)) else { return "its header" }
        var sum = Checksum(isBigEndian: number(log, 0) & 1 == 1)
        sum.add(log, 0..<24)
        guard sum.is(log, at: 24) else { return "its header" }
        let frame = frameHeaderInBytes + Int(number(log, 8))
        let salts = (number(log, 16), number(log, 20))
        func belongs(_ start: Int) -> (Bool, Bool) {
            (number(log, start + 8) == salts.0, number(log, start + 12) == salts.1)
        }
        var start = headerInBytes
        while start + frame <= log.count {
            let isOfThisLog = belongs(start)
            sum.add(log, start..<start + 8)
            sum.add(log, start + frameHeaderInBytes..<start + frame)
            let isWhole = sum.is(log, at: start + 16)
            if isOfThisLog != (true, true) || !isWhole {
                // What was left of an earlier log agrees in neither number.
                let later = stride(from: start + frame, through: log.count - frame, by: frame)
                let isEnd = isOfThisLog == (false, false) && !later.contains { belongs($0) == (true, true) }
                return isEnd ? nil : "from its write \((start - headerInBytes) / frame + 1) on"
            }
            start += frame
        }
        return nil
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    /// The running sum over pairs of 32-bit numbers.
    private struct Checksum {
        let isBigEndian: Bool
        private var sums: (UInt32, UInt32) = (0, 0)

        init(isBigEndian: Bool) {
            self.isBigEndian = isBigEndian
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
            for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                let second = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
                sums.0 &+= (isBigEndian ? UInt32(bigEndian: first) : UInt32(littleEndian: first)) &+ sums.1
                sums.1 &+= (isBigEndian ? UInt32(bigEndian: second) : UInt32(littleEndian: second)) &+ sums.0
            }
        }

        func `is`(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
            number(bytes, place) == sums.0 && number(bytes, place + 4) == sums.1
        }
    }
}
