// SPDX-License-Identifier: MIT

import Casework
import Procedures

/// One thing that may be chosen: what is recorded, and what is read.
struct Choice: Hashable, Sendable {
    let code: String
    let says: String

    init(_ code: String, _ says: String? = nil) {
        self.code = code
        self.says = says ?? Choices.spoken(code).capitalisedFirst
    }
}

/// The known choices for details that hold a word. A detail without any is typed.
enum Choices {
    /// What a form's choices depend on.
    struct Setting: Sendable {
        let state: State
        let pack: ProtocolPack
        let role: Role
        /// Who fills the form in, and about whom: what only some may choose is offered to nobody else.
        var access: Access?
        var child: ChildID?

        /// Details that are not asked of somebody who could not choose among them.
        var hidden: Set<DetailKey> { access?.readsConcerns == true ? [] : [.concern, .confidence, .inEpisode] }
    }

    /// What is known, and what the protocol in force asks for beside: nothing it wants may be impossible to enter.
    static func of(_ key: DetailKey, for word: EventWord, in setting: Setting) -> [Choice] {
        let known = known(key, for: word, in: setting)
        // Without any known word the detail is typed, whatever the protocol asks for.
        guard isOpen(key, of: word), !known.isEmpty else { return known }
        let codes = Set(known.map(\.code))
        if key == .kind, meetingWords.contains(word) {
            // A kind of meeting has a title in the protocol, and its plain code where it has none.
            let titled = setting.pack.sections.meetings.filter { !codes.contains($0.id) }
                .map { Choice($0.id, $0.title) }
            let all = codes.union(titled.map(\.code))
            return known + titled
                + setting.pack.wordsAsked(of: key, in: word).filter { !all.contains($0) }.map { Choice($0) }
        }
        return known
            + setting.pack.wordsAsked(of: key, in: word).filter { !codes.contains($0) && !neverRight.contains($0) }
            .map { Choice($0) }
    }

    /// What a protocol names only to refuse it: for a child it is never right. Source: SG ¶40.
    private static let neverRight: Set<String> = ["bed-and-breakfast"]

    private static let meetingWords: Set<EventWord> = [
        .meetingArranged, .meetingHeld, .placedOnAgenda, .takenOffAgenda, .meetingCalled,
    ]

    /// Whether a protocol may ask for further words: not where police decide, in its own vocabulary.
    private static func isOpen(_ key: DetailKey, of word: EventWord) -> Bool {
        switch key {
        case .kind, .to, .outcome, .code, .ground: true
        case .as:
            ![.classified, .reclassified, .decidedByIncidentManager, .riskGraded, .careKindDecided].contains(word)
        default: false
        }
    }

    private static func known(_ key: DetailKey, for word: EventWord, in setting: Setting) -> [Choice] {
        switch key {
        case .as: decisions(word, setting)
        case .kind where word == .findingRecorded: findings
        case .kind where word == .enquiryMade: EnquiryKind.allCases.map { Choice($0.rawValue, $0.says) }
        case .kind: kinds[word, default: kindsOfConcern[word, default: []]].map { Choice($0) }
        case .to: recipients(word, setting)
        case .names where word == .sharingAgreed: WriteInterviewForm.hearers.map { Choice($0) }
        case .checked where word == .interviewAudited, .unanswered where word == .interviewAudited:
            auditItems(setting.pack)
        case .ground where word == .interviewNotArranged: NotOffered.allCases.map { Choice($0.rawValue) }
        case .grade where word == .interviewAudited:
            InterviewGrade.allCases.map { Choice($0.rawValue, $0.spoken.capitalisedFirst) }
        case .how: how.map { Choice($0) }
        case .agency where word == .alertReceived || word == .alertEnded: []
        case .agency, .host, .responsible, .provider, .school, .place, .from, .authority:
            agencies(key, setting.state)
        case .worker, .interviewer: workers(key, setting.state)
        case .names: workers(key, setting.state).filter { setting.state.workers[$0.code]?.role.seesChildren == true }
        case .ground where word == .accessRestricted:
            Restriction.Ground.allCases.map { Choice($0.rawValue, $0.spoken.capitalisedFirst) }
        case .ground where word == .removedFromRoll: RollGround.allCases.map { Choice($0.rawValue, $0.says) }
        case .ground where word == .enquiryMade:
            MissingEducationReason.allCases.map { Choice($0.rawValue, $0.returned) }
        case .legalStatus where word == .statusStarted:
            ImmigrationRestriction.allCases.map { Choice($0.rawValue, "Restriction: \($0.spoken)") }
                + careOrders.map { Choice($0) }
        case .items where word == .vulnerabilityAssessed:
            ImmediateCircumstance.allCases.map { Choice($0.rawValue, $0.question) }
        case .role, .owner, .by, .declinedBy: roles(key)
        case .sex: [Choice("female"), Choice("male"), Choice("unknown", "Not known")]
        case .ethnicity: EthnicityWords.choices
        case .bornCertainty: [Choice("exact"), Choice("assumed"), Choice("estimated"), Choice("unknown", "Not known")]
        case .checked: checks
        case .goal: PlanLine.Goal.allCases.map { Choice($0.rawValue) }
        case .harm: harms.map { Choice($0) }
        case .push: pushes.map { Choice($0) }
        case .pull: pulls.map { Choice($0) }
        case .outcome where word == .caseClosed:
            SchoolCaseOutcome.allCases.map { Choice($0.rawValue, $0.says) }
        case .outcome: outcomes[word, default: outcomesOfStaying[word, default: []]].map { Choice($0) }
        case .concern, .shelter, .inEpisode, .confidence, .settles, .what: ofRegisters(key, for: word, in: setting)
        default: []
        }
    }

