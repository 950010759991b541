// SPDX-License-Identifier: MIT

import Casework

/// What the controls are called, and what helps to fill them in.
enum FieldWords {
    static func label(_ key: DetailKey, _ word: EventWord) -> String {
        labels[Pair(word, key)] ?? labelOfRegisters(key, word) ?? general[key] ?? key.label
    }

    static func hint(_ key: DetailKey, _ word: EventWord) -> String {
        hints[Pair(word, key)] ?? hintOfRegisters(key, word) ?? generalHints[key] ?? ""
    }

    private struct Pair: Hashable {
        let word: EventWord
        let key: DetailKey
        init(_ word: EventWord, _ key: DetailKey) { (self.word, self.key) = (word, key) }
    }

    private static let labels: [Pair: String] = [
        Pair(.classified, .as): "What do police hold the child as?",
        Pair(.classified, .danger): "Is the child in danger now?",
        Pair(.reclassified, .as): "What do police hold the child as from now?",
        Pair(.decidedByIncidentManager, .as): "What was decided?",
        Pair(.riskGraded, .as): "How high is the risk?",
        Pair(.riskGraded, .mistaken): "Does this put right a mistaken first grading?",
        Pair(.riskGraded, .authority): "Who agreed, where a higher rank had to?",
        Pair(.careKindDecided, .as): "What is it, for those who care for the child?",
        Pair(.publicityDecided, .as): "What was decided?",
        Pair(.publicityDecided, .consent): "Did the family agree?",
        Pair(.reported, .to): "Reported to", Pair(.returned, .to): "Back at",
        Pair(.returned, .found): "Where they were found", Pair(.reported, .by): "Who reported",
        Pair(.located, .confirmed): "Confirmed by a known adult, an officer or a landline?",
        Pair(.contactedChild, .confirmed): "Confirmed by a known adult or a landline?",
        Pair(.sighted, .confirmed): "Is the sighting confirmed?",
        Pair(.sighted, .found): "Where the child was seen", Pair(.visited, .found): "Which address was visited",
        Pair(.agreed, .until): "The agreement holds until", Pair(.agreed, .duty): "Which duty is not due",
        Pair(.waived, .duty): "Which duty is set aside", Pair(.corrected, .at): "When it really happened",
        Pair(.corrected, .withdrawn): "Should the entry not stand at all?",
        Pair(.corrected, .reason): "What was wrong, and how you know",
        Pair(.meetingArranged, .at): "When it will be", Pair(.interviewAccepted, .at): "When it will be",
        Pair(.meetingHeld, .ownRecord): "Does this child have a record and a plan of their own?",
        Pair(.meetingHeld, .next): "Next meeting", Pair(.actionAgreed, .due): "To be done by",
        Pair(.actionDone, .what): "Which action (its number on the list)", Pair(.noteAdded, .narrative): "Note",
        Pair(.reviewAgreed, .callBack): "Who reported will be called back",
        Pair(.interviewOffered, .accepted): "Did the child accept?", Pair(.placementEnded, .at): "When it ended",
        Pair(.statusEnded, .at): "When it ended", Pair(.deallocated, .at): "When it ended",
        Pair(.accessRestricted, .names): "Who may see the record", Pair(.accessRestricted, .ground): "On which ground?",
        Pair(.locationShielded, .names): "From whom is it not held back?",
        Pair(.locationShielded, .until): "Held back until",
        Pair(.glassBreakReviewed, .result): "Was it right to open it?",
        Pair(.actionChased, .to): "Who was asked", Pair(.actionChased, .result): "What they said",
        Pair(.actionChanged, .due): "To be done by, from now on",
        Pair(.actionChanged, .owner): "Who does it from now on",
        Pair(.actionDone, .result): "What was done, and what came of it",
        Pair(.feedbackAnswered, .result): "What the child was told", Pair(.planEnded, .kind): "Which plan",
        Pair(.preventionPlanReviewed, .kind): "Which plan", Pair(.preventionPlanReviewed, .next): "Look at it again by",
        Pair(.planUpdated, .next): "Look at it again by", Pair(.planUpdated, .kind): "Which plan",
        Pair(.preventionPlanReviewed, .action): "What was looked at, or agreed",
        Pair(.meetingHeld, .wants): "What the child wants the meeting to know",
        Pair(.chanceOfRepeatAssessed, .answers): "The six factors",
        Pair(.jointPictureBuilt, .answers): "Five questions",
        Pair(.riskAssessed, .answers): "The sixteen issues",
        Pair(.statutoryReviewHeld, .answers): "What the review said",
        Pair(.chanceOfRepeatAssessed, .result): "In one sentence: how likely, and why",
        Pair(.jointPictureBuilt, .result): "In one sentence",
        Pair(.planLineWritten, .goal): "Under which head", Pair(.planLineChanged, .goal): "Under which head",
        Pair(.planLineWritten, .action): "What", Pair(.planLineChanged, .action): "What",
        Pair(.planLineWritten, .description): "How", Pair(.planLineChanged, .description): "How",
        Pair(.planLineWritten, .due): "By when", Pair(.planLineChanged, .due): "By when",
        Pair(.planLineWritten, .owner): "Who", Pair(.planLineChanged, .owner): "Who",
        Pair(.planLineProgressed, .outcome): "How it stands",
        Pair(.planLineProgressed, .result): "What was done so far",
        Pair(.planLineProgressed, .evidence): "What shows it", Pair(.planLineEnded, .reason): "Why it is taken out",
        Pair(.planLineChanged, .reason): "Why it is changed",
        Pair(.checksStarted, .deadline): "Finish the checks by",
        Pair(.accountSettled, .missingSince): "What counts as the start",
        Pair(.interviewHeld, .result): "How it is now", Pair(.interviewHeld, .travel): "How they got about",
        Pair(.interviewHeld, .wants): "What they want to happen", Pair(.interviewHeld, .harm): "Harm that they told of",
        Pair(.interviewHeld, .kind): "How the interviewer stands",
        Pair(.interviewHeld, .offences): "Crime, by or against them",
        Pair(.interviewHeld, .whoWith): "Who with", Pair(.interviewHeld, .whereTheyWere): "Where they were",
        Pair(.interviewAssigned, .kind): "How they stand to placement and authority",
        Pair(.interviewAssigned, .consent): "Did the child ask for this person?",
        Pair(.interviewNotAttended, .kind): "What happened?",
        Pair(.interviewNotArranged, .ground): "Why was it not offered?",
        Pair(.enquiryMade, .ground): "Why the child misses education, as it now seems",
        Pair(.interviewNotArranged, .reason): "What stood in the way",
        Pair(.interviewDeclined, .reason): "What they said",
        Pair(.findingRecorded, .kind): "What it is about",
        Pair(.findingRecorded, .narrative): "What somebody should act on",
        Pair(.findingNeedsNoAction, .reason): "Why none is needed", Pair(.sharingAgreed, .names): "Who may hear of it",
        Pair(.intelligenceSubmitted, .narrative): "What police should know",
        Pair(.intelligenceSubmitted, .consent): "Does the child agree?",
        Pair(.intelligenceReceived, .reference): "Police number for it",
        Pair(.intelligenceNotSubmitted, .reason): "What is not given, and why",
        Pair(.interviewAudited, .grade): "How good is it?", Pair(.interviewAudited, .checked): "What it shows",
        Pair(.interviewAudited, .unanswered): "What it lacks",
        Pair(.interviewAudited, .narrative): "What the interviewer can take from it",
        Pair(.interviewWrittenForChild, .narrative): "In a few plain sentences",
        Pair(.childAnswered, .narrative): "Your answer, in plain words",
        Pair(.parentsViewOffered, .result): "What they say",
        Pair(.parentsViewOffered, .to): "Who was asked",
        Pair(.parentsViewOffered, .accepted): "Did they want to say something?",
        Pair(.referred, .to): "To whom", Pair(.referred, .agency): "Which provider or service",
    ]

