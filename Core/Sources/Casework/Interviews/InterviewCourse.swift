// SPDX-License-Identifier: MIT

import WorkingTime

/// How far the return interview of one episode has come, read off the episode's history.
public struct InterviewCourse: Hashable, Sendable {
    /// How far it is.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Back, and nobody has passed it on yet.
        case waiting
        case referred
        case assigned
        case contacted
        case offered
        case arranged
        case notAttended = "not-attended"
        case notOffered = "not-offered"
        case declined
        case held

        /// Whether somebody still has to do something about the interview itself.
        public var isOpen: Bool { self != .held && self != .declined }

        /// "not yet referred"
        public var spoken: String {
            switch self {
            case .waiting: "not yet referred"
            case .referred: "referred, nobody has it yet"
            case .assigned: "somebody has it"
            case .contacted: "the child was contacted"
            case .offered: "offered"
            case .arranged: "the child said yes"
            case .notAttended: "the child said yes, and it did not come about"
            case .notOffered: "not offered"
            case .declined: "the child said no"
            case .held: "held"
            }
        }
    }

    public let stage: Stage
    /// The provider that it was referred to, by short name, where the record names one.
    public let referredTo: String?
    /// Who is to hold it, or held it: a worker's short name or a name.
    public let interviewer: String?
    /// When it is arranged for.
    public let arrangedFor: UncertainTime?
    /// How often somebody tried to reach the child or held an appointment that did not come about.
    public let attempts: Int
    public let notOffered: NotOffered?
    public let notAttended: NotAttended?
    /// The entry that says it was held.
    public let held: Mark?
    /// Findings, and those of them that have an action or a reason why not, by their place in the ledger.
    public let findings: [Mark]
    public let answered: Set<Int>
    /// What was given to police, and which of it they have.
    public let submitted: [Mark]
    public let received: Set<Int>
    public let audits: [Mark]

    /// Findings with neither an action nor a reason why not.
    public var unanswered: [Mark] { findings.filter { !answered.contains(Int($0.position.number)) } }
    /// What police have not said they have.
    public var unreceipted: [Mark] { submitted.filter { !received.contains(Int($0.position.number)) } }

    public init(of episode: Episode) {
        let marks = episode.history.standing
        let words = EventWords(marks.lazy.map(\.word))
        func all(_ word: EventWord) -> [Mark] { words.contains(word) ? marks.filter { $0.word == word } : [] }
        stage = InterviewCourse.stage(of: marks)
        referredTo = marks.last { $0.isReferralForInterview }.flatMap { $0.details.word(.agency) }
        interviewer = marks.last { InterviewCourse.naming.contains($0.word) && $0.details[.interviewer] != nil }?
            .details.word(.interviewer)
        arrangedFor = all(.interviewAccepted).last?.details.time(.at)
        attempts = all(.interviewContacted).count + all(.interviewNotAttended).count
        notOffered =
            stage == .notOffered
            ? all(.interviewNotArranged).last.map { $0.details.word(.ground).flatMap(NotOffered.init) ?? .other } : nil
        notAttended = all(.interviewNotAttended).last?.details.word(.kind).flatMap(NotAttended.init)
        held = all(.interviewHeld).first
        findings = all(.findingRecorded)
        answered = Set((all(.actionAgreed) + all(.findingNeedsNoAction)).compactMap { $0.details.number(.what) })
        submitted = all(.intelligenceSubmitted)
        received = Set(all(.intelligenceReceived).compactMap { $0.details.number(.what) })
        audits = all(.interviewAudited)
    }

    /// The category under which it is reported, once there is one.
    public var outcome: String? {
        switch stage {
        case .held: "offered and accepted"
        case .declined: "offered and declined"
        case .notAttended: notAttended?.spoken ?? "accepted, but it did not come about"
        case .notOffered: notOffered?.spoken
        default: nil
        }
    }

    private static let naming: EventWords = [
        .interviewAssigned, .interviewOffered, .interviewAccepted, .interviewHeld,
    ]

    private static func stage(of marks: [Mark]) -> Stage {
        var stage = Stage.waiting
        for mark in marks {
            switch mark.word {
            case .interviewHeld: return .held
            case .interviewAccepted: stage = .arranged
            case .interviewDeclined: stage = .declined
            case .interviewNotArranged: stage = .notOffered
            case .interviewNotAttended: stage = .notAttended
            case .interviewOffered:
                if mark.details.flag(.accepted) { stage = .arranged } else { stage = .offered }
            case .interviewContacted where stage.precedes(.contacted): stage = .contacted
            case .interviewAssigned where stage.precedes(.assigned): stage = .assigned
            case .referred, .notified:
                if stage.precedes(.referred), mark.isReferralForInterview { stage = .referred }
            default: break
            }
        }
        return stage
    }
}

extension InterviewCourse.Stage {
    /// Whether it comes before another of the first steps, which never take anything back.
    fileprivate func precedes(_ other: Self) -> Bool {
        let order: [Self] = [.waiting, .referred, .assigned, .contacted]
        guard let own = order.firstIndex(of: self), let place = order.firstIndex(of: other) else { return false }
        return own < place
    }
}

extension Mark {
    /// Whether it passes the child on to a return interviewer.
    fileprivate var isReferralForInterview: Bool {
        (word == .referred || word == .notified) && details.word(.to) == Role.interviewer.rawValue
    }
}
