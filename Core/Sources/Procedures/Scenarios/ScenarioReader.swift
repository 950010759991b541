// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Reads a scenario from its tree. Every fault is reported; a scenario with one is not given out.
public final class ScenarioReader {
    let faults = Faults()
    var children: [(key: String, id: ChildID)] = []
    var setUps: [SetUp] = []
    var drafts: [EventDraft] = []
    var episodes: [String: EpisodeID] = [:]
    var eventCount = 0
    var highestEpisode: UInt32 = 0

    static let keys = ["title", "protocol", "child", "children", "events", "expect"]

    /// The scenario, or every fault in it, in the order of lines.
    public static func read(_ node: PackNode) -> (Scenario?, [ReadingFault]) {
        let reader = ScenarioReader()
        let scenario = reader.read(node)
        let faults = reader.faults.all.sorted { ($0.line, $0.says) < ($1.line, $1.says) }
        return (faults.isEmpty ? scenario : nil, faults)
    }

    private init() {}

    private func read(_ node: PackNode) -> Scenario? {
        if let several = node.entries.first(where: { $0.key == "protocols" }) {
            faults.add(file: node.file, line: several.line, "“protocols” is not carried by this version yet.")
        }
        let carried = PackNode(
            .mapping(node.entries.filter { $0.key != "protocols" }), file: node.file, line: node.line)
        let whole = node.entries.isEmpty ? node : carried
        guard let fields = Fields(whole, "a scenario", known: Self.keys, faults: faults) else { return nil }
        let title = fields["title"].flatMap { faults.text($0, "“title”") } ?? node.file
        let pack = fields.need("protocol", "a scenario").flatMap { faults.text($0, "“protocol”") }
        readChildren(fields)
        if let events = list(fields["events"], "“events”") { for item in events { drafts += event(item) } }
        placeInEpisodes()
        let events = record()
        let state = apply(events)
        let expectations = (list(fields["expect"], "“expect”") ?? []).compactMap { expectation($0) }
        guard let pack, faults.all.isEmpty else { return nil }
        return Scenario(
            title: title, pack: pack, state: state, events: events, children: children, episodes: episodes,
            expectations: expectations)
    }

    private func readChildren(_ fields: Fields) {
        if let node = fields["child"] {
            if fields["children"] != nil { faults.add(node, "A scenario has “child” or “children”, not both.") }
            child("child", node)
        } else if let node = fields["children"] {
            guard case .mapping(let entries) = node.content else {
                faults.add(node, "“children” holds a name for each child, and here is \(node.kind).")
                return
            }
            for entry in entries where !children.contains(where: { $0.key == entry.key }) {
                child(entry.key, entry.value)
            }
        }
    }

    private func list(_ node: PackNode?, _ what: String) -> [PackNode]? {
        guard let node else { return nil }
        switch node.content {
        case .list(let items): return items
        case .nothing: return []
        default:
            faults.add(node, "\(what) is a list, and here is \(node.kind).")
            return nil
        }
    }

    private func apply(_ events: [Event]) -> State {
        var state = State()
        for event in events { state.apply(event, at: state.position.next) }
        return state
    }

    /// The child that an item of the file is about; the only one where it names none.
    func subject(_ node: PackNode) -> ChildID? {
        guard let named = node["child"] else {
            if children.count == 1 { return children[0].id }
            let says = children.isEmpty ? "This scenario has no child." : "Which child? There are several."
            faults.add(node, says, allowed: children.map(\.key))
            return nil
        }
        guard let key = faults.word(named, "child of this scenario", among: children.map(\.key)) else { return nil }
        return children.first { $0.key == key }?.id
    }

    func time(_ node: PackNode, _ what: String) -> UncertainTime? {
        guard let text = faults.text(node, what) else { return nil }
        do throws(TimeTextFault) {
            return try TimeText.uncertain(text)
        } catch {
            faults.add(node, "\(what): \(error.says)", nearest: WrittenTimes.time(text))
            return nil
        }
    }

    func instant(_ node: PackNode, _ what: String) -> Instant? {
        guard let text = faults.text(node, what) else { return nil }
        do throws(TimeTextFault) {
            return try TimeText.instant(text)
        } catch {
            faults.add(node, "\(what): \(error.says)", nearest: WrittenTimes.time(text))
            return nil
        }
    }
}

extension TimeTextFault {
    /// What is wrong with a time, as a sentence.
    var says: String {
        switch self {
        case .notADate(let text): "“\(text)” is no date such as 2015-06-05."
        case .noSuchDate(let text): "“\(text)” is on no calendar."
        case .notATime(let text): "“\(text)” is no time such as 2015-06-05T22:10."
        case .noSuchTime(let text): "“\(text)” is on no clock."
        case .notAnOffset(let text): "“\(text)” ends in neither Z nor an offset such as +01:00."
        case .endsBeforeItStarts(let text): "“\(text)” ends before it starts."
        case .neverOccurs(.neverOccurs(let asked, let from, let to)):
            "\(asked) never occurred: the clocks in London went from \(Spoken.time(from)) to \(Spoken.time(to)) that day."
        }
    }
}
