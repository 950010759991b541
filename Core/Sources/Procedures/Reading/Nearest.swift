// SPDX-License-Identifier: MIT

/// What somebody most likely meant, for whoever else answers people who misspell.
public enum Spelling {
    /// The word of `words` that was most likely meant by `written`; nil where none is near.
    public static func nearest(_ written: String, among words: [String]) -> String? {
        Procedures.nearest(written, among: words)
    }
}

/// The word of `words` that was most likely meant by `written`; nil where none is near.
func nearest(_ written: String, among words: [String]) -> String? {
    let limit = written.utf8.count <= 2 ? 1 : max(2, written.utf8.count / 3)
    guard written.utf8.count <= 60 else { return nil }
    let letters = Array(written.lowercased().utf8)
    var best: (word: String, distance: Int)?
    for word in words {
        let distance = editDistance(letters, Array(word.lowercased().utf8))
        if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
    }
    return best?.word
}

/// Words that may stand somewhere, those nearest to what stands there first where there are many.
func nearestFirst(_ words: [String], to written: String) -> [String] {
    guard words.count > 24, written.utf8.count <= 60 else { return words }
    let letters = Array(written.lowercased().utf8)
    let distances = words.enumerated().map { ($0.offset, editDistance(letters, Array($0.element.lowercased().utf8))) }
    return distances.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { words[$0.0] }
}

/// How many letters must be added, left out, changed or swapped with their neighbour.
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
        var current = [row + 1]
        for column in 0..<second.count {
            let change = last[column] + (first[row] == second[column] ? 0 : 1)
            var least = min(change, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                least = min(least, beforeLast[column - 1] + 1)
            }
            current.append(least)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