    private static let general: [DetailKey: String] = [
        .missingSince: "Missing since", .lastSeen: "Last seen, when", .lastSeenAt: "Last seen, where",
        .lastSeenBy: "Last seen by", .rationale: "Why", .to: "Who was told", .how: "How", .name: "Name",
        .imminentRisk: "Is the child in danger now?", .withChildren: "With which other children (their numbers)",
        .lookedAfter: "Is the child looked after?", .outOfArea: "Outside the authority's area?",
        .doNotNotify: "Must this person not be told?", .parents: "Who has parental responsibility",
        .responsible: "Responsible authority", .host: "Host authority", .unanswered: "Could not be answered",
        .whereTheyMayGo: "Where they may go", .whatCalmsThem: "What calms them", .next: "Next review",
        .callBack: "Call back", .narrative: "Anything more", .reference: "Reference or log number",
        .postcode: "Postcode", .harm: "Harm", .independent: "Was the interviewer independent of the placement?",
        .alone: "Was the child seen alone?", .neutralPlace: "Was it a neutral place?",
        .safetyInformation: "Was safety information given?", .funded: "How they paid for things",
        .wants: "What the child wants to happen", .push: "What they went from", .pull: "What they went to",
        .reasons: "Why they went, in their own words",
        .before: "What was going on", .during: "What happened", .howReturned: "How they came back",
        .whereSlept: "Where they slept", .advocate: "Was an advocate there?", .upn: "Unique pupil number",
        .bornCertainty: "How sure is the birth date?",
        .meeting: "Meeting", .apologies: "Apologies", .steps: "Steps", .evidence: "What shows it",
    ]

    private static let hints: [Pair: String] = [
        Pair(.located, .confirmed): "Hearing from the child alone does not settle where they are.",
        Pair(.contactedChild, .confirmed): "Ask to speak to an adult you know, or ring back on a landline.",
        Pair(.questionsAnswered, .answers): "Yes or no alone is not enough: write what was said.",
        Pair(.corrected, .withdrawn): "Both stay on record; an entry that does not stand no longer counts.",
        Pair(.accessRestricted, .names): "To everybody else the record will not exist. Include yourself.",
        Pair(.locationShielded, .names):
            "Everybody else, carers and parents too, no longer sees where the child is. Include yourself.",
        Pair(.locationShielded, .until): "Leave it empty to hold it back until somebody lifts it.",
        Pair(.meetingHeld, .ownRecord): "One meeting serves several children only where each has their own.",
    ]

    private static let generalHints: [DetailKey: String] = [
        .rationale: "The reasons, so that somebody who was not there understands the decision.",
        .attendees: "One a line.", .decisions: "One a line.", .with: "One name a line.", .items: "One a line.",
        .postcode: "For example B27 6QT.", .photo: "Where a recent one is kept, and its date.",
        .nhsNumber: "Ten digits.", .distanceMiles: "From home, in whole miles.",
        .medical: "Conditions, medicines and whether they have them along.",
    ]
}
