// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioRun {
    /// Every duty, trigger and triage colour of every child at an instant, as JSON: sorted by child, duty and instance,
    /// times in London.
    ///
    /// Of a child with several episodes, each duty carries its episode's name too; those of the child's whole record
    /// carry none and come last. Each trigger stands there once for each firing, and once if it has not fired.
    public func evaluate(at instant: Instant, asKnown: Bool = false) -> String {
        let children = scenario.children.sorted { $0.key < $1.key }.map { child in
            let episodes = scenario.episodes(of: child.id, at: instant)
            let duties =
                episodes.flatMap { episode in
                    standings(of: child.id, episode: episode.id, at: instant, asKnown: asKnown)
                        .sorted { ($0.duty, $0.instance) < ($1.duty, $1.instance) }
                        .map { standing($0, episodes.count > 1 ? scenario.name(of: episode.id) : nil) }
                }
                + childStandings(of: child.id, at: instant, asKnown: asKnown)
                .sorted { ($0.duty, $0.instance) < ($1.duty, $1.instance) }.map { standing($0, nil) }
            let list = duties.isEmpty ? "[]" : "[\n\(duties.joined(separator: ",\n"))\n      ]"
            let triage = triage(of: child.id, at: instant, asKnown: asKnown).map(triage) ?? "{}"
            return "    \(JSON.text(child.key)): {\n      \"duties\": \(list),\n      \"triggers\": "
                + "\(triggers(of: child.id, at: instant, asKnown: asKnown)),\n      \"triage\": \(triage)\n    }"
        }
        let at = JSON.text(TimeText.writeLocal(instant))
        return "{\n  \"at\": \(at),\n  \"children\": {\n\(children.joined(separator: ",\n"))\n  }"
            + "\(area(at: instant, asKnown: asKnown))\n}\n"
    }

    /// The duties of the area, where the pack has any.
    private func area(at instant: Instant, asKnown: Bool) -> String {
        let duties = areaStandings(at: instant, asKnown: asKnown)
            .sorted { ($0.duty, $0.instance) < ($1.duty, $1.instance) }.map { standing($0, nil) }
        return duties.isEmpty ? "" : ",\n  \"area\": [\n\(duties.joined(separator: ",\n"))\n  ]"
    }

    private func standing(_ standing: DutyStanding, _ episode: String?) -> String {
        var fields: [(String, String)] = [("id", JSON.text(standing.duty))]
        if let episode { fields.append(("episode", JSON.text(episode))) }
        fields += [
            ("instance", String(standing.instance)), ("state", JSON.text(standing.state.rawValue)),
            ("from", standing.from.map { JSON.text(TimeText.writeLocal($0)) } ?? "null"),
            ("due", standing.due.map { JSON.text(TimeText.writeLocal($0)) } ?? "null"),
            ("by", JSON.text(standing.owedBy.rawValue)), ("source", JSON.text(standing.source)),
            ("why", JSON.list(standing.why)),
        ]
        return "        \(JSON.object(fields))"
    }
}

extension ScenarioRun {
    /// The triggers of one child, and those of places and groups by an episode of the child's.
    private func triggers(of child: ChildID, at instant: Instant, asKnown: Bool) -> String {
        let own = Set(scenario.state.episodes(of: child).map(\.id))
        let fired =
            firings(of: child, at: instant, asKnown: asKnown)
            + areaFirings(at: instant, asKnown: asKnown).filter { firing in
                firing.subject != .child(child) && firing.episodes.contains { own.contains($0) } && firing.isOfArea
            }
        let lines = book.pack.triggers.sorted { $0.id < $1.id }.flatMap { trigger -> [String] in
            let its = fired.filter { $0.trigger == trigger.id }
            return its.isEmpty
                ? [JSON.object([("id", JSON.text(trigger.id)), ("fires", "false")])] : its.map(written)
        }
        return lines.isEmpty ? "[]" : "[\n\(lines.map { "        \($0)" }.joined(separator: ",\n"))\n      ]"
    }

    private func written(_ firing: Firing) -> String {
        var fields = [("id", JSON.text(firing.trigger)), ("fires", String(!firing.isUndone))]
        if firing.isOfArea { fields.append(("for", JSON.text(scenario.name(of: firing.subject)))) }
        fields += [
            ("at", JSON.text(TimeText.writeLocal(firing.at))),
            ("episodes", JSON.list(firing.episodes.map { scenario.name(of: $0) })),
            ("makes", JSON.list(firing.makes)), ("undone", String(firing.isUndone)),
            ("dealtWith", String(firing.isDealtWith)), ("source", JSON.text(firing.source)),
            ("why", JSON.list(firing.why)),
        ]
        return JSON.object(fields)
    }

    private func triage(_ reading: TriageReading) -> String {
        JSON.object([
            ("colour", JSON.text(reading.colour.rawValue)),
            ("withAbsences", JSON.text(reading.colourWithAbsences.rawValue)), ("missing", String(reading.missing)),
            ("absences", String(reading.absences)), ("factors", JSON.list(reading.factors)),
            ("lacking", String(reading.isLacking)), ("source", JSON.text(reading.source)),
            ("why", JSON.list(reading.why)),
        ])
    }
}

extension Firing {
    fileprivate var isOfArea: Bool { if case .child = subject { false } else { true } }
}
