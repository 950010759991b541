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

    static let keys = ["title", "protocol", "protocols", "child", "children", "events", "expect"]

    /// The scenario, or every fault in it, in the order of lines.
    public static func read(_ node: PackNode) -> (Scenario?, [ReadingFault]) {
        let reader = ScenarioReader()
        let scenario = reader.read(node)
        let faults = reader.faults.all.sorted { ($0.line, $0.says) < ($1.line, $1.says) }
        return (faults.isEmpty ? scenario : nil, faults)
    }

    private init() {}

    private func read(_ node: PackNode) -> Scenario? {
        guard let fields = Fields(node, "a scenario", known: Self.keys, faults: faults) else { return nil }
        let title = fields["title"].flatMap { faults.text($0, "“title”") } ?? node.file
        let packs = protocols(fields)
        readChildren(fields)
        if let events = list(fields["events"], "“events”") { for item in events { drafts += event(item) } }
        placeInEpisodes()
        let events = record()
        let state = apply(events)
        let expectations = (list(fields["expect"], "“expect”") ?? []).compactMap { expectation($0) }
        guard let packs, faults.all.isEmpty else { return nil }
        return Scenario(
            title: title, pack: packs.here, responsiblePack: packs.responsible, state: state, events: events,
            children: children, episodes: episodes,
            expectations: expectations)
    }

    /// One protocol; or the area's where the children live, and beside it the responsible authority's.
    private func protocols(_ fields: Fields) -> (here: String, responsible: String?)? {
        guard let both = fields["protocols"] else {
            return fields.need("protocol", "a scenario").flatMap { faults.text($0, "“protocol”") }.map { ($0, nil) }
        }
        if fields["protocol"] != nil { faults.add(both, "A scenario has “protocol” or “protocols”, not both.") }
        let what = "“protocols”"
        guard let sides = Fields(both, what, known: ["here", "responsible"], faults: faults) else { return nil }
        let here = sides.need("here", what).flatMap { faults.text($0, "“here”") }
        let responsible = sides.need("responsible", what).flatMap { faults.text($0, "“responsible”") }
        guard let here, let responsible else { return nil }
        return (here, responsible)
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
