// SPDX-License-Identifier: MIT

import WorkingTime

/// The details of an event: a few keys with their values, each key at most once.
public struct Details: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One key with its value.
    public struct Detail: Hashable, Sendable {
        // The value stands first because the key then fits behind it without padding.
        public let value: DetailValue
        public let key: DetailKey

        init(key: DetailKey, value: DetailValue) {
            self.key = key
            self.value = value
        }
    }

    /// Every detail, in the order of ``DetailKey``.
    public private(set) var all: [Detail]

    public init() { all = [] }

    public init(dictionaryLiteral pairs: (DetailKey, DetailValue)...) {
        all = []
        for (key, value) in pairs { self[key] = value }
    }

    public var isEmpty: Bool { all.isEmpty }
    public var keys: [DetailKey] { all.map(\.key) }

    /// The value of a detail. Setting one of another type than the key holds is a bug.
    public subscript(key: DetailKey) -> DetailValue? {
        get {
            for detail in all where detail.key == key { return detail.value }
            return nil
        }
        set {
            precondition(newValue.map { $0.type == key.holds } ?? true, "the value is of the key's type")
            let place = all.firstIndex { $0.key >= key }
            if let place, all[place].key == key {
                if let newValue { all[place] = Detail(key: key, value: newValue) } else { all.remove(at: place) }
            } else if let newValue {
                all.insert(Detail(key: key, value: newValue), at: place ?? all.endIndex)
            }
        }
    }

    public func text(_ key: DetailKey) -> String? {
        if case .text(let text) = self[key] { text } else { nil }
    }

    public func word(_ key: DetailKey) -> String? {
        if case .word(let word) = self[key] { word } else { nil }
    }

    public func words(_ key: DetailKey) -> [String] {
        if case .words(let words) = self[key] { words } else { [] }
    }

    public func time(_ key: DetailKey) -> UncertainTime? {
        if case .time(let time) = self[key] { time } else { nil }
    }

    public func date(_ key: DetailKey) -> CivilDate? {
        if case .date(let date) = self[key] { date } else { nil }
    }

    public func number(_ key: DetailKey) -> Int? {
        if case .number(let number) = self[key] { number } else { nil }
    }

    public func numbers(_ key: DetailKey) -> [Int] {
        if case .numbers(let numbers) = self[key] { numbers } else { [] }
    }

    /// True only where the flag was given and is true.
    public func flag(_ key: DetailKey) -> Bool {
        if case .flag(let flag) = self[key] { flag } else { false }
    }

    public func answers(_ key: DetailKey) -> [Answer] {
        if case .answers(let answers) = self[key] { answers } else { [] }
    }

    /// These details without the texts that stay in the ledger.
    public var withoutNarrative: Details {
        guard all.contains(where: { $0.key.isNarrative }) else { return self }
        var kept = Details()
        kept.all = all.filter { !$0.key.isNarrative }
        return kept
    }

    /// Whether the same details are likely to be said of many episodes: short words and flags, no times.
    var isCommon: Bool {
        all.count <= 3
            && all.allSatisfy { detail in
                switch detail.value {
                case .word, .flag: detail.key != .digest && detail.key != .importReference
                default: false
                }
            }
    }

    /// These details with each of `newer` in place of its namesake.
    public func replacing(with newer: Details) -> Details {
        var result = self
        for detail in newer.all { result[detail.key] = detail.value }
        return result
    }
}
