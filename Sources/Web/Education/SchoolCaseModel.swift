// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What the page of a pupil's case says, for one reader.
struct SchoolCaseModel {
    let row: SchoolCaseRow
    let call: Call
    let telling: Telling
    let seen: Seen
    /// What was recorded in the case, as far as the reader may read it, in the order in which it happened.
    let told: [Event]
    /// The child's episodes away from home or care, the newest first.
    let away: [Episode]

    init(_ call: Call) async throws {
        guard let row = SchoolCaseRow(call.episode, call) else { throw PageFault.notFound }
        self.row = row
        self.call = call
        telling = Telling(state: call.state, now: call.now)
        let seen = call.seen(of: row.child.id)
        self.seen = seen
        told = try await call.told(call.episode.history.standing, of: row.child).compactMap { told in
            if case .event(_, let event) = told { event } else { nil }
        }
        away =
            seen.sees(.outline)
            ? call.state.episodes(of: row.child.id).filter { !$0.facts.isSchoolCase && $0.facts.reportedAt != nil }
                .reversed()
            : []
    }

    var path: String { "/episodes/\(row.episode.id.number)" }
    var role: Role { call.account.role }

    func mayRecord(_ word: EventWord) -> Bool { call.access.mayRecord(word, on: row.child.id) }

    /// The newest weighing of a kind, where there is one.
    func assessment(_ kind: String) -> Event? {
        told.last { $0.word == .vulnerabilityAssessed && $0.details.word(.kind) == kind }
    }

    /// Of the seven, those that the reader may know to hold: what the school said, and what the record says to them.
    var circumstances: [ImmediateCircumstance] {
        let said = Set(assessment(SchoolCaseModel.seven)?.details.words(.items) ?? [])
        return ImmediateCircumstance.allCases.filter { said.contains($0.rawValue) || isKnown($0) }
    }

    /// Whether the record says so, to this reader.
    func isKnown(_ circumstance: ImmediateCircumstance) -> Bool {
        guard row.school.circumstances.contains(circumstance) else { return false }
        return circumstance.isNotedAsRisk ? seen.shows(riskOf: circumstance.rawValue) : seen.shows(.statusStarted)
    }

    /// The enquiries of a kind; a visit to the home is an entry of its own.
    func enquiries(_ kind: EnquiryKind) -> [Event] {
        told.filter { event in
            switch event.word {
            case .enquiryMade: event.details.word(.kind) == kind.rawValue
            case .homeVisited: kind == .homeVisit
            default: false
            }
        }
    }

    /// Enquiries that name none of the kinds.
    var otherEnquiries: [Event] {
        told.filter { event in
            event.word == .enquiryMade
                && (event.details.word(.kind).map { EnquiryKind(rawValue: $0) == nil } ?? true)
        }
    }

    /// What the protocol would answer to taking the pupil off the roll today because nobody found them; nil where it
    /// has nothing against it.
    var rollRefusal: GuardrailRefusal? {
        let shelf = call.site.partnership.shelf
        let pack = shelf.pack(for: row.episode, in: call.state)
        let guardrails = Guardrails(pack: pack, calendars: shelf.calendars)
        for ground in [RollGround.notTraced, .continuallyAbsent] {
            let act = Act(
                .removedFromRoll, .episode(row.episode.id), occurredAt: .at(call.now),
                details: [.ground: .word(ground.rawValue)])
            let others = call.state.episodes(of: row.child.id)
            let refusal = guardrails.check(act, by: .school, episode: row.episode, child: row.child, others: others)
            // A ground that this protocol doesn't know at all says nothing about the enquiries.
            if let refusal, !refusal.rule.hasSuffix("ground") { return refusal }
        }
        return nil
    }

    /// The further questions: those of the protocol in force, where it has any.
    static func judgementQuestions(_ call: Call) -> [(id: String, asks: String)] {
        let pack = call.site.partnership.pack(for: call.episode)
        let asked = pack.sections.checklists.first { $0.id == "questions-for-judgement" }?.items ?? []
        if !asked.isEmpty { return asked.map { ($0.id, $0.says) } }
        return JudgementQuestion.allCases.map { ($0.rawValue, $0.asks) }
    }

    static let seven = "seven-circumstances"
    static let judgement = "judgement"
}
