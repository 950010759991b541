// SPDX-License-Identifier: MIT
import Ledger

/// What every kind of leases must do, as checks over two that look at the same ones. No check waits.
public struct LeaseContract: Sendable, CustomStringConvertible {
    /// A sentence that says what is so.
    public let sentence: String
    public let check: @Sendable (_ one: any Leases, _ another: any Leases) throws -> Void

    public var description: String { sentence }

    public static let all = [
        LeaseContract("a lease is one holder's, who may renew it") { one, another in
            try expect(try one.take("wake-ups", as: "a", forSeconds: 600), "the first has it")
            try expect(try !another.take("wake-ups", as: "b", forSeconds: 600), "the second has not")
            try expect(try one.take("wake-ups", as: "a", forSeconds: 600), "the first goes on")
            try expect(try another.take("accounts", as: "b", forSeconds: 600), "another lease is another's")
        },
        LeaseContract("a lease that ran out is anybody's") { one, another in
            try expect(try one.take("wake-ups", as: "a", forSeconds: 0), "the first has it")
            try expect(try another.take("wake-ups", as: "b", forSeconds: 600), "now the second has it")
            try expect(try !one.take("wake-ups", as: "a", forSeconds: 600), "and the first no more")
        },
        LeaseContract("a lease that was given up is anybody's, and only its holder gives it up") { one, another in
            try expect(try one.take("wake-ups", as: "a", forSeconds: 600), "the first has it")
            try another.release("wake-ups", as: "b")
            try expect(try !another.take("wake-ups", as: "b", forSeconds: 600), "the first has it still")
            try one.release("wake-ups", as: "a")
            try expect(try another.take("wake-ups", as: "b", forSeconds: 600), "now the second has it")
        },
        LeaseContract("a holder may be several processes") { one, another in
            try expect(try one.take("accounts", as: "one machine", forSeconds: 600), "the first has it")
            try expect(try another.take("accounts", as: "one machine", forSeconds: 600), "and so has the second")
            try expect(try !another.take("accounts", as: "another machine", forSeconds: 600), "and nobody else")
        },
    ]

    init(
        _ sentence: String, _ check: @escaping @Sendable (_ one: any Leases, _ another: any Leases) throws -> Void
    ) {
        (self.sentence, self.check) = (sentence, check)
    }
}
