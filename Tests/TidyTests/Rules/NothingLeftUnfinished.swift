// SPDX-License-Identifier: MIT
import Testing

/// Marks of work put off. Written in two parts, so that this file does not find itself.
private let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]

func unfinishedMarks(in file: SourceFile) -> [Finding] {
    guard !file.isMarkdown else { return [] }
    return marks.flatMap { mark in
        wholeWords(mark, in: file.bytes).map {
            Finding(file, line: file.line(at: $0), "\(mark): do it now, or open an issue and take the mark out")
        }
    }
}

@Suite struct `Nothing is left unfinished` {
    @Test func `in any file`() {
        expectNone(Repository.files.flatMap(unfinishedMarks))
    }

    @Test func `under any of the usual marks`() {
        let file = SourceFile(path: "scripts/given", text: "a\n# \(marks[0]): b\n\(marks[1]) \(marks[2])\n")
        #expect(unfinishedMarks(in: file).map(\.line) == [2, 3, 3])
    }

    @Test func `and longer words are not marks`() {
        let file = SourceFile(path: "scripts/given", text: "mktemp \(marks[2])\(marks[2]); \(marks[0])S=1")
        #expect(unfinishedMarks(in: file).isEmpty)
    }
}
