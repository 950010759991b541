// SPDX-License-Identifier: MIT

/// How many instances of each duty of a protocol stand how.
public struct DutyTotals: Hashable, Sendable {
    private let duties: [String]
    private var counts: [Int]

    init(of pack: ProtocolPack) {
        duties = pack.duties.map(\.id)
        counts = Array(repeating: 0, count: Self.count(of: pack))
    }

    /// How many counts there are.
    static func count(of pack: ProtocolPack) -> Int { pack.duties.count * DutyState.allCases.count }

    /// How many instances of the duty stand so; none where the protocol has no such duty.
    public func count(of duty: String, _ state: DutyState) -> Int {
        duties.firstIndex(of: duty).map { counts[Self.place(of: $0, state)] } ?? 0
    }

    /// How many instances of any duty stand so.
    public func count(_ state: DutyState) -> Int {
        duties.indices.reduce(0) { $0 + counts[Self.place(of: $1, state)] }
    }

    mutating func add(_ change: DutyPast.Change) { add(change.by, at: Self.place(of: change.duty, change.state)) }

    mutating func add(_ count: Int, at place: Int) { counts[place] += count }

    /// The place of a duty's state among all counts.
    static func place(of duty: Int, _ state: DutyState) -> Int { duty * DutyState.allCases.count + state.place }
}

extension DutyState {
    fileprivate var place: Int {
        switch self {
        case .notYet: 0
        case .owed: 1
        case .overdue: 2
        case .done: 3
        case .doneLate: 4
        case .lapsed: 5
        case .missed: 6
        case .waived: 7
        case .agreed: 8
        }
    }
}
