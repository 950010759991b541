// SPDX-License-Identifier: MIT
import Analysis

extension Sequence<String> {
    /// “a”, “a and b”, “a, b and c”.
    var listed: String {
        let words = Array(self)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// The name of a column so that an empty one can be seen.
    var shownName: String { isEmpty ? "a column without a name" : String(self) }
}

/// 1 child, 2 children.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number.grouped) \(number == 1 ? one : many)"
}
