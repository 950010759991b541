// SPDX-License-Identifier: MIT

extension AccessRule {
    /// Roles that see no child's record, on purpose, and why. Every role is either here or in ``table``.
    public static let denied: [(role: Role, because: String)] = [
        (.parent, "A parent is told by the social worker. A parent may also be the one from whom a child runs."),
        (.child, "A child writes through a link of their own, and asks for what is held with an advocate's help."),
        (.analyst, "Figures are counts under pseudonyms, made without opening a record."),
        (.boardMember, "A board is told figures in which nobody can be recognised. It needs no child’s record."),
        (.councilMember, "A member of the council is told the same figures as the public, and of no child."),
        (.administrator, "Setting up agencies and accounts needs no child's record."),
    ]

    /// The whole table. What no line allows is denied.
    public static let table: [AccessRule] = caring + policing + socialCare + helping + keeping + exceptions

    /// That there is a record, and who the child is.
    private static let person: [RecordPart] = [.existence, .identity]
    /// What everybody who looks for a child or keeps them safe works with.
    private static let working: [RecordPart] = [
        .existence, .identity, .outline, .episode, .education, .location, .health, .intelligence, .plans,
    ]
    private static let everything = RecordPart.allCases
    private static let caseContent = everything.filter { $0 != .audit }

    private static let looking = "Finding the child, and keeping them safe on return."
    private static let safeguarding = "Safeguarding the child and promoting their welfare."
    private static let publicTask = "UK GDPR article 6(1)(e) and 9(2)(g); Data Protection Act 2018, schedule 1, ¶18"

    /// Those who look after the child day to day.
    private static let caring: [AccessRule] = [
        AccessRule(
            "placement", [.carer, .homeManager], [.runsThePlacement], see: working,
            add: working + [.ownWords], decide: [.outline, .episode, .location],
            export: person + [.outline, .episode, .location, .health],
            because: "Those who look after a child report them, and must know what to look out for.",
            purpose: looking, basis: "Children's Homes Regulations 2015, reg. 12 and 34; \(publicTask)"
        ),
        AccessRule(
            "placement-minutes", [.homeManager], [.runsThePlacement], see: [.minutes],
            because: "A home's manager takes part in meetings about its children.",
            purpose: safeguarding, basis: publicTask
        ),
        AccessRule(
            "foster-carer", [.fosterCarer], [.caresFor], see: working, add: working + [.ownWords],
            decide: [.outline, .episode, .location], export: person + [.outline, .episode, .location, .health],
            because: "A foster carer reports the child placed with them, and sees no other carer's.",
            purpose: looking, basis: "Fostering Services Regulations 2011, reg. 12 and 13; \(publicTask)"
        ),
        AccessRule(
            "own-report", [.carer, .fosterCarer, .homeManager, .callHandler, .socialWorker, .edt, .mash],
            [.registeredTheChild], see: person + [.outline, .episode],
            add: person + [.outline, .episode, .location, .health, .intelligence, .plans], decide: [.episode],
            because: "Whoever entered a child into the record goes on with their own report.",
            purpose: looking, basis: publicTask
        ),
    ]

    private static let police: [Role] = [
        .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
        .missingCoordinator,
    ]
    private static let command: [Role] = [.dutyInspector, .superintendent, .forceIncidentManager]

    private static let policing: [AccessRule] = [
        AccessRule(
            "police", police, [.policeOfTheArea, .askedToTakeOver], see: working, add: working,
            decide: [.outline, .episode, .location], export: person + [.outline, .episode, .location],
            because: "Police look for any child reported in their area.",
            purpose: looking, basis: "Police duty to protect life; Children Act 2004, section 11; \(publicTask)"
        ),
        AccessRule(
            "police-minutes", [.supervisor, .missingCoordinator] + command, [.policeOfTheArea, .askedToTakeOver],
            see: [.minutes], add: [.minutes],
            because: "Those who speak for police at a meeting have its minutes.",
            purpose: safeguarding, basis: publicTask
        ),
        AccessRule(
            "police-command", command, [.policeOfTheArea], see: [.audit], decide: [.audit],
            because: "Command restricts records and looks at who opened what was held back.",
            purpose: "Keeping the record safe.", basis: "UK GDPR article 32"
        ),
    ]

    private static let socialWork: [Role] = [.socialWorker, .teamManager, .edt, .mash, .iro]

    private static let socialCare: [AccessRule] = [
        AccessRule(
            "responsible-authority", socialWork, [.responsibleAuthority, .allocated], see: caseContent,
            add: everything, decide: caseContent, export: caseContent,
            because: "The responsible authority safeguards the child and answers for their care.",
            purpose: safeguarding, basis: "Children Act 1989, sections 17, 22 and 47; \(publicTask)"
        ),
        AccessRule(
            "host-authority", socialWork + [.hostAuthority], [.hostAuthority, .askedToTakeOver],
            see: working + [.minutes], add: working + [.minutes], decide: working + [.minutes],
            because: "The authority in whose area a child lives safeguards them there.",
            purpose: safeguarding, basis: "Children Act 1989, section 47; Children Act 2004, section 11; \(publicTask)"
        ),
        AccessRule(
            "managers", [.teamManager, .edt, .mash], [.responsibleAuthority], see: [.audit], decide: [.audit],
            because: "Managers of the responsible authority own the record: who sees it, and who opened it.",
            purpose: "Keeping the record safe.", basis: "UK GDPR articles 5(2) and 32"
        ),
    ]

