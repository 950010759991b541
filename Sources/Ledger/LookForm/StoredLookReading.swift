// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// What stands at one position of the chain of looks.
public enum RecordedLook: Hashable, Sendable {
    case look(PlacedLook)
    /// The key was lawfully destroyed, with the child's record or because it was old: only that there was a look, and
    /// when, can still be told.
    case erased(EntryHeader)
    /// Damaged, or of a kind that this version does not know.
    case unreadable(Position)

    /// Reads an opened entry's payload.
    public init(_ recorded: Recorded) {
        switch recorded {
        case .entry(let entry):
            self =
                (try? StoredLook.read(entry.payload)).map { .look(PlacedLook($0, at: entry.position)) }
                ?? .unreadable(entry.position)
        case .erased(let header): self = .erased(header)
        case .damaged(let position, _): self = .unreadable(position)
        }
    }

    public var position: Position {
        switch self {
        case .look(let placed): placed.position
        case .erased(let header): header.position
        case .unreadable(let position): position
        }
    }
}

extension StoredLook {
    private static let kinds = WordTable(LookKind.allCases.map { ($0.rawValue, $0) })
    private static let parts = WordTable(RecordPart.allCases.map { ($0.rawValue, $0) })

    private struct Parts {
        var kind: LookKind?
        var actor: Actor?
        var at: Instant?
        var child, episode: UInt32?
        var part: RecordPart?
        var about, from, route, words: String?
        var version: Int64?
    }

    /// Reads a look's bytes of any version ever written; fields of a later one are passed over. Never crashes, whatever
    /// the bytes.
    public static func read(_ bytes: [UInt8]) throws(StoredFormFault) -> Look {
        var json = JSONScanner(bytes)
        var parts = Parts()
        try json.object { (json, name) throws(StoredFormFault) in
            try read(String(decoding: name, as: UTF8.self), &json, into: &parts)
        }
        guard json.peek() == nil else { throw json.fault }
        guard let version = parts.version else { throw .lacking("v") }
        guard version == 1 else { throw .unknownVersion(Int(version)) }
        guard let kind = parts.kind else { throw .lacking("kind") }
        guard let actor = parts.actor else { throw .lacking("by") }
        guard let at = parts.at else { throw .lacking("at") }
        return Look(
            kind, by: actor, at: at, child: parts.child.map { ChildID(number: $0) },
            episode: parts.episode.map { EpisodeID(number: $0) }, part: parts.part, route: parts.route,
            words: parts.words, about: parts.about, from: parts.from)
    }

    private static func read(
        _ name: String, _ json: inout JSONScanner, into parts: inout Parts
    ) throws(StoredFormFault) {
        var unknown: [String] = []
        switch name {
        case "about": parts.about = try json.string()
        case "at": parts.at = try StoredTime.readInstant(&json, "at")
        case "by": parts.actor = try StoredEvent.actor(&json, unknown: &unknown)
        case "child": parts.child = try StoredEvent.number(&json, "child")
        case "episode": parts.episode = try StoredEvent.number(&json, "episode")
        case "from": parts.from = try json.string()
        case "kind":
            let said = try json.stringBytes()
            guard let kind = kinds[said] else { throw .unknownWord(String(decoding: said, as: UTF8.self)) }
            parts.kind = kind
        case "part":
            let said = try json.stringBytes()
            guard let part = Self.parts[said] else { throw .unknownWord(String(decoding: said, as: UTF8.self)) }
            parts.part = part
        case "route": parts.route = try json.string()
        case "v": parts.version = try json.integer()
        case "words": parts.words = try json.string()
        default: try json.skip()
        }
    }
}
