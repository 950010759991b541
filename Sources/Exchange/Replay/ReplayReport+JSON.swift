// SPDX-License-Identifier: MIT
import Foundation
import Procedures
import WorkingTime

extension ReplayReport {
    /// The result as JSON: duties, weeks by role, who was on which agenda when, and episodes that differ.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(ReplayJSON(result)) else { return "{}" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// The JSON shape, apart from the types it is made from, so that neither can change the other unnoticed.
struct ReplayJSON: Encodable {
    struct Outcomes: Encodable {
        let owed, inTime, late, notDone, running, lapsed, setAside: Int

        init(_ counts: OutcomeCounts) {
            owed = counts.owed
            (inTime, late, notDone) = (counts[.inTime], counts[.late], counts[.notDone])
            (running, lapsed, setAside) = (counts[.running], counts[.lapsed], counts[.setAside])
        }
    }

    struct Duty: Encodable {
        let id, what: String
        let before, after: Outcomes?
        let cameOutOtherwise, dueAtAnotherTime: Int
    }

    struct Load: Encodable {
        let role: String
        let dueBefore, dueAfter, begunBefore, begunAfter: [Int]
    }

    struct Agenda: Encodable {
        let child: UInt32
        let episodes, before, after: [String]
    }

    struct Differing: Encodable {
        let episode, child: UInt32
        let duties: Int
    }

    struct Colours: Encodable {
        let before, after: String?
        let count: Int
    }

    let before, after, from, to, firstMonday: String
    let children, differingChildren, episodes: Int
    let duties: [Duty]
    let loads: [Load]
    let agendas: [Agenda]
    let colours: [Colours]
    let differing: [Differing]

    init(_ result: ReplayResult) {
        (before, after) = (result.before.id, result.after.id)
        from = TimeText.write(result.period.from)
        to = TimeText.write(result.period.to)
        firstMonday = TimeText.write(result.period.firstMonday)
        (children, episodes) = (result.children, result.episodes)
        differingChildren = result.differingChildren
        duties = result.duties.map { duty in
            Duty(
                id: duty.id, what: duty.what, before: duty.isInBefore ? Outcomes(duty.before) : nil,
                after: duty.isInAfter ? Outcomes(duty.after) : nil, cameOutOtherwise: duty.cameOutOtherwise,
                dueAtAnotherTime: duty.dueAtAnotherTime)
        }
        loads = result.loads.map { load in
            Load(
                role: load.role.rawValue, dueBefore: load.due[0], dueAfter: load.due[1], begunBefore: load.began[0],
                begunAfter: load.began[1])
        }
        agendas = result.timelines.map { timeline in
            Agenda(
                child: timeline.child.number, episodes: timeline.episodes.map { TimeText.write($0) },
                before: timeline.dates(.before).map { TimeText.write($0) },
                after: timeline.dates(.after).map { TimeText.write($0) })
        }
        colours = result.colours.map {
            Colours(before: $0.before?.rawValue, after: $0.after?.rawValue, count: $0.count)
        }
        differing = result.differing.map {
            Differing(episode: $0.episode.number, child: $0.child.number, duties: $0.duties)
        }
    }
}
