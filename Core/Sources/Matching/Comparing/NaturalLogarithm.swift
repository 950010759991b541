// SPDX-License-Identifier: MIT

/// Logarithm and exponential without a C library, so that an answer is the same to the last bit on every machine.
enum NaturalLogarithm {
    private static let ofTwo = 0.693_147_180_559_945_3

    /// Of a positive number; series of the inverse hyperbolic tangent over the significand.
    static func of(_ number: Double) -> Double {
        precondition(number > 0, "only a positive number has a logarithm")
        var significand = number.significand
        var exponent = Double(number.exponent)
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for divisor in stride(from: 1.0, through: 23, by: 2) {
            sum += term / divisor
            term *= square
        }
        return 2 * sum + exponent * ofTwo
    }

    /// e to the power of `number`; 0 below −700, and as for 700 above it.
    static func exponential(_ number: Double) -> Double {
        if number < -700 { return 0 }
        let bounded = min(number, 700)
        let twos = (bounded / ofTwo).rounded()
        let rest = bounded - twos * ofTwo
        var term = 1.0
        var sum = 1.0
        for divisor in stride(from: 1.0, through: 14, by: 1) {
            term *= rest / divisor
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(twos), significand: 1)
    }
}
