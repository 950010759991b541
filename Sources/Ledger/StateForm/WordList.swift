// SPDX-License-Identifier: MIT
import Casework

/// Words by number, as one snapshot numbers them: the list stands at its beginning, so that a later version with
/// more words, or in another order, still reads it right.
struct WordList<Word: Hashable & Sendable> {
    private var words: [Word] = []

    static func write(_ words: [Word], named name: (Word) -> String, to bytes: inout ByteWriter) {
        bytes.number(words.count)
        for word in words { bytes.string(name(word)) }
    }

    init(_ bytes: inout ByteReader, named find: (String) -> Word?) throws(StateFormFault) {
        for _ in 0..<(try bytes.count()) {
            let name = try bytes.string()
            guard let word = find(name) else { throw .unknownWord(name) }
            words.append(word)
        }
    }

    func word(_ bytes: inout ByteReader) throws(StateFormFault) -> Word {
        let place = try bytes.number()
        guard place < UInt64(words.count) else { throw bytes.fault }
        return words[Int(place)]
    }
}
