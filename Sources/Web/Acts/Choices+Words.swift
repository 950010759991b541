// SPDX-License-Identifier: MIT

import Casework
import Procedures

extension Choices {
    static let notified = [
        "police", "social-worker", "edt", "parents", "iro", "host-authority", "health", "childrens-services",
        "missing-persons-unit", "ceop", "missing-people", "home-office", "school", "carer", "advocate",
        "education-welfare", "cme-officer", "mash",
    ]

    static let how = ["phone", "in-person", "email", "message", "radio", "letter", "social-media"]

    static let harms = [
        "none-known", "injured", "assaulted", "sexually-exploited", "criminally-exploited", "substances",
        "self-harm", "robbed", "cold-or-hungry", "groomed", "trafficked", "gangs", "drawn-into-crime",
        "forced-marriage", "genital-mutilation", "thoughts-of-suicide", "mental-health", "slept-rough", "harmed-online",
        "none-disclosed",
    ]

    static let pushes = [
        "conflict-at-home", "conflict-with-carers", "conflict-with-other-children", "bullied", "unhappy-with-placement",
        "moved-against-their-wish", "contact-with-family", "school", "abuse-or-neglect", "mental-health",
        "domestic-abuse", "family-substance-misuse", "own-substance-misuse", "loneliness", "not-listened-to",
        "rules-and-boundaries",
    ]

    static let pulls = [
        "friends", "family", "boyfriend-or-girlfriend", "an-adult-who-exploits", "parties-and-substances", "money",
        "earlier-home-or-area", "peer-pressure", "groomed", "debt-or-control",
    ]

    /// What a finding of an interview may be about: what the child went from, went to or came to harm by, or else a
    /// place, a person, what they want.
    static let findings: [Choice] = {
        var codes = ["place-of-concern", "person-of-concern", "what-the-child-wants"]
        for code in pushes + pulls + harms where !codes.contains(code) && !code.hasPrefix("none-") {
            codes.append(code)
        }
        return codes.map { Choice($0) } + [Choice("other", "Something else")]
    }()

    /// By what an interview is judged: the protocol's own list, where it has one.
    static func auditItems(_ pack: ProtocolPack) -> [Choice] {
        let own = pack.sections.checklists.first { $0.id == "interview-quality" }?.items ?? []
        if !own.isEmpty { return own.map { Choice($0.id, $0.says) } }
        return [
            Choice("in-time", "Offered and held in time"), Choice("independent", "The interviewer was independent"),
            Choice("voice", "The child's voice is in it"), Choice("push-and-pull", "Why the child went is understood"),
            Choice("harm", "Harm was asked about and dealt with"),
            Choice("safety", "The child got what they need to stay safe"),
            Choice("actions", "Each finding has an action or a reason"),
            Choice("shared", "Police and those who need it have it"),
        ]
    }

    static let outcomes: [EventWord: [String]] = [
        .placementReviewed: ["placement-is-right", "placement-changes", "more-support", "not-yet-decided"],
        .closed: ["returned-safe", "returned-harmed", "found-elsewhere-safe", "not-an-episode"],
        .planLineProgressed: PlanLine.Progress.allCases.map(\.rawValue),
        .vulnerabilityAssessed: ["refer", "enquire"], .enquiryMade: SchoolCaseWords.answers,
    ]

