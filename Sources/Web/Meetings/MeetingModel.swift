// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One meeting with the children on it whom its reader may see, each kept apart.
struct MeetingModel {
    /// One child's part: what was read of their record is cut already to what the reader may see.
    struct Part {
        let part: MeetingPart
        let child: Child
        let seen: Seen
        /// Entries with their words, by their place.
        let told: [Position: Event]
        let firings: [Firing]
        let plans: [ChildPlan]
        /// Letters of the protocol to the child, with when each was sent for this meeting.
        let letters: [(letter: Letter, sent: Mark?)]

        /// Where what is said of the child is recorded.
        var place: String { part.episode.map { "/episodes/\($0.number)" } ?? "/children/\(child.id.number)" }
    }

    let meeting: CalledMeeting
    let kind: Meeting?
    let title: String
    let parts: [Part]
    let candidates: [AgendaCandidate]

    var isHeld: Bool { meeting.attendance != nil || parts.contains { $0.part.held != nil } }

    static func read(_ meeting: CalledMeeting, _ call: Call) async throws -> MeetingModel {
        let kinds = call.meetingKinds
        var parts: [Part] = []
        for part in call.meetings.parts(of: meeting) {
            guard let child = call.state.child(part.child) else { continue }
            parts.append(try await read(part, child, call))
        }
        let mayKeep = call.account.role.mayRecord(.meetingCalled) && !meeting.isCancelled
        let on = Set(parts.map(\.child.id))
        let candidates =
            mayKeep && meeting.attendance == nil
            ? MeetingTies(call).candidates(for: meeting.kind).filter { !on.contains($0.child) } : []
        return MeetingModel(
            meeting: meeting, kind: kinds.meeting(meeting.kind), title: kinds.title(meeting.kind), parts: parts,
            candidates: candidates)
    }

    private static func read(_ part: MeetingPart, _ child: Child, _ call: Call) async throws -> Part {
        let actions = part.actions.flatMap { [$0.agreed, $0.done, $0.dropped].compactMap(\.self) + $0.changed }
        let answers = call.state.standingMarks(of: child.id).filter { $0.word == .feedbackAnswered }
        let marks = [part.placed, part.held].compactMap(\.self) + part.feedback + actions + answers
        var told: [Position: Event] = [:]
        for case .event(let position, let event) in try await call.told(marks, of: child) { told[position] = event }
        let seen = call.seen(of: child.id)
        let named = Set(part.placed?.details.words(.triggers) ?? [])
        let firings =
            seen.seesReasons
            ? call.site.partnership.firings(of: child.id, in: call.state, at: call.now).filter {
                named.contains($0.trigger)
            } : []
        let pack = call.site.partnership.governing(child.id, in: call.state, at: call.now).here
        let letters = pack.sections.letters.filter { $0.to.contains(.role(.child)) && !$0.id.hasPrefix("interview") }
            .map { letter in
                (letter: letter, sent: part.letters.last { $0.details.word(.kind).map { $0 == letter.id } ?? true })
            }
        return Part(
            part: part, child: child, seen: seen, told: told, firings: newest(of: firings, before: part.placed),
            plans: seen.sees(.plans) ? call.state.plansInForce(of: child.id) : [], letters: letters)
    }

    /// Of each trigger, the newest firing that was there when the child was put on the agenda.
    private static func newest(of firings: [Firing], before placed: Mark?) -> [Firing] {
        let known = firings.filter { firing in placed.map { firing.at <= $0.recordedAt } ?? true }
        return known.map(\.trigger).uniqued.compactMap { trigger in known.last { $0.trigger == trigger } }
    }
}
