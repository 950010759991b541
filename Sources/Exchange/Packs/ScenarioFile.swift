// SPDX-License-Identifier: MIT

import Procedures

/// A scenario's file.
public enum ScenarioFile {
    /// The scenario, or every fault in it.
    public static func load(_ path: String) -> Loaded<Scenario> {
        switch TextFile.tree(path) {
        case .failure(let fault): return Loaded(faults: [fault])
        case .success(let node):
            let (scenario, faults) = ScenarioReader.read(node)
            return Loaded(value: scenario, faults: faults)
        }
    }

    /// The scenario with the pack that it names, ready to run; or every fault in either.
    public static func prepare(_ path: String, packs: RememberedPacks, calendars: Calendars) -> Loaded<ScenarioRun> {
        let loaded = load(path)
        guard let scenario = loaded.value else { return Loaded(faults: loaded.faults) }
        let pack = packs.load(scenario.pack)
        guard let governing = pack.value else { return Loaded(faults: pack.faults) }
        return Loaded(value: ScenarioRun(scenario, pack: governing, calendars: calendars))
    }
}