    /// Those who need a part, and no more.
    private static let helping: [AccessRule] = [
        AccessRule(
            "interview", [.interviewer], [.holdsInterviewReferral, .allocated],
            see: person + [.outline, .episode, .intelligence, .interview, .ownWords],
            add: [.outline, .episode, .intelligence, .interview, .ownWords, .plans],
            because: "An interviewer sees the children referred to them, until the episode is closed.",
            purpose: "The independent return interview.", basis: "Statutory guidance on missing children; \(publicTask)"
        ),
        AccessRule(
            "advocate", [.advocate], [.allocated], see: person + [.outline, .ownWords],
            add: [.episode, .ownWords],
            because: "An advocate speaks for the child, and starts from what the child says.",
            purpose: "Helping the child to be heard.", basis: "Children Act 1989, section 26A"
        ),
        AccessRule(
            "school", [.school], [.teaches], see: person + [.outline, .education],
            add: [.outline, .episode, .education, .plans], decide: [.education],
            because: "A school reports its own pupils, and of an episode sees whether the child is away or back.",
            purpose: "Keeping pupils safe, and their place at school.",
            basis: "Education Act 2002, section 175; School Attendance (Pupil Registration) Regulations; \(publicTask)"
        ),
        AccessRule(
            "school-report", [.school], [.registeredTheChild], see: person + [.outline, .education],
            add: person + [.outline, .episode, .education],
            because: "Whoever entered a child into the record goes on with their own report.",
            purpose: looking, basis: publicTask
        ),
        AccessRule(
            "education-team", [.educationWelfare, .cmeOfficer], [.responsibleAuthority, .authorityOfTheSchool],
            see: person + [.outline, .education], add: [.outline, .episode, .education, .plans],
            decide: [.education], export: person + [.education],
            because:
                "The authority's education team looks for children who miss education, and makes the returns about them.",
            purpose: "Finding children who miss education.", basis: "Education Act 1996, section 436A; \(publicTask)"
        ),
        AccessRule(
            "health", [.health], [.healthOfTheArea, .allocated], see: person + [.outline, .health, .plans],
            add: [.outline, .episode, .health, .plans],
            because: "A health service that was told of a child treats them and looks out for them.",
            purpose: "The child's treatment and safety.", basis: "Children Act 2004, section 11; \(publicTask)"
        ),
        AccessRule(
            "immigration", [.homeOffice], [.subjectToImmigration], see: person + [.outline], add: [.outline, .episode],
            because: "The Home Office reports and helps find children who are subject to restriction.",
            purpose: looking, basis: "Borders, Citizenship and Immigration Act 2009, section 55"
        ),
        AccessRule(
            "panel", [.panelChair], [.sitsOnPanel],
            see: person + [.outline, .episode, .intelligence, .plans, .minutes],
            add: [.episode, .intelligence, .ownWords, .minutes],
            because: "A panel sees the children on its agenda, for as long as they are on it.",
            purpose: safeguarding, basis: "Children Act 2004, section 10; \(publicTask)"
        ),
    ]

    /// Those who keep the record, and those who check on it.
    private static let keeping: [AccessRule] = [
        AccessRule(
            "auditor", [.auditor], [.responsibleAuthority, .hostAuthority, .policeOfTheArea, .runsThePlacement],
            see: [.audit], export: [.audit],
            because: "An auditor reads who looked, and no case content.",
            purpose: "Checking that records are used as they should be.", basis: "UK GDPR articles 5(2) and 32"
        ),
        AccessRule(
            "records", [.recordsManager], [.responsibleAuthority], see: person + [.outline, .audit],
            add: [.audit, .plans], decide: [.audit], export: [.audit],
            because: "Whoever keeps records must know whose they are and how long they are needed.",
            purpose: "Retention, legal hold and erasure.", basis: "UK GDPR article 5(1)(e); Inquiries Act 2005"
        ),
        AccessRule(
            "subject-access", [.recordsManager], [.answersSubjectAccess], see: everything, export: everything,
            because: "A request for what is held can only be answered by somebody who reads it.",
            purpose: "Giving people what is held about them.", basis: "UK GDPR article 15"
        ),
    ]

    /// What somebody is given by name or by their own reason.
    private static let exceptions: [AccessRule] = [
        AccessRule(
            "named", police + socialWork, [.namedOnRestriction],
            see: person + [.outline, .episode, .location, .health, .intelligence],
            add: person + [.outline, .episode, .location, .health, .intelligence, .plans],
            because: "Whoever is named on a restricted record works with it.",
            purpose: safeguarding, basis: publicTask
        ),
        AccessRule(
            "broke-the-glass", Role.allCases.filter(\.hasSafeguardingDuty), [.brokeTheGlass], see: everything,
            add: [.outline, .episode, .location, .health, .intelligence],
            because:
                "A child in danger cannot wait: they opened it with a reason, for eight hours, and it is reviewed.",
            purpose: "Protecting somebody's life in an emergency.",
            basis: "UK GDPR article 6(1)(d), 6(1)(e), 9(2)(c) and 9(2)(g); Children Act 2004, section 11"
        ),
    ]
}
