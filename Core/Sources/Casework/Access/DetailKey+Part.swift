// SPDX-License-Identifier: MIT

extension DetailKey {
    /// The part of the record to which the detail belongs whichever event carries it; nil where the event decides.
    public var ownPart: RecordPart? {
        switch self {
        case .name, .forenames, .surname, .knownAs, .born, .bornCertainty, .sex, .gender, .ethnicity, .language,
            .religion, .communicationNeeds, .childReference, .upn, .policeReference, .homeOfficeReference,
            .importReference, .parents, .school, .responsible, .lookedAfter, .relationship, .doNotNotify, .habits,
            .whatCalmsThem, .photo, .description:
            .identity
        case .nhsNumber, .medical: .health
        case .postcode, .address, .place, .host, .provider, .distanceMiles, .outOfArea, .whereTheyMayGo, .travel,
            .lastSeenAt, .from, .found, .whereTheyWere, .whereSlept, .neutralPlace, .shelter:
            .location
        case .phones, .socialAccounts: .identity
        case .concern, .associates, .foundWith, .whoWith, .harm, .offences, .push, .pull, .funded:
            .intelligence
        case .minutes, .decisions, .attendees, .apologies: .minutes
        case .wants: .ownWords
        case .findings, .reasons, .with, .withChildren, .names, .worker, .kind, .since, .until, .legalStatus, .role,
            .missingSince, .lastSeen, .lastSeenBy, .clothing, .belongings,
            .circumstances, .intentions, .items, .imminentRisk, .deadline, .checked, .result, .reference, .agency,
            .as, .rationale, .answers, .unanswered, .next, .callBack, .danger, .consent, .mistaken, .to, .how, .by,
            .duty, .reason, .action, .owner, .due, .outcome, .grade, .confirmed, .chair, .ownRecord, .ground,
            .declinedBy, .interviewer, .independent, .alone, .advocate, .safetyInformation, .accepted, .what, .at,
            .withdrawn, .narrative, .email, .authority, .digest, .rows, .pack, .appliesToOpen, .openFrom, .code,
            .tally, .content, .type, .areas, .lastEpisode, .meeting, .triggers, .line, .goal, .steps, .evidence,
            .inEpisode, .confidence, .toldBy, .settles, .before, .during, .howReturned, .episodes, .team, .signedBy:
            nil
        }
    }
}