    /// A code in the words of a sentence.
    static func spoken(_ code: String) -> String { words[code] ?? code.spaced }

    static let checks = [
        Choice("premises", "The building and the garden"), Choice("nearby", "Streets and places nearby"),
        Choice("phone", "Their phone: rung and texted"), Choice("friends", "Friends"),
        Choice("family", "Family"), Choice("school", "School, club or work"),
        Choice("transport", "Buses and trains on their way"),
    ]

    private static func decisions(_ word: EventWord, _ setting: Setting) -> [Choice] {
        switch word {
        case .classified, .reclassified, .decidedByIncidentManager:
            setting.pack.vocabulary.categories.map { Choice($0.rawValue, $0.spoken.capitalisedFirst) }
        case .riskGraded:
            setting.pack.vocabulary.grades.reversed().map { Choice($0.rawValue, $0.spoken.capitalisedFirst) }
        case .deploymentGraded: [Choice("immediate"), Choice("early")]
        case .careKindDecided: CareKind.allCases.map { Choice($0.rawValue, $0.spoken.capitalisedFirst) }
        case .publicityDecided: [Choice("publish", "Go public"), Choice("no-publicity", "Do not go public")]
        default: []
        }
    }

    private static func recipients(_ word: EventWord, _ setting: Setting) -> [Choice] {
        switch word {
        case .reported: [Choice("police"), Choice("social-worker"), Choice("edt")]
        case .notified, .acknowledged, .findingsShared: notified.map { Choice($0) }
        case .returned:
            ["home", "placement", "other-safe-place", "new-placement", "hospital", "custody"].map { Choice($0) }
        case .supportOffered: ["child", "family"].map { Choice($0) }
        case .toldAboutChild: ["social-worker", "health", "school", "police", "host-authority"].map { Choice($0) }
        case .transferOffered:
            setting.state.agencies.values.filter { $0.kind == .police }.map { Choice($0.id.name, $0.name) }
                .sorted { $0.says < $1.says }
        case .handOverOffered:
            setting.state.agencies.values.filter { $0.kind == .authority }.map { Choice($0.id.name, $0.name) }
                .sorted { $0.says < $1.says }
        case .letterSent: ["child", "parents", "social-worker"].map { Choice($0) }
        case .parentsViewOffered: ["parents", "carer"].map { Choice($0) }
        case .referred:
            ["interviewer", "education-welfare", "social-worker", "mash", "police", "cme-officer"].map { Choice($0) }
        default: []
        }
    }

    private static func agencies(_ key: DetailKey, _ state: State) -> [Choice] {
        state.agencies.values.filter { agency in
            switch key {
            case .host, .responsible, .authority: agency.kind == .authority
            case .place: [.childrensHome, .fosteringService].contains(agency.kind)
            case .from: [.childrensHome, .fosteringService, .school].contains(agency.kind)
            case .school: agency.kind == .school
            default: true
            }
        }.map { Choice($0.id.name, $0.name) }.sorted { $0.says < $1.says }
    }

    private static func workers(_ key: DetailKey, _ state: State) -> [Choice] {
        state.workers.values.filter { !$0.hasLeft && (key != .interviewer || $0.role == .interviewer) }
            .map { Choice($0.id, "\($0.name), \($0.role.spoken)") }.sorted { $0.says < $1.says }
    }

    private static func roles(_ key: DetailKey) -> [Choice] {
        let offered: [Role] =
            switch key {
            case .role: [.socialWorker, .teamManager, .iro, .advocate, .interviewer]
            case .declinedBy: [.child, .parent, .carer]
            default: Role.allCases.filter { $0 != .analyst && $0 != .administrator && !$0.readsPublishedAlone }
            }
        let keyWorker = key == .role ? [Choice("key-worker")] : []
        return offered.map { Choice($0.rawValue, $0.spoken.capitalisedFirst) } + keyWorker
    }
}
