// SPDX-License-Identifier: MIT

/// The word of `words` that was most likely meant by `written`; nil where none is near.
func nearest(_ written: String, among words: [String]) -> String? {
    let limit = max(2, written.utf8.count / 3)
    guard written.utf8.count <= 60 else { return nil }
    var best: (word: String, distance: Int)?
    for word in words {
        let distance = editDistance(Array(written.utf8), Array(word.utf8))
        if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
    }
    return best?.word
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
