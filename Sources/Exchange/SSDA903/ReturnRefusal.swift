// SPDX-License-Identifier: MIT
import Analysis

/// Why a return was not read: one sentence a file.
public struct ReturnRefusal: Error, Hashable, Sendable {
    public struct Reason: Error, Hashable, Sendable {
        public let file: String
        public let sentence: String
    }

    public let reasons: [Reason]

    public init(_ reasons: [Reason]) {
        self.reasons = reasons
    }

    public init(file: String, _ sentence: String) {
        reasons = [Reason(file: file, sentence: sentence)]
    }

    /// One line a file.
    public var sentence: String {
        reasons.map { "\($0.file): \($0.sentence)" }.joined(separator: "\n")
    }
}

/// What one file turned out to be.
public struct FileRead: Hashable, Sendable {
    public let file: String
    public let table: Table903
    /// How many rows it has, its header line not counted.
    public let rows: Int
    public let isLastYear: Bool
}
