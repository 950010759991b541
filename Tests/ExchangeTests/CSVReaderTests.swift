// SPDX-License-Identifier: MIT
import Testing

@testable import Exchange

@Suite struct `A CSV reader` {
    @Test func `takes CRLF, LF and CR, and skips lines with nothing in them`() throws {
        try check("a,b\r\n1,2\n\n  \n3,4\r5,6", reads: [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    }

    @Test func `takes off a byte order mark`() throws {
        try check("\u{FEFF}a,b\n1,2\n", reads: [["a", "b"], ["1", "2"]])
    }

    @Test func `takes quoted commas, doubled quotes and lines within a field`() throws {
        try check(
            "a,\"b,c\"\n\"say \"\"no\"\"\",\"two\nlines\"\n\"\",x\"y\n\"ab\"c,d\n",
            reads: [["a", "b,c"], ["say \"no\"", "two\nlines"], ["", "x\"y"], ["abc", "d"]])
    }

    @Test func `keeps empty fields, the last of a line too`() throws {
        try check("a,,\n,,\n\"\"\n", reads: [["a", "", ""], ["", "", ""], [""]])
        try check("a,", reads: [["a", ""]])
    }

    @Test func `counts lines through quoted fields`() throws {
        var reader = CSVReader(bytes: Array("a\n\"x\ny\"\r\nb\n".utf8))
        var record = CSVRecord()
        var lines: [Int] = []
        while try reader.next(into: &record) { lines.append(record.line) }
        #expect(lines == [1, 2, 4])
    }

    @Test func `says where a quotation mark is never closed`() {
        check("a,b\n1,\"2\n3,4\n", fails: CSVFault(.quoteNotClosed, line: 2, column: 2))
    }

    @Test func `says where a byte is not UTF-8, and what it may be`() {
        let bytes = Array("name\nZo".utf8) + [0xEB] + Array(",1\n".utf8)
        let fault = CSVFault(.notUTF8(byte: 0xEB), line: 2, column: 1)
        check(bytes, fails: fault)
        #expect(fault.sentence.contains("“ë”"))
    }

    @Test(arguments: [
        ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0x61, 0, 0x62, 0, 0x0A, 0], "UTF-16"),
        (Array("PK\u{3}\u{4}zz".utf8), "Excel"),
        (Array("%PDF-1.7".utf8), "PDF"), (Array("\n<?xml version='1.0'?>".utf8), "XML"),
        ([0x61, 0x62, 0, 0x63], "not text"),
    ])
    func `names what is not CSV`(bytes: [UInt8], name: String) throws {
        var reader = CSVReader(bytes: bytes)
        var record = CSVRecord()
        let fault = #expect(throws: CSVFault.self) { try reader.next(into: &record) }
        #expect(fault?.sentence.contains(name) == true)
    }

    @Test func `stops at fields, records and lines that no honest file has`() {
        var limits = CSVReader.Limits()
        (limits.fieldBytes, limits.recordBytes, limits.fields) = (4, 6, 3)
        check(Array("abcde".utf8), limits, fails: CSVFault(.fieldTooLong(limitBytes: 4), line: 1, column: 1))
        check(Array("abcd,efg".utf8), limits, fails: CSVFault(.recordTooLong(limitBytes: 6), line: 1))
        (limits.records, limits.fields) = (2, 3)
        check(Array("a\nb\nc\n".utf8), limits, fails: CSVFault(.tooManyRows(limit: 2), line: 3))
        check(Array("a\n,,,,".utf8), limits, fails: CSVFault(.tooManyFields(limit: 3), line: 2))
    }

    private func check(_ text: String, reads expected: [[String]]) throws {
        for chunk in [1, 2, 3, 7, 1000] {
            var reader = CSVReader(bytes: Array(text.utf8), chunkBytes: chunk)
            var record = CSVRecord()
            var rows: [[String]] = []
            while try reader.next(into: &record) { rows.append((0..<record.count).map(record.text)) }
            #expect(rows == expected, "in pieces of \(chunk)")
        }
    }

    private func check(_ text: String, fails fault: CSVFault) {
        check(Array(text.utf8), fails: fault)
    }

    private func check(_ bytes: [UInt8], _ limits: CSVReader.Limits = .init(), fails fault: CSVFault) {
        var reader = CSVReader(bytes: bytes, limits: limits)
        var record = CSVRecord()
        #expect(throws: fault) { while try reader.next(into: &record) {} }
    }
}
