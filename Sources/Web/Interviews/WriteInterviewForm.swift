// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The guided form of a return interview: its parts in the order of a talk, and what is made of them when it is sent.
struct WriteInterviewForm {
    /// One part of the talk.
    struct Part {
        let title: String
        let says: String
        let keys: [DetailKey]
    }

    let call: Call
    let fields: [DetailKey: ActField]
    let typed: FormFields

    static func path(_ episode: EpisodeID) -> String { "/episodes/\(episode.number)/interview/write" }

    init(_ call: Call, typed: FormFields) {
        self.call = call
        self.typed = typed
        let pack = call.site.partnership.pack(for: call.episode)
        let setting = Choices.Setting(state: call.state, pack: pack, role: call.account.role)
        let all = ActForm(.interviewHeld, in: setting).fields
        fields = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
    }

    /// In the order in which one talks: what was before, what happened, how it ended, what comes next.
    static let parts: [Part] = [
        Part(
            title: "This talk",
            says: "Tell the child who may hear what they say, and when you cannot keep it to yourself.",
            keys: [.alone, .advocate, .neutralPlace]),
        Part(
            title: "Before you went", says: "What was going on? How did it feel? What would have helped you to stay?",
            keys: [.before, .reasons, .push, .pull]),
        Part(
            title: "While you were away",
            says: "Where were you, who with? Did anybody hurt or frighten you, or make you do something?",
            keys: [.during, .whereTheyWere, .whoWith, .whereSlept, .funded, .travel, .harm, .offences]),
        Part(title: "Coming back", says: "How did you come back? How is it now?", keys: [.howReturned, .result]),
        Part(title: "What you want", says: "What should be different? Who could help with that?", keys: [.wants]),
        Part(
            title: "Staying safe",
            says: "Give the help lines and what the child needs to stay safe, and make sure they have it.",
            keys: [.safetyInformation, .narrative]),
    ]

    /// How many findings the form has room for; more are recorded one by one.
    static let mostFindings = 4

    /// What may be asked who may hear of it.
    static let hearers = ["social-worker", "carer", "parents", "school", "police", "health", "advocate"]

    /// What a finding is about.
    static var findingKinds: [Choice] { Choices.findings }

    var interviewer: String {
        if !typed["interviewer"].isEmpty { return typed["interviewer"] }
        return InterviewCourse(of: call.episode).interviewer ?? call.account.actor.worker ?? ""
    }

    /// Other episodes of the child that are over and had no interview: one talk may be about all of them.
    var uncovered: [Episode] {
        call.state.episodes(of: call.child.id).filter { other in
            other.id != call.episode.id && other.facts.returnedAt != nil && other.facts.stage != .closed
                && !other.history.holds(.interviewHeld)
        }
    }

    /// What is recorded of it all, or what is wrong.
    func read() -> (acts: [Act], faults: [FieldFault]) {
        var faults: [FieldFault] = []
        let asked = WriteInterviewForm.parts.flatMap(\.keys).compactMap { fields[$0] }
        var details = DetailFields.read(asked, in: typed, now: call.now, faults: &faults)
        var at = UncertainTime.at(call.now)
        do {
            at = try TimeFields.read(ActForm.occurredName, in: typed, now: call.now)
        } catch .says(let text) {
            faults.append(FieldFault(control: ActForm.occurredName, says: text))
        } catch {
            // Nothing was said of the time: it is now.
        }
        if details.isEmpty {
            faults.append(FieldFault(control: "before", says: "Write at least one thing that the child said or wants"))
        }
        addInterviewer(to: &details, at: at)
        let subject = Act.Subject.episode(call.episode.id)
        var acts = [Act(.interviewHeld, subject, occurredAt: at, details: details)]
        acts += covered(at, details)
        if typed["talked"] == "yes" {
            let names = typed.values("hear").filter(WriteInterviewForm.hearers.contains)
            acts.append(Act(.sharingAgreed, subject, occurredAt: at, details: [.names: .words(names)]))
        }
        acts += findings(at)
        if !typed["forChild"].isEmpty {
            let text: Details = [.narrative: .text(typed["forChild"])]
            acts.append(Act(.interviewWrittenForChild, subject, occurredAt: at, details: text))
        }
        return (acts, faults)
    }

    private func addInterviewer(to details: inout Details, at time: UncertainTime) {
        guard let worker = call.state.workers[interviewer] else { return }
        let standing = InterviewerStanding(of: worker, to: call.child.facts, on: time.earliest, in: call.state)
        details[.interviewer] = .word(worker.id)
        details[.kind] = .word(standing.rawValue)
        details[.independent] = .flag(standing == .independent)
    }

    /// The same talk, written down of each other episode that it was about.
    private func covered(_ at: UncertainTime, _ details: Details) -> [Act] {
        let chosen = Set(typed.values("also").compactMap { UInt32($0) })
        return uncovered.filter { chosen.contains($0.id.number) }.map { other in
            var named: Details = [.episodes: .numbers([Int(call.episode.id.number)])]
            for key in [DetailKey.interviewer, .kind, .independent] { named[key] = details[key] }
            return Act(.interviewHeld, .episode(other.id), occurredAt: at, details: named)
        }
    }

    private func findings(_ at: UncertainTime) -> [Act] {
        (1...WriteInterviewForm.mostFindings).compactMap { number in
            let (kind, says) = (typed["finding.kind.\(number)"], typed["finding.says.\(number)"])
            guard !says.isEmpty else { return nil }
            let details: Details = [.kind: .word(kind.isEmpty ? "other" : kind), .narrative: .text(says)]
            return Act(.findingRecorded, .episode(call.episode.id), occurredAt: at, details: details)
        }
    }
}
