// SPDX-License-Identifier: MIT

import Casework
import Procedures

extension Schema {
    /// Every form that an operation names, of what is sent and what is answered.
    static let components: [String: Schema] = sent.merging(answered) { $1 }

    private static let happened = Member(
        "occurredAt", .said("When it happened, as far as it is known; now, where it is left out.", .time))

    private static let sent: [String: Schema] = [
        "Headed": headedForm,
        "Report": reportForm,
        "Search": searchForm,
        "Classification": classificationForm,
        "Return": returnForm,
        "Account": accountForm,
        "Acknowledgement": acknowledgementForm,
        "DutyDone": dutyDoneForm,
        "Entry": entryForm,
    ]

    private static let headedForm: Schema = .object(
        [Member("question", .code), Member("answer", .words)], optional: [])

    private static let reportForm: Schema = .object([
        Member("child", .said("The child’s number, where the record has them.", .number)),
        Member(
            "newChild",
            .said(
                "Who the child is, where the record does not have them.",
                DetailsForm.schema(of: [.childRegistered], besides: [.narrative, .reference]))),
        Member(
            "isNobodyKnown",
            .said("That the children who may be meant were looked at, and it is none of them.", .flag)),
        happened, Member("details", DetailsForm.schema(of: [.reported])),
    ])

    private static let searchForm: Schema = DetailsForm.schema(
        of: [.childRegistered], besides: [.narrative, .reference, .lookedAfter, .responsible])

    private static let classificationForm: Schema = .object(
        [Member("details", DetailsForm.schema(of: [.classified]))], optional: [happened])

    private static let returnForm: Schema = .object([happened, Member("details", DetailsForm.schema(of: [.returned]))])

    private static let accountForm: Schema = .object(
        [Member("details", DetailsForm.schema(of: [.accountReceived]))], optional: [happened])

    private static let acknowledgementForm: Schema = .object([
        happened, Member("details", DetailsForm.schema(of: [.acknowledged])),
    ])

    private static let dutyDoneForm: Schema = .object([
        Member(
            "instance", .said("Which of a recurring duty; the first outstanding, where it is left out.", .number)),
        happened, Member("details", DetailsForm.schema(of: EventWord.recordedByPrograms + [.acknowledged])),
    ])

    private static let entryForm: Schema = .object(
        [Member("word", .word(EventWord.recordedByPrograms.map(\.rawValue)))],
        optional: [happened, Member("details", DetailsForm.schema(of: EventWord.recordedByPrograms))])

    private static let answered: [String: Schema] = [
        "Recorded": recordedForm,
        "Program": programForm,
        "OpenEpisodes": openEpisodesForm,
        "EpisodeFacts": episodeFactsForm,
        "Episode": episodeForm,
        "EntryTold": entryToldForm,
        "Details": detailsForm,
        "Duties": dutiesForm,
        "Duty": dutyForm,
        "Found": foundForm,
        "FoundChild": foundChildForm,
        "Child": childForm,
        "Accounts": accountsForm,
        "Difference": differenceForm,
        "Said": saidForm,
        "Changes": changesForm,
        "Change": changeForm,
    ]

    private static let recordedForm: Schema = .object(
        [
            Member("child", .number), Member("entry", .said("The place of the last entry in the record.", .number)),
        ], optional: [Member("episode", .number), Member("duty", .named("Duty"))])

    private static let programForm: Schema = .object(
        [
            Member("name", .anyText), Member("role", .word(Role.allCases.map(\.rawValue))),
            Member("scopes", .list(.word(ClientScope.allCases.map(\.rawValue)), most: 100)),
            Member("endsAt", .time), Member("mayReport", .flag), Member("operations", .list(.anyText, most: 100)),
            Member("requestsAtOnce", .whole(least: 0, most: .max)),
            Member("requestsPerSecond", .whole(least: 0, most: .max)),
        ], optional: [Member("agency", .anyText)])

    private static let openEpisodesForm: Schema = .object(
        [
            Member("asOf", .time), Member("cursor", .anyText),
            Member("episodes", .list(.named("EpisodeFacts"), most: 1_000_000)),
        ], optional: [])

    private static let episodeFactsForm: Schema = .object(episodeRequired, optional: episodeOptional)

