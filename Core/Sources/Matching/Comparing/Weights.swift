// SPDX-License-Identifier: MIT

/// What each finding weighs, in natural logarithms of odds: learned once from labelled pairs and shipped.
///
/// How rare a name, a birth date or a home is comes from the register at hand, and so does how many children there
/// are to be mistaken for the one who is sought.
public struct Weights: Sendable, Equatable {
    var values: [Float]

    /// No finding weighs anything.
    public init() {
        values = [Float](repeating: 0, count: Features.count)
    }

    /// Those named; a finding that is not named weighs nothing. Nil where one is named that there is not.
    public init?(_ named: [(name: String, weight: Float)]) {
        self.init()
        for (name, weight) in named {
            guard let index = Features.names.firstIndex(of: name) else { return nil }
            values[index] = weight
        }
    }

    /// By name, those that weigh anything.
    public var named: [(name: String, weight: Float)] {
        zip(Features.names, values).filter { $0.1 != 0 }.map { (name: $0, weight: $1) }
    }

    /// What the evidence weighs for its being one child: the sum over all findings.
    func weight(of evidence: Evidence) -> Float {
        var sum: Float = 0
        Features.each(of: evidence) { index, size in sum += values[index] * size }
        return sum
    }

    /// What it weighs, before anything is known, that the child who is sought is none of `count` children.
    func weightOfUnknown(among count: Int) -> Float {
        values[Features.unknownChild] + Float(NaturalLogarithm.of(Double(count + 10)))
    }
}
