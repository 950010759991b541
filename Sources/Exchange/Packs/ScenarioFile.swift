// SPDX-License-Identifier: MIT

import Procedures

/// A scenario's file.
public enum ScenarioFile {
    /// The scenario, or every fault in it.
    public static func load(_ path: String) -> Loaded<Scenario> {
        switch TextFile.tree(path) {
        case .failure(let fault): return Loaded(faults: [fault])
        case .success(let node): return load(node)
        }
    }

    private static func load(_ node: PackNode) -> Loaded<Scenario> {
        let (scenario, faults) = ScenarioReader.read(node)
        return Loaded(value: scenario, faults: faults)
    }

    /// The scenario with the pack that governs it, ready to run; or every fault in either.
    ///
    /// The pack is the one that the scenario names, or `other` instead: an id, or a file's path ending in `.yaml`. Where
    /// it names two, `other` stands for the area's.
    public static func prepare(
        _ path: String, packs: RememberedPacks, calendars: Calendars, under other: String? = nil
    ) -> Loaded<ScenarioRun> {
        let node: PackNode
        switch TextFile.tree(path) {
        case .failure(let fault): return Loaded(faults: [fault])
        case .success(let tree): node = tree
        }
        let loaded = load(node)
        guard let scenario = loaded.value else { return Loaded(faults: loaded.faults) }
        if other == nil, let fault = packs.unknown(scenario.pack, at: node.line(of: "protocol"), of: node.file) {
            return Loaded(faults: [fault])
        }
        let pack = packs.load(other ?? scenario.pack)
        guard let governing = pack.value else { return Loaded(faults: pack.faults) }
        var theirs: ProtocolPack?
        if let id = scenario.responsiblePack {
            let responsible = packs.load(id)
            guard responsible.value != nil else { return Loaded(faults: responsible.faults) }
            theirs = responsible.value
        }
        return Loaded(
            value: ScenarioRun(scenario, pack: governing, responsible: theirs, calendars: calendars))
    }
}
