// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioRun {
    /// Every duty of every child at an instant, as JSON: sorted by child, duty and instance, times in London.
    ///
    /// Of a child with several episodes, each duty carries its episode's name too. Triggers and triage are not worked
    /// out by this version, and stay empty.
    public func evaluate(at instant: Instant, asKnown: Bool = false) -> String {
        let children = scenario.children.sorted { $0.key < $1.key }.map { child in
            let episodes = scenario.episodes(of: child.id, at: instant)
            let duties = episodes.flatMap { episode in
                standings(of: child.id, episode: episode.id, at: instant, asKnown: asKnown)
                    .sorted { ($0.duty, $0.instance) < ($1.duty, $1.instance) }
                    .map { standing($0, episodes.count > 1 ? name(of: episode) : nil) }
            }
            let list = duties.isEmpty ? "[]" : "[\n\(duties.joined(separator: ",\n"))\n      ]"
            return "    \(JSON.text(child.key)): {\n      \"duties\": \(list),\n      \"triggers\": [],\n"
                + "      \"triage\": {}\n    }"
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

    private func name(of episode: Episode) -> String {
        scenario.episodes.first { $0.value == episode.id }?.key ?? "\(episode.id.number)"
    }

    private func standing(_ standing: DutyStanding, _ episode: String?) -> String {
        var fields: [(String, String)] = [("id", JSON.text(standing.duty))]
        if let episode { fields.append(("episode", JSON.text(episode))) }
        fields += [
            ("instance", String(standing.instance)), ("state", JSON.text(standing.state.rawValue)),
            ("from", standing.from.map { JSON.text(TimeText.writeLocal($0)) } ?? "null"),
            ("due", standing.due.map { JSON.text(TimeText.writeLocal($0)) } ?? "null"),
            ("by", JSON.text(standing.owedBy.rawValue)), ("source", JSON.text(standing.source)),
            ("why", "[\(standing.why.map(JSON.text).joined(separator: ", "))]"),
        ]
        return "        {\(fields.map { "\(JSON.text($0)): \($1)" }.joined(separator: ", "))}"
    }
}

/// Just enough JSON to print an evaluation.
enum JSON {
    static func text(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case "\r": written += "\\r"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    written += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
                } else {
                    written.unicodeScalars.append(scalar)
                }
            }
        }
        return written + "\""
    }
}
