// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What the page of one return interview says, for one reader at one moment.
struct InterviewModel: Sendable {
    let episode: Episode
    let child: Child
    let seen: Seen
    let telling: Telling
    /// Nil while the child is not back.
    let referral: InterviewReferral?
    let course: InterviewCourse
    let name: String
    let why: [String]
    /// Entries of the episode that are about the interview, in order, as far as the reader may see them.
    let entries: [(position: Position, event: Event)]
    /// What the child chose, wrote and corrected, and the answers, the newest first.
    let ownWords: [(position: Position, event: Event)]
    /// Why the interviewer should not have been the one, by the protocol in force.
    let independence: GuardrailRefusal?
    /// How the interviewer stands to placement and authority; nil where the record does not know them.
    let standing: InterviewerStanding?
    let training: Training?
    /// When the reader began to write the interview down, where they did.
    let draftKeptAt: Instant?
    /// The child's other episodes that this interview is about too.
    let others: [Episode]
    /// Agreements in force that an interview is not due, with when they end.
    let agreements: [(duty: String, until: Instant)]
    let pack: ProtocolPack

    init(_ call: Call) async throws {
        let (episode, child) = (call.episode, call.child)
        (self.episode, self.child) = (episode, child)
        let seen = call.seen(of: child.id)
        self.seen = seen
        let reader = InterviewReader(call)
        telling = reader.telling
        referral = reader.referral(episode, child)
        course = InterviewCourse(of: episode)
        name = child.facts.name
        why = referral.map { reader.reasons($0, child, seen) } ?? []
        entries = try await InterviewModel.events(
            episode.history.standing.filter { InterviewModel.words.contains($0.word) }, of: child, call)
        ownWords = try await InterviewModel.events(
            child.history.standing.filter { InterviewModel.childsWords.contains($0.word) }, of: child, call
        ).reversed()
        pack = call.site.partnership.pack(for: episode)
        let worker = course.interviewer.flatMap { call.state.workers[$0] }
        let standing = worker.map { InterviewerStanding(of: $0, to: child.facts, on: call.now, in: call.state) }
        self.standing = standing
        training = worker.flatMap { call.state.training(of: $0.id, in: Training.returnInterviews, at: call.now) }
        independence = standing.flatMap { standing in
            InterviewModel.refusal(of: standing, worker?.id ?? "", call, wasAsked: InterviewModel.wasAsked(episode))
        }
        let draft = try await call.site.accounts.draft(WriteInterviewForm.path(episode.id), of: call.account)
        draftKeptAt = draft?.keptAt
        others = call.state.episodes(of: child.id).filter { other in
            other.id != episode.id
                && other.history.standing.contains { $0.details.numbers(.episodes).contains(Int(episode.id.number)) }
        }
        agreements = InterviewModel.agreements(in: episode, call.state.episodes(of: child.id), at: call.now)
    }

    func may(_ word: EventWord, _ call: Call) -> Bool { call.access.mayRecord(word, on: child.id) }

    static let words: EventWords = [
        .referred, .notified, .interviewAssigned, .interviewContacted, .interviewOffered, .interviewAccepted,
        .interviewDeclined, .interviewNotArranged, .interviewNotAttended, .interviewHeld, .parentsViewOffered,
        .findingsShared, .sharingAgreed, .interviewWrittenForChild, .findingRecorded, .findingNeedsNoAction,
        .actionAgreed, .actionDone, .intelligenceSubmitted, .intelligenceReceived, .intelligenceNotSubmitted,
        .interviewAudited,
    ]
    static let childsWords: EventWords = [.childChose, .childWrote, .childCorrected, .childAnswered]

    private static func events(
        _ marks: [Mark], of child: Child, _ call: Call
    ) async throws -> [(position: Position, event: Event)] {
        let shown = marks.filter { mark in
            // Of notices only those that pass the child on to an interviewer.
            (mark.word != .notified && mark.word != .referred) || mark.details.word(.to) == Role.interviewer.rawValue
        }
        return try await call.told(shown, of: child).compactMap { told in
            if case .event(let position, let event) = told { (position, event) } else { nil }
        }
    }

    private static func wasAsked(_ episode: Episode) -> Bool {
        episode.history.standing.last { $0.word == .interviewAssigned }?.details.flag(.consent) ?? false
    }

    /// What the protocol would say to naming them.
    private static func refusal(
        of standing: InterviewerStanding, _ worker: String, _ call: Call, wasAsked: Bool
    ) -> GuardrailRefusal? {
        let act = Act(
            .interviewAssigned, .episode(call.episode.id), occurredAt: .at(call.now),
            details: [
                .interviewer: .word(worker), .kind: .word(standing.rawValue), .consent: .flag(wasAsked),
            ])
        let partnership = call.site.partnership
        return Guardrails(pack: partnership.pack(for: call.episode), calendars: partnership.shelf.calendars).check(
            act, by: .interviewer, episode: call.episode, child: call.child,
            others: call.state.episodes(of: call.child.id))
    }

    private static func agreements(
        in episode: Episode, _ episodes: [Episode], at now: Instant
    ) -> [(duty: String, until: Instant)] {
        episodes.flatMap { $0.history.standing }.compactMap { mark in
            guard mark.word == .agreed, let duty = mark.details.word(.duty), duty.contains("interview"),
                let until = mark.details.time(.until)?.latest, now < until
            else { return nil }
            return (duty, until)
        }
    }
}
