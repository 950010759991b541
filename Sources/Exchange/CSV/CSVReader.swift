// SPDX-License-Identifier: MIT

/// Reads CSV (RFC 4180) record by record from a stream of bytes, at a memory cost that does not grow with the file.
///
/// Takes CRLF, LF and CR, a byte order mark, quoted fields over several lines, and skips lines with nothing in
/// them. Text after a closing quotation mark belongs to the field, as spreadsheets have it. Every record is
/// checked to be UTF-8, so that a field can be turned into text without a further question.
public struct CSVReader {
    /// What no honest file exceeds; a longer field is nearly always a quotation mark that is missing.
    public struct Limits: Sendable {
        public var fieldBytes = 1 << 20
        public var recordBytes = 4 << 20
        public var fields = 1_000
        /// Records, the header line counted. Rows that are kept cost memory, so there is an end to them.
        public var records = 5_000_000

        public init() {}
    }

    private enum State { case start, field, quoted, afterQuote }

    private let more: () throws(CSVFault) -> [UInt8]
    private let separator: UInt8
    private let limits: Limits
    private var buffer: [UInt8] = []
    private var position = 0
    private var line = 1
    private var quoteLine = 1
    private var state = State.start
    private var isQuoted = false
    private var endedWithCR = false
    private var hasBegun = false
    private var records = 0

    /// Reads what `more` gives until it gives nothing.
    public init(
        separator: UInt8 = UInt8(ascii: ","), limits: Limits = Limits(), more: @escaping () throws(CSVFault) -> [UInt8]
    ) {
        self.separator = separator
        self.limits = limits
        self.more = more
    }

    /// Reads the next record into `record`. False at the end of the file.
    public mutating func next(into record: inout CSVRecord) throws(CSVFault) -> Bool {
        begin(&record)
        while true {
            if position == buffer.count, try !refill() {
                return try finish(&record)
            }
            if try advance(&record) {
                if try isWhole(&record) { return try counted(record) }
                begin(&record)
            }
        }
    }

    private mutating func counted(_ record: CSVRecord) throws(CSVFault) -> Bool {
        records += 1
        if records > limits.records { throw CSVFault(.tooManyRows(limit: limits.records), line: record.line) }
        return true
    }

    private mutating func begin(_ record: inout CSVRecord) {
        record.clear(line: line)
        state = .start
        isQuoted = false
    }

    /// Takes the next run of bytes. True when it ended the record.
    private mutating func advance(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        switch state {
        case .start:
            if endedWithCR {
                endedWithCR = false
                if buffer[position] == .lineFeed {
                    position += 1
                    return false
                }
            }
            state = .field
            if buffer[position] == .quote {
                state = .quoted
                isQuoted = true
                quoteLine = line
                position += 1
            }
            return false
        case .field: return try takePlain(&record)
        case .quoted: try takeQuoted(&record)
        case .afterQuote: takeAfterQuote(&record)
        }
        return false
    }

    private mutating func takePlain(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        let end = endOfPlain()
        take(upTo: end, into: &record)
        try checkSize(of: record)
        if end == buffer.count { return false }
        position += 1
        record.ends.append(record.bytes.count)
        state = .start
        if buffer[end] == separator {
            if record.ends.count >= limits.fields { throw CSVFault(.tooManyFields(limit: limits.fields), line: line) }
            return false
        }
        line += 1
        endedWithCR = buffer[end] == .carriageReturn
        return true
    }

    private mutating func takeQuoted(_ record: inout CSVRecord) throws(CSVFault) {
        let (end, lines) = endOfQuoted()
        line += lines
        take(upTo: end, into: &record)
        try checkSize(of: record)
        if end < buffer.count {
            position += 1
            state = .afterQuote
        }
    }

    private mutating func take(upTo end: Int, into record: inout CSVRecord) {
        // A slice of the array would be counted as another owner of it, once a field.
        buffer.withUnsafeBufferPointer { bytes in
            record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
        }
        position = end
    }

