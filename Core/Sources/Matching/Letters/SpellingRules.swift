// SPDX-License-Identifier: MIT

/// How one sound is written in different ways, so that two spellings of a name fold into one.
///
/// The rules are data: an area edits `Names/spellings.csv`. Of several that fit in one place the longest holds.
public struct SpellingRules: Sendable {
    public enum Place: String, Sendable, CaseIterable {
        case anywhere
        case start
        case end
        /// Only in the second reading of a name, which is tried beside the first: Somali writes `x` for the h of
        /// Hassan and `c` for a sound that English leaves out.
        case secondReading = "second"
        case secondReadingStart = "second-start"
    }

    public struct Rule: Sendable {
        public var place: Place
        public var written: String
        public var read: String

        public init(place: Place, written: String, read: String) {
            self.place = place
            self.written = written
            self.read = read
        }
    }

    private struct Step {
        let written: Letters
        let count: Int
        let read: Letters
    }

    /// By first letter, the longest first.
    private let anywhere: [[Step]]
    private let start: [[Step]]
    private let end: [[Step]]
    private let second: [[Step]]
    private let secondStart: [[Step]]

    public init(_ rules: [Rule]) {
        func steps(_ place: Place) -> [[Step]] {
            var byFirst = [[Step]](repeating: [], count: 32)
            for rule in rules where rule.place == place {
                let written = Letters(codes: rule.written)
                if written.isEmpty { continue }
                byFirst[Int(written[0])].append(
                    Step(written: written, count: written.count, read: Letters(codes: rule.read)))
            }
            return byFirst.map { $0.sorted { $1.count < $0.count } }
        }
        anywhere = steps(.anywhere)
        start = steps(.start)
        end = steps(.end)
        second = steps(.secondReading)
        secondStart = steps(.secondReadingStart)
    }

    /// The name as it is heard: doubled letters once, every sound by one letter.
    func folded(_ name: Letters) -> Letters { fold(name, reading: anywhere, starting: start) }

    /// The second reading, or nil where no rule of it touches the name.
    func foldedSecond(_ name: Letters) -> Letters? {
        var plain = Letters()
        var isTouched = false
        var index = 0
        let count = name.count
        while index < count {
            let starting = index == 0 ? step(in: secondStart, of: name, at: 0, count: count, mustEnd: false) : nil
            if let step = starting ?? step(in: second, of: name, at: index, count: count, mustEnd: false) {
                plain.append(contentsOf: step.read)
                index += step.count
                isTouched = true
            } else {
                plain.append(name[index])
                index += 1
            }
        }
        return isTouched && plain.count > 1 ? folded(plain) : nil
    }

    private func fold(_ name: Letters, reading: [[Step]], starting: [[Step]]) -> Letters {
        var answer = Letters()
        var last: UInt8 = 0
        var index = 0
        let count = name.count
        while index < count {
            let found =
                (index == 0 ? step(in: starting, of: name, at: 0, count: count, mustEnd: false) : nil)
                ?? (index > 0 ? step(in: end, of: name, at: index, count: count, mustEnd: true) : nil)
                ?? step(in: reading, of: name, at: index, count: count, mustEnd: false)
            if let found {
                for position in 0..<found.read.count { take(found.read[position], &answer, &last) }
                index += found.count
            } else {
                take(name[index], &answer, &last)
                index += 1
            }
        }
        return answer.isEmpty ? name : answer
    }

    private func take(_ code: UInt8, _ answer: inout Letters, _ last: inout UInt8) {
        if code != last { answer.append(code) }
        last = code
    }

    private func step(in steps: [[Step]], of name: Letters, at index: Int, count: Int, mustEnd: Bool) -> Step? {
        let candidates = steps[Int(name[index])]
        if candidates.isEmpty { return nil }
        for step in candidates where index + step.count <= count && (!mustEnd || index + step.count == count) {
            var position = 1
            while position < step.count, step.written[position] == name[index + position] { position += 1 }
            if position == step.count { return step }
        }
        return nil
    }
}
