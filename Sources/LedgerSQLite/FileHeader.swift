// SPDX-License-Identifier: MIT
import Ledger

/// The first hundred bytes of an SQLite file, as ours always are; the counters among them may have any value.
///
/// The form is that of <https://www.sqlite.org/fileformat2.html#the_database_header>.
enum FileHeader {
    static let byteCount = 100

    /// What is not as we make it.
    static func faults(in path: String) throws(LedgerFault) -> [Finding] {
        var header: [UInt8] = []
        try FileBytes.goThrough(path) { piece in
            header.append(contentsOf: piece.prefix(byteCount - header.count))
            return header.count < byteCount
        }
        guard header.count == byteCount else { return [fault("its header is cut short")] }
        // As long as all that was ever written is in the write-ahead log, the file itself has no tables.
        let waiting = try FileBytes.size(of: path + "-wal") ?? 0
        let isEmpty = header[44..<48] == [0, 0, 0, 0] && 0 < waiting
        let form = isEmpty ? 0 : 4 as UInt8
        let text = isEmpty ? 0 : 1 as UInt8
        let expected: [(Range<Int>, [[UInt8]], String)] = [
            (0..<16, [Array("SQLite format 3\0".utf8)], "its first words"),
            // A backup is a single file; a ledger in use has a write-ahead log.
            (18..<20, [[1, 1], [2, 2]], "how it is written"),
            (20..<24, [[0, 64, 32, 32]], "how its pages are divided"),
            (44..<48, [[0, 0, 0, form]], "its form"),
            (52..<60, [[0, 0, 0, 0, 0, 0, 0, text]], "its text"),
            (64..<68, [[0, 0, 0, 0]], "its vacuuming"),
            (72..<92, [[UInt8](repeating: 0, count: 20)], "what is kept for later versions"),
        ]
        var faults = expected.filter { !$0.1.contains(Array(header[$0.0])) }.map { fault("the header's \($0.2)") }
        if header[24..<28] != header[92..<96] { faults.append(fault("the header's count of changes")) }
        return faults
    }

    private static func fault(_ detail: String) -> Finding { Finding(kind: .structureWrong, detail: detail) }
}
