// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One event of the file before it has its place in the record.
struct EventDraft {
    /// Which event of the file it is, from 1.
    let number: Int
    let node: PackNode
    /// Nil for an event of the partnership.
    let child: ChildID?
    let word: EventWord
    let at: UncertainTime
    let recordedAt: Instant
    let role: Role
    var details: Details
    /// The key that the file gives the episode.
    let episodeKey: String?
    var episode: EpisodeID?
    /// The number of the event that this one corrects.
    var corrects: Int?
}

extension ScenarioReader {
    private static let ownKeys = ["at", "recordedAt", "child", "episode", "is", "by", "for"]

    /// Reads one event; several where it was told `to` several.
    func event(_ node: PackNode) -> [EventDraft] {
        eventCount += 1
        guard !node.entries.isEmpty else {
            faults.add(node, "An event has “at” and “is”, and here is \(node.kind).")
            return []
        }
        for key in ["at", "is"] where node[key] == nil { faults.add(node, "An event needs “\(key)”.") }
        let at = node["at"].flatMap { time($0, "“at”") }
        let word = node["is"].flatMap { faults.choice($0, "event", of: EventWord.self) }
        let recordedAt = node["recordedAt"].map { instant($0, "“recordedAt”") }
        let role = node["by"].map { faults.choice($0, "role", of: Role.self) }
        let episodeKey = node["episode"].flatMap { faults.text($0, "“episode”") }
        guard let word, let child = subject(of: word, node) else { return [] }
        guard let at, recordedAt != .some(nil), role != .some(nil) else { return [] }
        let recorded = (recordedAt ?? nil) ?? at.latest
        if recorded < at.earliest { faults.add(node, "“recordedAt” is before it happened.") }
        let actor = (role ?? nil) ?? word.form.usuallyBy.first ?? .administrator
        let corrects = word == .corrected ? target(node, child) : nil
        return details(node, of: word, at: at, corrects: corrects).map { details in
            EventDraft(
                number: eventCount, node: node, child: child, word: word, at: at, recordedAt: recorded, role: actor,
                details: details, episodeKey: episodeKey, corrects: corrects?.number)
        }
    }

    /// The child that an event is about; of one of the partnership, none, which the file may not name either.
    private func subject(of word: EventWord, _ node: PackNode) -> ChildID?? {
        guard word.form.about == .partnership else { return subject(node).map { .some($0) } }
        for key in ["child", "episode"] where node[key] != nil {
            faults.add(node, "“\(word.rawValue)” is an event of the partnership and belongs to no child.")
            return nil
        }
        return .some(nil)
    }

    /// The details as the word carries them, once for everybody who was told.
    private func details(
        _ node: PackNode, of word: EventWord, at: UncertainTime, corrects: EventDraft?
    ) -> [Details] {
        if word == .corrected { return [correction(node, of: corrects)] }
        var details = Details()
        var told: [String] = []
        for entry in node.entries where !Self.ownKeys.contains(entry.key) {
            if entry.key == "to", case .list = entry.value.content, word.form.carries(.to) {
                told = faults.words(entry.value, "“to”") ?? []
            } else {
                detail(entry, of: word, into: &details)
            }
        }
        if let planned = node["for"] {
            if word.form.carries(.at) {
                details[.at] = time(planned, "“for”").map { .time($0) }
            } else {
                faults.add(planned, "“\(word.rawValue)” does not carry “for”.")
            }
        }
        fill(&details, of: word, at: at, isTold: !told.isEmpty, node)
        guard !told.isEmpty else { return [details] }
        return told.map { details.replacing(with: [.to: .word($0)]) }
    }

    /// Fills in texts that do not matter here, and when a span ended; anything else that is needed is a fault.
    func fill(_ details: inout Details, of word: EventWord, at: UncertainTime, isTold: Bool, _ node: PackNode) {
        for key in word.form.requires where details[key] == nil {
            if key.holds == .text {
                details[key] = .text("")
            } else if key == .at {
                details[key] = .time(at)
            } else if key == .since {
                details[key] = .date(London.date(of: at.earliest))
            } else if !(key == .to && isTold) {
                faults.add(node, "“\(word.rawValue)” needs “\(key.name)”.")
            }
        }
    }

    func detail(_ entry: PackNode.Entry, of word: EventWord, into details: inout Details) {
        let place = entry.place
        let form = word.form
        guard let key = DetailKey(named: entry.key), form.carries(key), key != .by, key != .at else {
            let carried = DetailKey.allCases.filter { form.carries($0) && $0 != .by && $0 != .at }
            let allowed = Self.ownKeys + carried.map(\.name)
            faults.unknown(entry.key, "detail of “\(word.rawValue)”", at: place, among: allowed)
            return
        }
        if key == .with { return with(entry.value, into: &details) }
        if key == .withChildren { return withChildren(entry.value, into: &details) }
        details[key] = value(entry.value, of: key)
    }

    /// Children of the scenario by their numbers, anybody else by name.
    private func with(_ node: PackNode, into details: inout Details) {
        guard let names = faults.words(node, "“with”") else { return }
        let numbers = names.compactMap { name in children.first { $0.key == name }.map { Int($0.id.number) } }
        let others = names.filter { name in !children.contains { $0.key == name } }
        if !numbers.isEmpty { details[.withChildren] = .numbers(numbers) }
        if !others.isEmpty { details[.with] = .words(others) }
    }

    /// Children of the scenario, by name or number.
    private func withChildren(_ node: PackNode, into details: inout Details) {
        guard let names = faults.words(node, "“withChildren”") else { return }
        let numbers = names.compactMap { name in
            children.first { $0.key == name }.map { Int($0.id.number) } ?? Int(name)
        }
        if numbers.count < names.count {
            faults.add(node, "“withChildren” names children of this scenario.", allowed: children.map(\.key))
        }
        details[.withChildren] = .numbers(numbers)
    }

    private func value(_ node: PackNode, of key: DetailKey) -> DetailValue? {
        let what = "“\(key.name)”"
        switch key.holds {
        case .text: return (node.scalar ?? faults.text(node, what)).map { .text($0) }
        case .word: return faults.text(node, what).map { .word($0) }
        case .words:
            if case .list(let items) = node.content, items.isEmpty { return .words([]) }
            return faults.words(node, what).map { .words($0) }
        case .time: return time(node, what).map { .time($0) }
        case .date: return faults.date(node, what).map { .date($0) }
        case .number: return faults.number(node, what, least: 0).map { .number($0) }
        case .numbers:
            let read = node.items.map { faults.number($0, what, least: 0) }
            return read.contains(nil) ? nil : .numbers(read.compactMap { $0 })
        case .flag: return faults.flag(node, what).map { .flag($0) }
        case .answers:
            guard case .mapping(let entries) = node.content else {
                faults.add(node, "\(what) holds questions with their answers, and here is \(node.kind).")
                return nil
            }
            return .answers(entries.map { Answer(question: $0.key, answer: $0.value.scalar ?? "") })
        }
    }
}
