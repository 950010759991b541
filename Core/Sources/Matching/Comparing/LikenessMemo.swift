// SPDX-License-Identifier: MIT

/// Remembers how alike words are, because the same names are compared over and over.
///
/// It forgets what falls into a place that is taken; forgetting changes the time and never an answer.
struct LikenessMemo: Sendable {
    private var keys: [UInt64]
    private var values: [Likeness]
    private let mask: Int

    init(places: Int = 2_048) {
        precondition(places & (places - 1) == 0, "a power of two finds its place by a mask")
        keys = [UInt64](repeating: 0, count: places)
        values = [Likeness](repeating: .absent, count: places)
        mask = places - 1
    }

    /// How alike the sought word, the `index`th of its name, and a word of the book are.
    @inline(__always)
    mutating func likeness(_ index: Int, _ word: Sought.Word, _ other: Int, _ book: WordBook) -> Likeness {
        if word.number == other { return .same }
        let first = word.number.map { UInt64($0) + 256 } ?? UInt64(index)
        let key = (first << 32 | UInt64(other)) &+ 1
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        if keys[place] == key { return values[place] }
        let likeness = Likeness.of(word.form, book.forms[other])
        keys[place] = key
        values[place] = likeness
        return likeness
    }
}
