// SPDX-License-Identifier: MIT
import Testing

private let mostLines = 300

func longFiles(_ file: SourceFile) -> [Finding] {
    guard file.isSwift, file.lineCount > mostLines else { return [] }
    return [
        Finding(file, line: mostLines + 1, "\(file.lineCount) lines: part it by what it does; \(mostLines) at most")
    ]
}

@Suite struct `Swift files stay short` {
    @Test func `in the whole repository`() {
        expectNone(Repository.files.flatMap(longFiles))
    }

    @Test func `which is three hundred lines`() {
        check(lines: 300, finds: 0)
        check(lines: 301, finds: 1)
    }

    private func check(lines: Int, finds count: Int) {
        let file = SourceFile(path: "Given.swift", text: String(repeating: "a\n", count: lines))
        #expect(longFiles(file).count == count)
    }
}
