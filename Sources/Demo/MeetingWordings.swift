// SPDX-License-Identifier: MIT

/// What was said at the invented panel, and what stands in the invented plans.
enum Wordings {
    struct Action: Sendable {
        let what: String
        let owner: String
        let dueInDays: Int
        /// What came of it; nil where it is still open.
        var result: String?
        var isChased = false
    }

    struct Minutes: Sendable {
        let why: String
        let minutes: String
        let wants: String
        let decisions: [String]
        let actions: [Action]
    }

    static let minutes: [Minutes] = [
        Minutes(
            why: "Four times in ten weeks, each time to the same part of town.",
            minutes:
                "The pattern follows contact visits that are called off. School sees a tired child who comes early. Police know two addresses; neither belongs to family. Health has no appointment on the list.",
            wants: "To be told the day before when a visit will not happen, and by somebody I know.",
            decisions: ["care-plan", "co-ordinated-support"],
            actions: [
                Action(
                    what: "Tell the child herself, the day before, whenever a visit is called off.",
                    owner: "amira.hale",
                    dueInDays: 7, result: "Agreed with the family centre; the child has the number to ring."),
                Action(
                    what: "Disruption visits to the two addresses, with licensing.", owner: "neil.barrow",
                    dueInDays: 14,
                    isChased: true),
                Action(
                    what: "Health appointment offered with the school nurse.", owner: "halima.yassin", dueInDays: 40),
            ]),
        Minutes(
            why: "Asked for by the home: away three nights in a month, with money nobody can account for.",
            minutes:
                "The return interview names an older friend with a car. The home has changed who is on at weekends. No adult is under investigation yet.",
            wants: "Less talk about me in rooms I am not in.",
            decisions: ["more-information"],
            actions: [
                Action(
                    what: "Complete the exploitation assessment with what each agency holds.", owner: "joseph.tan",
                    dueInDays: 10),
                Action(
                    what: "Invite the child, with an advocate, to the first ten minutes of the next panel.",
                    owner: "stephen.oduya", dueInDays: 30),
            ]),
        Minutes(
            why: "Third time in three months, and the first time overnight.",
            minutes:
                "Home life has calmed since the move. School attendance is up. The panel sees no sign of exploitation.",
            wants: "I am all right now. I want to stay where I am.",
            decisions: ["early-help"],
            actions: [
                Action(
                    what: "Early help worker to visit twice this month.", owner: "amira.hale", dueInDays: 20,
                    result: "Two visits made; the family asks for no more for now.")
            ]),
    ]

    static let firstTriggerPlan = [
        ("The home · at once", "Ring her phone and her sister."),
        ("Police · within the hour", "Look at the bus station."),
    ]

    static let triggerPlan = [
        ("The home · at once", "Ring her own phone, then her sister’s. Take the inhaler to whoever goes to look."),
        (
            "The home · within 15 minutes",
            "Tell police: sexual exploitation is known; give the number of the silver car."
        ),
        ("Police · within the hour", "Go to the flats behind the bus station before any enquiry by telephone."),
        ("Social worker · the same evening", "Ring her aunt in Westhaven, who she goes to when she is frightened."),
        (
            "The home · when she is back",
            "Food and quiet first. Nobody asks questions that night but whether she is hurt."
        ),
    ]

    static let preventionPlan = [
        ("Key worker · every Sunday", "Plan the week together: who she sees, how she gets there, who fetches her."),
        ("Social worker · the day before", "Tell her herself when a visit is called off, and why."),
        ("School · each morning", "Ring the home by nine if she is not there."),
    ]

    struct Line: Sendable {
        let goal: String
        let what: String
        let how: String
        let owner: String
        let dueInDays: Int
        var outcome: String?
        var result: String?
        var evidence: String?
    }

    static let areaPlan: [Line] = [
        Line(
            goal: "prevent", what: "Every home talks with each child about going missing before the first time.",
            how: "A half-hour talk in the first week, with the leaflet that children made.", owner: "ruth.adair",
            dueInDays: -20, outcome: "under-way", result: "Five of six homes.",
            evidence: "Homes’ own monthly notes; one has not sent any."),
        Line(
            goal: "prevent", what: "Lessons on staying safe in every year nine.",
            how: "Two lessons by the charity, with young people who have been through it.", owner: "nora.quist",
            dueInDays: 120, outcome: "not-started"),
        Line(
            goal: "protect", what: "Every missing child at home is checked on by police in the first hour.",
            how: "The control room’s list, looked at by the duty inspector each shift.", owner: "imogen.hart",
            dueInDays: 45, outcome: "under-way", result: "Nine in ten last month.",
            evidence: "The area’s figures of last month."),
        Line(
            goal: "protect", what: "A trigger plan for each child who was missing three times.",
            how: "Written with the child within ten working days of the third time.", owner: "stephen.oduya",
            dueInDays: 30, outcome: "under-way"),
        Line(
            goal: "prepare", what: "One page of help lines for children, families and carers.",
            how: "On the public page and on the back of each letter.", owner: "gwen.tasker", dueInDays: -60,
            outcome: "done", result: "Out since spring; reprinted twice.",
            evidence: "Read and corrected by eleven children."),
        Line(
            goal: "pursue", what: "Every named place and person from return interviews goes to police within two days.",
            how: "The interview provider sends the form; police write back what was done.", owner: "neil.barrow",
            dueInDays: 14, outcome: "under-way", result: "Forty sent, thirty-one answered.",
            evidence: "The coordinator’s list."),
    ]
}
