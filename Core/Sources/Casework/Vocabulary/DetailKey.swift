// SPDX-License-Identifier: MIT

/// The name of one detail that an event may carry.
///
/// The order of the cases is the order in which details are kept; what is stored is the ``name``.
public enum DetailKey: UInt8, CaseIterable, Hashable, Comparable, Sendable {
    // Who and what the child is.
    case name, forenames, surname, knownAs, born, bornCertainty, sex, gender, ethnicity, language, religion
    case communicationNeeds, childReference, upn, nhsNumber, policeReference, homeOfficeReference, importReference
    case postcode, address, parents, school, responsible, lookedAfter
    // Spans of the record.
    case kind, since, until, legalStatus, place, host, outOfArea, provider, distanceMiles, role, worker, relationship
    case doNotNotify
    // Pen picture.
    case description, habits, whereTheyMayGo, whatCalmsThem, phones, socialAccounts, travel, medical, associates
    case photo
    // The report.
    case missingSince, lastSeen, lastSeenAt, lastSeenBy, from, with, withChildren, clothing, belongings, circumstances
    case intentions, items, imminentRisk, deadline, checked, result, reference, agency
    // Decisions.
    case `as`, rationale, answers, unanswered, next, callBack, danger, consent, mistaken
    // Notices and acts.
    case to, how, by, duty, reason, action, owner, due, outcome, grade, confirmed, found, foundWith, chair
    case attendees, ownRecord, minutes, decisions, ground
    // Found and back.
    case harm, whereTheyWere, whoWith, offences, whereSlept, funded, reasons, wants, findings, declinedBy
    case interviewer, independent, alone, advocate, neutralPlace, safetyInformation, push, pull, accepted
    // Corrections and the rest.
    case what, at, withdrawn, narrative, email, authority, digest, rows, pack, appliesToOpen, openFrom
    case code
    // Keeping and opening the record.
    case names, tally, content, type, areas, lastEpisode
    // Meetings and plans.
    case meeting, apologies, triggers, line, goal, steps, evidence
    // Places and people of concern, and accounts that differ.
    case concern, shelter, inEpisode, confidence, toldBy, settles
    // What a child tells of being away, and the episodes that one interview is about.
    case before, during, howReturned, episodes
    // From one shift to the next, and who signed.
    case team, signedBy

    public static func < (first: DetailKey, second: DetailKey) -> Bool { first.rawValue < second.rawValue }

    /// What kind of value this detail holds.
    public var holds: DetailType {
        switch self {
        case .born, .since, .openFrom: .date
        case .missingSince, .lastSeen, .deadline, .next, .callBack, .until, .due, .at: .time
        case .lookedAfter, .outOfArea, .imminentRisk, .danger, .consent, .mistaken, .confirmed, .ownRecord,
            .independent,
            .alone, .advocate, .neutralPlace, .withdrawn, .appliesToOpen, .accepted, .safetyInformation, .doNotNotify:
            .flag
        case .distanceMiles, .what, .rows, .lastEpisode, .meeting, .line, .concern, .shelter, .inEpisode: .number
        case .items, .checked, .unanswered, .attendees, .push, .pull, .decisions, .with, .harm, .names, .tally,
            .areas, .apologies, .triggers, .settles:
            .words
        case .withChildren, .episodes: .numbers
        case .answers, .findings, .steps: .answers
        case .name, .forenames, .surname, .knownAs, .language, .religion, .communicationNeeds, .address, .parents,
            .description, .habits, .whereTheyMayGo, .whatCalmsThem, .phones, .socialAccounts, .travel, .medical,
            .associates, .photo, .lastSeenAt, .lastSeenBy, .clothing, .belongings, .circumstances, .intentions,
            .rationale, .reason, .action, .found, .foundWith, .minutes, .whereTheyWere, .whoWith, .offences,
            .whereSlept, .funded, .reasons, .wants, .narrative, .email, .result, .relationship, .gender,
            .content, .evidence, .toldBy, .before, .during, .howReturned, .signedBy:
            .text
        default: .word
        }
    }

    /// Whether the text stays in the ledger and is read only when it is shown.
    ///
    /// The state keeps what is searched, counted and ruled on; everything else would only fill its memory.
    public var isNarrative: Bool {
        switch holds {
        case .text:
            switch self {
            case .name, .forenames, .surname, .knownAs, .address: false
            default: true
            }
        case .answers: true
        default: false
        }
    }

    /// The detail as a label on a form: "Last seen at".
    public var label: String { DetailKey.labels[self] ?? spaced }

    /// The key as scenarios, the record and the API write it: `missingSince`.
    public var name: String { DetailKey.written[Int(rawValue)] }

    public init?(named name: String) {
        guard let key = DetailKey.byName[name] else { return nil }
        self = key
    }

    private static let written: [String] = allCases.map { "\($0)" }
    private static let byName: [String: DetailKey] = Dictionary(uniqueKeysWithValues: zip(written, allCases))

    private static let labels: [DetailKey: String] = [
        .upn: "Unique pupil number", .nhsNumber: "NHS number", .born: "Date of birth", .as: "Decision",
        .lastSeen: "Last seen at (time)", .lastSeenAt: "Last seen where", .with: "Went with",
        .from: "Went missing from",
        .to: "To whom", .how: "How", .reference: "Reference or log number", .next: "Next review",
        .until: "Until", .found: "Where found", .foundWith: "Found with", .what: "Which entry", .at: "When it happened",
        .code: "Closing code", .names: "Who may see it", .content: "The document itself",
        .tally: "Their episodes, as counts", .areas: "Which authorities' areas it covers",
        .lastEpisode: "The last episode number given out",
        .meeting: "Which meeting", .triggers: "What put the child there", .line: "Which line",
        .goal: "Under which head",
        .steps: "Steps: who and when, and what",
        .concern: "Which place or person of concern", .shelter: "Which emergency place",
        .inEpisode: "In which episode", .confidence: "How sure", .toldBy: "Who told us",
        .settles: "What is settled", .before: "Before going", .during: "While away",
        .howReturned: "How they came back", .episodes: "The episodes it is about",
        .signedBy: "Signed by (name and post)",
    ]

    private var spaced: String {
        var label = ""
        for character in name {
            if character.isUppercase {
                label += " " + character.lowercased()
            } else {
                label += label.isEmpty ? character.uppercased() : String(character)
            }
        }
        return label
    }
}
