// SPDX-License-Identifier: MIT

import WorkingTime

/// Learns the weights from questions whose answer is known.
///
/// Each question is a choice between its candidates and “none of them”; the weights are those under which the known
/// answers are likeliest, held by a ridge near what is known beforehand. Because a choice is learned, the rivals of one household are
/// learned as rivals, never as matches.
public struct WeightTraining: Sendable {
    struct Choice: Sendable {
        /// For each candidate its findings.
        var candidates: [[(index: Int32, size: Float)]] = []
        /// The true candidate; nil where the child is in no register.
        var truth: Int?
        /// Whether there is anything to learn from it: a child whom no key finds teaches nothing.
        var isOpen = true
        /// Logarithm of the register's size.
        var logCount: Float = 0
    }

    private var choices: [Choice] = []

    public init() {}

    /// Adds a question whose answer is the child called `truth`, or nobody.
    public mutating func add(_ child: SoughtChild, truth: String?, _ matcher: Matcher) {
        var memo = LikenessMemo()
        let compared = matcher.compare(matcher.register.sought(child), &memo)
        var choice = Choice()
        choice.logCount = Float(NaturalLogarithm.of(Double(matcher.register.count + 10)))
        for one in compared {
            if one.reference == truth { choice.truth = choice.candidates.count }
            var findings: [(index: Int32, size: Float)] = []
            Features.each(of: one.evidence) { findings.append((Int32($0), $1)) }
            choice.candidates.append(findings)
        }
        choice.isOpen = truth == nil || choice.truth != nil
        choices.append(choice)
    }

    public var count: Int { choices.count }

    /// - Parameters:
    ///   - ridge: How strongly a weight is held near what is known beforehand.
    ///   - rounds: Steps of the descent.
    public func learned(ridge: Float = 0.5, rounds: Int = 400, isUsed: (Int) -> Bool = { _ in true }) -> Weights {
        let beforehand = Weights.beforehand
        var weights = beforehand
        var first = [Float](repeating: 0, count: Features.count)
        var second = first
        let used = choices.indices.filter { choices[$0].isOpen && isUsed($0) }
        for round in 1...rounds {
            let gradient = gradient(weights, used, from: beforehand, ridge: ridge)
            let rate = 0.3 / (1 + 4 * Float(round) / Float(rounds))
            let (early, late) = (1 - power(0.9, round), 1 - power(0.99, round))
            for index in gradient.indices {
                first[index] = 0.9 * first[index] + 0.1 * gradient[index]
                second[index] = 0.99 * second[index] + 0.01 * gradient[index] * gradient[index]
                if second[index] == 0 { continue }
                weights.values[index] -= rate * (first[index] / early) / ((second[index] / late).squareRoot() + 1e-6)
            }
        }
        return weights
    }

    private func power(_ base: Float, _ exponent: Int) -> Float {
        var answer: Float = 1
        for _ in 0..<exponent { answer *= base }
        return answer
    }

    private func gradient(_ weights: Weights, _ used: [Int], from beforehand: Weights, ridge: Float) -> [Float] {
        var gradient = zip(weights.values, beforehand.values).map { ($0 - $1) * ridge }
        gradient[Features.unknownChild] = 0
        var scores: [Float] = []
        for number in used {
            let choice = choices[number]
            scores.removeAll(keepingCapacity: true)
            let unknown = weights.values[Features.unknownChild] + choice.logCount
            var top = unknown
            for findings in choice.candidates {
                var sum: Float = 0
                for finding in findings { sum += weights.values[Int(finding.index)] * finding.size }
                scores.append(sum)
                top = max(top, sum)
            }
            var all = Float(NaturalLogarithm.exponential(Double(unknown - top)))
            let none = all
            for index in scores.indices {
                let difference = scores[index] - top
                scores[index] = difference < -20 ? 0 : Float(NaturalLogarithm.exponential(Double(difference)))
                all += scores[index]
            }
            gradient[Features.unknownChild] += none / all - (choice.truth == nil ? 1 : 0)
            for index in scores.indices {
                let share = scores[index] / all - (choice.truth == index ? 1 : 0)
                if share == 0 { continue }
                for finding in choice.candidates[index] { gradient[Int(finding.index)] += share * finding.size }
            }
        }
        return gradient
    }
}

extension Weights {
    /// What is known before anything is learned: a number that is given to one child alone speaks for itself, however
    /// few questions carry one.
    static let beforehand: Weights = {
        var weights = Weights()
        for (number, differs) in [(Features.nhsNumber, -6), (Features.pupilNumber, -6), (Features.caseReference, -3)] {
            weights.values[number + Int(Evidence.Identifier.same.rawValue)] = 9
            weights.values[number + Int(Evidence.Identifier.slip.rawValue)] = 4
            weights.values[number + Int(Evidence.Identifier.differs.rawValue)] = Float(differs)
        }
        weights.values[Features.unknownChild] = -2
        return weights
    }()
}