    static let kinds: [EventWord: [String]] = [
        .reported: [
            "missing-from-home", "missing-from-care", "away-without-authorisation", "unreported",
            "missing-from-education",
        ],
        .meetingArranged: meetings, .meetingHeld: meetings, .meetingCalled: meetings,
        .planUpdated: ["placement-plan", "care-plan", "prevention-plan", "trigger-plan", "strategy"],
        .riskAssessmentUpdated: ["risk-assessment", "missing-risk-assessment"],
        .placedOnAgenda: ["panel", "mase", "daily-management-meeting"],
        .letterSent: ["invitation-to-speak", "triage-leaflet"],
        .reportSigned: ["regulation-40", "schedule-7"],
        .orderSought: orders, .orderObtained: orders,
        .preventionPlanReviewed: [
            "trigger-plan", "prevention-plan", "placement-plan", "care-plan", "pathway-plan",
        ],
        .planEnded: ["trigger-plan", "prevention-plan", "placement-plan", "care-plan", "pathway-plan", "strategy"],
        .takenOffAgenda: ["panel", "mase", "daily-management-meeting"],
        .rightsExplained: ["advocate", "help-lines", "interview"],
        .accommodated: shelter, .accommodationAssessed: shelter,
        .reviewed: ["absent-review", "risk-review"],
        .interviewNotAttended: ["not-present", "refused-on-arrival"],
        .interviewAssigned: ["independent", "works-for-placement", "works-for-authority"],
        .absenceNoted: ["all-day", "part-of-the-day"], .alertReceived: ["missing", "exploitation", "trafficking"],
        .vulnerabilityAssessed: [SchoolCaseModel.seven, SchoolCaseModel.judgement],
        .toldAboutChild: ["arrival", "departure", "risk", "plan"],
        .riskNoted: risks, .riskEnded: risks,
        .statusStarted: statuses, .statusEnded: statuses,
        .placementStarted: [
            "childrens-home", "foster-care", "semi-independent", "with-parents", "kinship-care", "secure", "hospital",
            "residential-school",
        ],
    ]

    static let careOrders = ["section-20", "care-order", "interim-care-order", "remand"]

    private static let orders = ["emergency-protection-order", "recovery-order", "care-order", "interim-care-order"]

    private static let shelter = [
        "foster-care", "supported-lodgings", "semi-independent", "safe-house", "with-family", "childrens-home",
    ]

    private static let meetings = [
        "strategy-meeting", "strategy-discussion", "protection-plan-meeting", "placement-plan-meeting",
        "statutory-review", "daily-management-meeting", "repeat-discussion", "panel", "mase",
    ]

    private static let risks = [
        "sexual-exploitation", "criminal-exploitation", "trafficking", "self-harm", "medical", "substance",
        "learning-difficulty", "radicalisation", "forced-marriage", "honour-based", "gang", "offending",
        "domestic-abuse", "goes-missing", "crime-victim", "person-posing-risk", "risky-associates", "risky-places",
        "troubled-family", "frequent-moves", "serious-attendance", "coercion", "homelessness", "organised-abuse",
        "bullying", "mental-health", "special-needs", "residence-dispute",
    ]

    private static let statuses = [
        "looked-after", "child-protection-plan", "child-in-need", "section-47", "care-leaver", "unaccompanied", "died",
        "subject-to-restriction", "early-help", "care-order", "interim-care-order",
    ]

    /// Codes whose words are not simply the code with spaces.
    static let words: [String: String] = [
        "iro": "independent reviewing officer", "edt": "emergency duty team", "ceop": "CEOP", "mase": "MASE",
        "strategy": "strategy action plan",
        "mash": "multi-agency safeguarding hub", "home-office": "Home Office", "in-person": "in person",
        "missing-people": "Missing People charity", "missing-persons-unit": "UK Missing Persons Unit",
        "childrens-services": "children's services", "childrens-home": "children's home", "email": "e-mail",
        "health": "designated health professional", "parents": "parents, or who has parental responsibility",
        "regulation-40": "regulation 40 report", "schedule-7": "schedule 7 report", "section-47": "section 47 enquiry",
        "substance": "drugs or alcohol", "gang": "gangs", "medical": "a medical need",
        "honour-based": "so-called honour-based abuse", "subject-to-restriction": "subject to immigration restriction",
        "cme-officer": "children missing education officer", "none-known": "none known",
        "friend-or-girlfriend": "boyfriend or girlfriend", "not-an-episode": "not an episode after all",
        "cme-team": "children missing education team", "missing-coordinator": "missing-person coordinator",
        "informant": "whoever reported it", "old-school": "the school they left",
        "anybody": "anybody", "somebody-else": "somebody else than was offered", "nobody-now": "not to talk now",
        "meet-home": "where they live", "meet-school": "at school", "meet-quiet": "somewhere quiet away from home",
        "meet-walk": "on a walk or in a car", "talk-person": "face to face", "talk-phone": "on the phone",
        "talk-video": "on a video call", "talk-message": "in messages", "none-disclosed": "none told of",
        "genital-mutilation": "female genital mutilation", "not-present": "they were not there",
        "refused-on-arrival": "they said no when it was to begin", "loneliness": "being lonely",
        "triage-leaflet": "leaflet about support", "goes-missing": "likely to go missing",
    ]
}
