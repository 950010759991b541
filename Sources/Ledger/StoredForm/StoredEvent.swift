// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// An event as it stands under the seal: JSON, compact, fields in the order of their names, versioned by `v`.
///
/// These forms are read for ever: each word's committed example in `Tests/LedgerTests/Examples` must keep decoding.
public enum StoredEvent {
    /// The version written today.
    public static let version = 1

    /// The event's bytes. The same event always gives the same bytes.
    public static func bytes(of event: Event) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("at")
            StoredTime.write(event.occurredAt, to: &json)
            json.name("by")
            write(event.by, to: &json)
            if let child = event.child {
                json.name("child")
                json.integer(Int64(child.number))
            }
            if !event.details.isEmpty {
                json.name("details")
                StoredDetails.write(event.details, to: &json)
            }
            if let episode = event.episode {
                json.name("episode")
                json.integer(Int64(episode.number))
            }
            json.name("recorded")
            StoredTime.write(event.recordedAt, to: &json)
            json.name("v")
            json.integer(Int64(version))
            json.name("word")
            json.string(event.word.rawValue)
        }
        return json.bytes
    }

    /// An event's draft, sealed under its child's key or the partnership's.
    public static func draft(of event: Event) -> EntryDraft {
        EntryDraft(
            subject: SubjectID(of: event),
            recordedAt: event.recordedAt.secondsSince1970,
            payload: bytes(of: event)
        )
    }

    static func write(_ actor: Actor, to json: inout JSONWriter) {
        json.object { json in
            if let agency = actor.agency {
                json.name("agency")
                json.string(agency.name)
            }
            json.name("role")
            json.string(actor.role.rawValue)
            if let worker = actor.worker {
                json.name("worker")
                json.string(worker)
            }
        }
    }
}
