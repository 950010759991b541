// SPDX-License-Identifier: MIT

import WorkingTime

/// The accounts of one episode side by side, and where they differ.
///
/// Each stays as it was received. Times differ where they cannot both be so; "about ten" is taken to half an hour. What
/// an account does not say differs from nothing. Texts are compared by those who read them, and not here.
public struct Discrepancies: Hashable, Sendable {
    /// What two accounts say of one matter, where it is not the same.
    public struct Difference: Hashable, Sendable {
        public let key: DetailKey
        /// What each account says that says anything of it, in the order of the accounts.
        public let said: [Said]
        /// How somebody settled it since; nil while it is open.
        public let settled: Settlement?

        public var isOpen: Bool { settled == nil }
    }

    public struct Said: Hashable, Sendable {
        public let account: AgencyAccount
        public let value: DetailValue
    }

    /// That somebody chose what counts. The reason stays in the ledger at ``position``.
    public struct Settlement: Hashable, Sendable {
        public let position: Position
        public let by: Role
        public let at: Instant
        /// Whose account counts, where one was chosen as a whole.
        public let agency: String?
        /// What counts, where it was said.
        public let value: DetailValue?
    }

    /// What is compared: when the child went, was last seen and came back, from where, as what, and who was told.
    public static let compared: [DetailKey] = [.missingSince, .lastSeen, .until, .from, .kind, .to]

    public let accounts: [AgencyAccount]
    public let differences: [Difference]

    public var open: [Difference] { differences.filter(\.isOpen) }

    public init(of episode: Episode) {
        let standing = episode.history.standing
        accounts = standing.filter { $0.word == .reported || $0.word == .accountReceived }.map(AgencyAccount.init)
            .sorted { $0.position < $1.position }
        let settlements = standing.filter { $0.word == .accountSettled }.sorted { $0.position < $1.position }
        let back = standing.last { $0.word == .returned }
        guard 1 < accounts.count || (back != nil && accounts.contains { $0.details[.until] != nil }) else {
            differences = []
            return
        }
        let told = accounts
        differences = Discrepancies.compared.compactMap { key in
            var said = told.compactMap { account in account.details[key].map { Said(account: account, value: $0) } }
            // What the record itself says of the return is one account more.
            if key == .until, let back, !said.isEmpty {
                said.append(Said(account: AgencyAccount(back), value: .time(back.occurredAt)))
            }
            guard Discrepancies.differ(said, on: key) else { return nil }
            let newest = said.map(\.account.position).max() ?? .beginning
            let settling = settlements.last { newest < $0.position && $0.settles(key) }
            return Difference(key: key, said: said, settled: settling.map { Settlement($0, key) })
        }
    }

    private static func differ(_ said: [Said], on key: DetailKey) -> Bool {
        guard Set(said.map(\.account.source)).count > 1 || Set(said.map(\.account.word)).count > 1 else { return false }
        if key == .to { return differInTold(said) }
        for (place, first) in said.enumerated() {
            for second in said.dropFirst(place + 1) where first.account.source != second.account.source {
                if !first.value.agrees(with: second.value) { return true }
            }
        }
        // The record's own return may have been told by whoever gave an account.
        if let back = said.last, back.account.word == .returned {
            return said.dropLast().contains { !$0.value.agrees(with: back.value) }
        }
        return false
    }

    /// One source may have told several people, one entry each.
    private static func differInTold(_ said: [Said]) -> Bool {
        var told: [String: Set<String>] = [:]
        for one in said {
            if case .word(let to) = one.value { told[one.account.source, default: []].insert(to) }
        }
        return Set(told.values).count > 1
    }
}

extension Discrepancies.Settlement {
    init(_ mark: Mark, _ key: DetailKey) {
        (position, by, at) = (mark.position, mark.by, mark.clockTime)
        agency = mark.details.word(.agency)
        value = mark.details[key]
    }
}

extension Mark {
    /// Whether this settlement is about `key`: it says so, or it names an account that counts as a whole.
    fileprivate func settles(_ key: DetailKey) -> Bool {
        let named = details.words(.settles)
        if named.contains(key.name) || details[key] != nil { return true }
        return named.isEmpty && details[.agency] != nil && details[.missingSince] == nil && details[.from] == nil
    }
}

extension DetailValue {
    /// Whether both can be so.
    fileprivate func agrees(with other: DetailValue) -> Bool {
        guard case .time(let first) = self, case .time(let second) = other else { return self == other }
        let slack: (UncertainTime) -> Elapsed = { $0.precision == .about ? .minutes(30) : .minutes(0) }
        let give = max(slack(first).seconds, slack(second).seconds)
        return first.earliest.secondsSince1970 <= second.latest.secondsSince1970 + give
            && second.earliest.secondsSince1970 <= first.latest.secondsSince1970 + give
    }
}
