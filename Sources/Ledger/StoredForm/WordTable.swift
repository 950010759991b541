// SPDX-License-Identifier: MIT
/// Finds a word's meaning from its UTF-8 bytes without making a string of them.
struct WordTable<Meaning: Sendable>: Sendable {
    private struct Slot: Sendable {
        let bytes: [UInt8]
        let meaning: Meaning
    }

    private var slots: [Slot?]
    private let mask: Int

    init(_ words: [(String, Meaning)]) {
        var size = 16
        while size < words.count * 4 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        mask = size - 1
        for (word, meaning) in words {
            let bytes = Array(word.utf8)
            var place = Self.hash(bytes[...]) & mask
            while slots[place] != nil { place = (place + 1) & mask }
            slots[place] = Slot(bytes: bytes, meaning: meaning)
        }
    }

    subscript(word: ArraySlice<UInt8>) -> Meaning? {
        var place = Self.hash(word) & mask
        while let slot = slots[place] {
            if slot.bytes.count == word.count, slot.bytes.elementsEqual(word) { return slot.meaning }
            place = (place + 1) & mask
        }
        return nil
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }
}
