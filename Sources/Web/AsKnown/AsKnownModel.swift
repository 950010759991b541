// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Partnership
import Procedures
import WorkingTime

/// What the record held at an instant, what was learnt later, how duties stood and who had been told, as far as the
/// reader may see it today.
struct AsKnownModel {
    struct Line {
        let entry: AsKnown.Entry
        let event: Event
    }

    /// How the duties of one episode stood by what was known then.
    struct Stood {
        let episode: Episode
        let duties: [DutyStanding]
        let packs: String
    }

    let child: Child
    /// The one episode that it is about; nil for the child's whole record.
    let episode: Episode?
    let instant: Instant
    let known: [Line]
    let learntLater: [Line]
    let afterwards: Int
    let stood: [Stood]
    /// Who had looked by then; nil for whom that isn't.
    let looks: [RecordedLook]?

    static let mostLooks = 200

    init(_ call: Call, of episode: Episode?, at instant: Instant) async throws {
        let child = call.child
        self.child = child
        self.episode = episode
        self.instant = instant
        let all = call.state.episodes(of: child.id)
        let found = AsKnown(
            child: episode == nil ? child : nil, episodes: episode.map { [$0] } ?? all, at: instant)
        known = try await Self.lines(found.known, call)
        learntLater = try await Self.lines(found.learntLater, call)
        afterwards = found.afterwards
        stood = Self.stood(episode.map { [$0] } ?? all, child, all, call, at: instant)
        if call.access.maySee(.audit, of: child.id) {
            let span = Instant(secondsSince1970: 0)..<max(instant, Instant(secondsSince1970: 1))
            looks = try await call.site.looks.answer(
                LookBook.Question(child: child.id, span: span), limit: Self.mostLooks
            ).looks
        } else {
            looks = nil
        }
    }

    private static func lines(_ entries: [AsKnown.Entry], _ call: Call) async throws -> [Line] {
        let told = try await call.told(
            entries.map(\.mark).filter { $0.word != .documentAdded }, of: call.child)
        var events: [Position: Event] = [:]
        for case .event(let position, let event) in told { events[position] = event }
        return entries.compactMap { entry in events[entry.mark.position].map { Line(entry: entry, event: $0) } }
    }

    /// Only duties of episodes that were known and not closed by then.
    private static func stood(
        _ episodes: [Episode], _ child: Child, _ all: [Episode], _ call: Call, at instant: Instant
    ) -> [Stood] {
        guard let then = child.asKnown(at: instant) else { return [] }
        let others = all.compactMap { $0.asKnown(at: instant) }
        let (shelf, seen, role) = (call.site.partnership.shelf, call.seen(of: child.id), call.account.role)
        return episodes.compactMap { episode in
            guard let known = episode.asKnown(at: instant), known.facts.stage != .closed else { return nil }
            let governing = shelf.governing(episode, in: call.state)
            let standings = governing.standings { pack in
                DutyBook(pack: pack, calendars: shelf.calendars).standings(
                    of: known, child: then, others: others, at: instant)
            }.filter { seen.shows($0, to: role) && $0.state != .notYet }.sorted(by: DutyStanding.comesFirst)
            let packs = [governing.here, governing.responsible].compactMap { $0?.title }.joined(separator: " and ")
            return Stood(episode: known, duties: standings, packs: packs)
        }
    }
}
