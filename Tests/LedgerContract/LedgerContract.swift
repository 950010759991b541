// SPDX-License-Identifier: MIT
import Ledger

/// What every store must do, as checks that a store's tests run one by one over an empty store.
public struct LedgerContract: Sendable, CustomStringConvertible {
    /// A sentence that says what is so.
    public let sentence: String
    public let check: @Sendable (any LedgerStore) async throws -> Void

    public var description: String { sentence }

    public static let all: [LedgerContract] = beginning + appending + reading + keys

    init(_ sentence: String, _ check: @escaping @Sendable (any LedgerStore) async throws -> Void) {
        self.sentence = sentence
        self.check = check
    }
}

/// A check that did not hold.
public struct ContractBroken: Error, CustomStringConvertible {
    public let description: String
}

func expect(_ isSo: Bool, _ says: String, line: Int = #line) throws {
    guard isSo else { throw ContractBroken(description: "\(says) (line \(line))") }
}

func expectFault(_ fault: LedgerFault, line: Int = #line, _ body: () throws -> Void) throws {
    do {
        try body()
    } catch let thrown as LedgerFault {
        guard thrown == fault else {
            throw ContractBroken(description: "expected \(fault), got \(thrown) (line \(line))")
        }
        return
    }
    throw ContractBroken(description: "expected \(fault), got none (line \(line))")
}