    private func endOfPlain() -> Int {
        let bytes = buffer.span
        var end = position
        while end < bytes.count {
            let byte = bytes[end]
            if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
            end += 1
        }
        return end
    }

    private func endOfQuoted() -> (end: Int, lines: Int) {
        let bytes = buffer.span
        var end = position
        var lines = 0
        while end < bytes.count, bytes[end] != .quote {
            if bytes[end] == .lineFeed { lines += 1 }
            end += 1
        }
        return (end, lines)
    }

    private mutating func takeAfterQuote(_ record: inout CSVRecord) {
        if buffer[position] == .quote {
            record.bytes.append(.quote)
            position += 1
            state = .quoted
        } else {
            state = .field
        }
    }

    private mutating func finish(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        switch state {
        case .quoted:
            throw CSVFault(.quoteNotClosed, line: quoteLine, column: record.count + 1)
        case .start where record.count == 0: return false
        default: record.ends.append(record.bytes.count)
        }
        state = .start
        let isWhole = try isWhole(&record)
        if !isWhole { record.clear(line: line) }
        return isWhole
    }

    private mutating func refill() throws(CSVFault) -> Bool {
        buffer = try more()
        position = 0
        if !hasBegun {
            hasBegun = true
            try begin()
        }
        return !buffer.isEmpty
    }

    /// Looks at the first bytes, however small the pieces that they come in.
    private mutating func begin() throws(CSVFault) {
        while buffer.count < 512 {
            let piece = try more()
            if piece.isEmpty { break }
            buffer += piece
        }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.removeFirst(3) }
        if let kind = TextKind.fault(in: buffer[...]) { throw CSVFault(kind, line: 1) }
    }

    private func checkSize(of record: CSVRecord) throws(CSVFault) {
        if record.bytes.count - (record.ends.last ?? 0) > limits.fieldBytes {
            throw CSVFault(
                .fieldTooLong(limitBytes: limits.fieldBytes), line: record.line, column: record.count + 1)
        }
        if record.bytes.count > limits.recordBytes {
            throw CSVFault(.recordTooLong(limitBytes: limits.recordBytes), line: record.line)
        }
    }

    /// False where the line has nothing in it. Throws where it is not UTF-8.
    private func isWhole(_ record: inout CSVRecord) throws(CSVFault) -> Bool {
        if record.count == 1, !isQuoted, record.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return false }
        let (union, hasZero) = summary(of: record.bytes.span)
        if hasZero { throw CSVFault(.notText("not text"), line: record.line) }
        record.isASCII = union < 0x80
        if !record.isASCII { try checkUTF8(record) }
        return true
    }

    /// All bits that any byte has, and whether one is zero.
    private func summary(of bytes: Span<UInt8>) -> (union: UInt8, hasZero: Bool) {
        var union: UInt8 = 0
        var zeros: UInt8 = 0
        for index in bytes.indices {
            union |= bytes[index]
            zeros |= bytes[index] == 0 ? 1 : 0
        }
        return (union, zeros != 0)
    }

    private func checkUTF8(_ record: CSVRecord) throws(CSVFault) {
        for index in 0..<record.count {
            let field = record.field(index)
            var (codec, bytes, offset) = (UTF8(), field.makeIterator(), 0)
            reading: while true {
                switch codec.decode(&bytes) {
                case .scalarValue(let scalar): offset += UTF8.width(scalar)
                case .emptyInput: break reading
                case .error:
                    let byte = field[field.startIndex + offset]
                    throw CSVFault(.notUTF8(byte: byte), line: record.line, column: index + 1)
                }
            }
        }
    }
}

extension UInt8 {
    fileprivate static let lineFeed: UInt8 = 0x0A
    fileprivate static let carriageReturn: UInt8 = 0x0D
    fileprivate static let quote: UInt8 = 0x22
}
