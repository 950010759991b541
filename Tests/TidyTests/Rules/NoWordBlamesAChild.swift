// SPDX-License-Identifier: MIT
import Testing

/// Words that put the harm on the child, with what to write. A stem ends in `*` and finds every ending of it.
private let blaming: [(words: String, instead: String)] = [
    ("abscond*", "goes missing, went missing, or away without authorisation"),
    ("promiscuous", "say what is known to have happened to the child"),
    ("attention seeking", "say what the child did, and what they may need"),
    ("attention-seeking", "say what the child did, and what they may need"),
    ("streetwise", "say what the child knows and what the risk is"),
    ("putting themselves at risk", "is at risk from; is being harmed by"),
    ("puts themselves at risk", "is at risk from; is being harmed by"),
    ("placing themselves at risk", "is at risk from; is being harmed by"),
    ("lifestyle choice", "say who is exploiting the child, and how"),
    ("prostitut*", "sexual exploitation"),
    ("sexually active with", "say what was done to the child, and by whom"),
    ("failed to engage", "say what was offered and what the child said"),
    ("refuses to engage", "say what was offered and what the child said"),
    ("manipulative", "say what the child did, and what they may need"),
    ("troublesome", "say what happened"),
]

func blamingWords(in file: SourceFile) -> [Finding] {
    guard file.isUnder("Sources", "Core/Sources", "Protocols", "docs", "Scenarios") else { return [] }
    let text = lowercasedASCII(file.bytes)
    return blaming.flatMap { words, instead in
        hits(of: words, in: text).map {
            Finding(file, line: file.line(at: $0), "“\(words)” blames the child: \(instead)")
        }
    }
}

private func hits(of words: String, in text: [UInt8]) -> [Int] {
    guard words.hasSuffix("*") else { return wholeWords(words, in: text) }
    return occurrences(of: String(words.dropLast()), in: text).filter { $0 == 0 || !isWordPart(text[$0 - 1]) }
}

@Suite struct `No word blames a child` {
    @Test func `in what people are shown or read`() {
        expectNone(Repository.files.flatMap(blamingWords))
    }

    @Test func `in any form`() {
        check("She Absconded.\nHe is streetwise.\nfine\nnot attention seeking", finds: [1, 2, 4])
    }

    @Test func `and running away is no blame`() {
        check("the Runaway and Missing From Home and Care protocol", finds: [])
    }

    private func check(_ text: String, finds lines: [Int]) {
        let file = SourceFile(path: "Protocols/given.yaml", text: text)
        #expect(blamingWords(in: file).map(\.line).sorted() == lines)
    }
}
