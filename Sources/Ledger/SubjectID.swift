// SPDX-License-Identifier: MIT
import Casework

/// Whose key an entry is sealed under: a kind letter and a number, in eight bytes.
///
/// The ledger does not know what a child or a place is; it knows that each subject has a key of its own, so
/// that destroying one key makes one subject's entries unreadable and no other's.
public struct SubjectID: Hashable, Sendable, CustomStringConvertible {
    /// The letter in the highest byte, the number in the other seven.
    public let rawValue: UInt64

    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// `letter` is an ASCII letter; `number` is below 2⁵⁶.
    public init(letter: Unicode.Scalar, number: UInt64) {
        precondition(letter.isASCII && letter.properties.isAlphabetic, "a subject's kind is an ASCII letter")
        precondition(number < 1 << 56, "a subject's number has at most 56 bits")
        rawValue = UInt64(letter.value) << 56 | number
    }

    /// A child's own history.
    public static func child(_ number: UInt64) -> SubjectID { SubjectID(letter: "C", number: number) }

    /// What belongs to the partnership as a whole and to no child.
    public static let partnership = SubjectID(letter: "P", number: 0)

    public var letter: Unicode.Scalar { Unicode.Scalar(UInt8(rawValue >> 56)) }

    public var number: UInt64 { rawValue & (1 << 56 - 1) }

    public var description: String { "\(letter)\(number)" }
}

extension SubjectID {
    /// The subject under whose key an event is sealed: the child's, or the partnership's.
    public init(of event: Event) {
        self = event.child.map { .child(UInt64($0.number)) } ?? .partnership
    }
}