    private static let episodeForm: Schema = .object(
        episodeRequired + [
            Member("mayRecord", .list(.word(EventWord.allCases.map(\.rawValue)), most: 1_000)),
            Member("entries", .list(.named("EntryTold"), most: 1_000_000)),
        ], optional: episodeOptional)

    private static let entryToldForm: Schema = .object(
        [
            Member("entry", .number), Member("word", .word(EventWord.allCases.map(\.rawValue))),
            Member("occurredAt", .time), Member("recordedAt", .time),
            Member("role", .word(Role.allCases.map(\.rawValue))), Member("details", .named("Details")),
        ], optional: [])

    private static let detailsForm: Schema = DetailsForm.answered

    private static let dutiesForm: Schema = .object(
        [Member("asOf", .time), Member("duties", .list(.named("Duty"), most: 1_000_000))],
        optional: [Member("isMore", .flag)])

    private static let dutyForm: Schema = .object(
        [
            Member("child", .number), Member("duty", .anyText), Member("instance", .number),
            Member("what", .anyText), Member("state", .word(DutyState.allCases.map(\.rawValue))),
            Member("owedBy", .word(Role.allCases.map(\.rawValue))), Member("isYours", .flag),
            Member("recordedAs", .word(EventWord.allCases.map(\.rawValue))),
            Member("recordedWith", .named("Details")), Member("source", .anyText), Member("isLocalChoice", .flag),
        ],
        optional: [
            Member("episode", .number), Member("from", .time), Member("due", .time), Member("endedAt", .time),
            Member("escalatedTo", .word(Role.allCases.map(\.rawValue))), Member("agency", .anyText),
            Member("why", .list(.anyText, most: 1_000)),
        ])

    private static let foundForm: Schema = .object(
        [Member("children", .list(.named("FoundChild"), most: 100))], optional: [])

    private static let foundChildForm: Schema = .object(
        [Member("child", .number), Member("name", .anyText), Member("isSame", .flag), Member("why", .anyText)],
        optional: [
            Member("born", .anyText), Member("sex", .anyText), Member("openEpisode", .number),
        ])

    private static let childForm: Schema = .object(
        [Member("child", .number), Member("details", .named("Details")), Member("isLookedAfter", .flag)],
        optional: [Member("episodes", .list(.named("EpisodeFacts"), most: 1_000_000))])

    private static let accountsForm: Schema = .object(
        [
            Member("episode", .number), Member("accounts", .list(.named("EntryTold"), most: 100_000)),
            Member("differences", .list(.named("Difference"), most: 1_000)),
        ], optional: [])

    private static let differenceForm: Schema = .object(
        [
            Member("about", .anyText), Member("isOpen", .flag),
            Member("said", .list(.named("Said"), most: 100_000)),
        ], optional: [Member("settledBy", .number)])

    private static let saidForm: Schema = .object(
        [Member("entry", .number), Member("details", .named("Details"))], optional: [])

    private static let changesForm: Schema = .object(
        [
            Member("changes", .list(.named("Change"), most: 1_000)), Member("next", .anyText),
            Member("isMore", .flag),
        ], optional: [])

    private static let changeForm: Schema = .object(
        [
            Member("entry", .number), Member("child", .number),
            Member("word", .word(EventWord.allCases.map(\.rawValue))), Member("occurredAt", .time),
            Member("recordedAt", .time), Member("role", .word(Role.allCases.map(\.rawValue))),
        ], optional: [Member("episode", .number)])

    private static let episodeRequired = [
        Member("episode", .number), Member("child", .number),
        Member("stage", .word(EpisodeFacts.Stage.allCases.map(\.rawValue))),
    ].map { Member($0.name, $0.schema, isRequired: true) }

    private static let episodeOptional = [
        Member("name", .anyText), Member("since", .time), Member("returnedAt", .time), Member("closedAt", .time),
        Member("category", .word(PoliceCategory.allCases.map(\.rawValue))),
        Member("grade", .word(RiskGrade.allCases.map(\.rawValue))),
        Member("careKind", .word(CareKind.allCases.map(\.rawValue))), Member("isLocated", .flag),
        Member("reportedAt", .time), Member("locatedAt", .time), Member("nextReview", .time),
        Member("from", .anyText),
    ]
}
