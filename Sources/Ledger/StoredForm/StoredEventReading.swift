// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// An event read back, with the names of fields that this version does not know.
public struct StoredReading: Hashable, Sendable {
    public let event: Event
    /// Fields that a later version wrote: they stay in the ledger, and are not in the event.
    public let unknown: [String]
}

extension StoredEvent {
    private enum Field { case at, by, child, details, episode, recorded, version, word }

    private static let fields = WordTable<Field>([
        ("at", .at), ("by", .by), ("child", .child), ("details", .details), ("episode", .episode),
        ("recorded", .recorded), ("v", .version), ("word", .word),
    ])
    private static let words = WordTable(EventWord.allCases.map { ($0.rawValue, $0) })
    private static let roles = WordTable(Role.allCases.map { ($0.rawValue, $0) })

    private struct Parts {
        var at: UncertainTime?
        var actor: Actor?
        var child: ChildID?
        var details = Details()
        var episode: EpisodeID?
        var recorded: Instant?
        var version: Int64?
        var word: EventWord?
        var unknown: [String] = []
    }

    /// Reads an event's bytes of any version ever written. Never crashes, whatever the bytes.
    public static func read(_ bytes: [UInt8]) throws(StoredFormFault) -> StoredReading {
        var json = JSONScanner(bytes)
        var parts = Parts()
        try json.object { (json, name) throws(StoredFormFault) in
            guard let field = fields[name] else {
                parts.unknown.append(String(decoding: name, as: UTF8.self))
                return try json.skip()
            }
            try read(field, &json, into: &parts)
        }
        guard json.peek() == nil else { throw json.fault }
        guard let version = parts.version else { throw .lacking("v") }
        guard version == 1 else { throw .unknownVersion(Int(version)) }
        return try event(of: parts)
    }

    private static func read(
        _ field: Field,
        _ json: inout JSONScanner,
        into parts: inout Parts
    ) throws(StoredFormFault) {
        switch field {
        case .at: parts.at = try StoredTime.read(&json, "at")
        case .by: parts.actor = try actor(&json, unknown: &parts.unknown)
        case .child: parts.child = ChildID(number: try number(&json, "child"))
        case .details: parts.details = try StoredDetails.read(&json, unknown: &parts.unknown)
        case .episode: parts.episode = EpisodeID(number: try number(&json, "episode"))
        case .recorded: parts.recorded = try StoredTime.readInstant(&json, "recorded")
        case .version: parts.version = try json.integer()
        case .word:
            let name = try json.stringBytes()
            guard let word = words[name] else { throw .unknownWord(String(decoding: name, as: UTF8.self)) }
            parts.word = word
        }
    }

    private static func event(of parts: Parts) throws(StoredFormFault) -> StoredReading {
        guard let word = parts.word else { throw .lacking("word") }
        guard let at = parts.at else { throw .lacking("at") }
        guard let recorded = parts.recorded else { throw .lacking("recorded") }
        guard let actor = parts.actor else { throw .lacking("by") }
        let event = Event(
            word,
            child: parts.child,
            episode: parts.episode,
            occurredAt: at,
            recordedAt: recorded,
            by: actor,
            details: parts.details
        )
        return StoredReading(event: event, unknown: parts.unknown)
    }

    static func actor(
        _ json: inout JSONScanner,
        unknown: inout [String]
    ) throws(StoredFormFault) -> Actor {
        var worker: String?
        var role: Role?
        var agency: AgencyID?
        var others: [String] = []
        try json.object { (json, name) throws(StoredFormFault) in
            if name.elementsEqual("worker".utf8) {
                worker = try json.string()
            } else if name.elementsEqual("agency".utf8) {
                agency = AgencyID(try json.string())
            } else if name.elementsEqual("role".utf8) {
                let said = try json.stringBytes()
                guard let known = roles[said] else { throw .unknownRole(String(decoding: said, as: UTF8.self)) }
                role = known
            } else {
                others.append("by." + String(decoding: name, as: UTF8.self))
                try json.skip()
            }
        }
        unknown += others
        guard let role else { throw .lacking("by.role") }
        return Actor(worker: worker, role: role, agency: agency)
    }

    static func number(_ json: inout JSONScanner, _ name: String) throws(StoredFormFault) -> UInt32 {
        guard let number = UInt32(exactly: try json.integer()) else { throw .wrongType(name) }
        return number
    }
}
