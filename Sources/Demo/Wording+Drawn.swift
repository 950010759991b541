// SPDX-License-Identifier: MIT

import Casework

extension Wording {
    static func risk(_ kind: String) -> String {
        switch kind {
        case "sexual-exploitation":
            "Older adults have been giving presents and lifts; assessed with the exploitation team."
        case "criminal-exploitation": "Found with more than one phone and cash; thought to be made to carry for others."
        case "self-harm": "Has self-harmed in the last six months; has a safety plan with health."
        case "medical": "Needs daily medication: see the pen picture."
        case "trafficking": "Came to the country alone; a debt was mentioned."
        default: "Noted at the last review."
        }
    }

    /// What is needed to look for the child at once.
    static func penPicture(of child: InventedChild, _ random: inout SeededRandom) -> Details {
        let build = random.pick(["slim", "medium", "tall and slim", "small for their age", "broad-shouldered"])
        let hair = random.pick([
            "short dark hair", "long brown hair, often tied back", "blond hair", "braids", "a fade",
        ])
        let mark = random.pick(["a scar over the left eyebrow", "no marks", "a nose stud", "glasses, not always worn"])
        return [
            .description: .text("About 1.\(random.number(48...82)) m, \(build), \(hair), \(mark)."),
            .habits: .text(random.pick(["Walks everywhere", "Uses the 14 bus and the tram", "Cycles a blue bike"])),
            .clothing: .text(random.pick(clothing)),
            .whereTheyMayGo: .text(
                random.pick([
                    "The skate ramps in Priory Park", "The railway station", "A cousin’s on the Coppice estate",
                ])),
            .whatCalmsThem: .text(
                random.pick(["Being asked once and left time", "Music", "Talking to one person", "Football talk"])),
            .phones: .text("07700 900\(random.number(100...999))"),
            .socialAccounts: .text("Known to staff; look under the first name and “em”"),
        ]
    }

    /// The answers to the call handler's questions.
    static func answers(isHighRisk: Bool, _ random: inout SeededRandom) -> Details {
        var details: Details = [
            .answers: .answers([
                Answer(
                    question: "out-of-character",
                    answer: random.pick(["Yes", "No, but never this late", "Not the first time; longer than before"])),
                Answer(question: "risk-of-harm", answer: isHighRisk ? "Yes: see the risks on the record" : "Not known"),
                Answer(question: "medication", answer: random.pick(["None", "Inhaler, taken", "Not known"])),
            ])
        ]
        if random.chance(0.3) { details[.unanswered] = .words(["vehicle"]) }
        return details
    }

    static func safeAndWell(_ random: inout SeededRandom) -> Details {
        var details: Details = [
            .whereTheyWere: .text(
                random.pick(["With friends in town", "At a flat; would not say whose", "On the beach"])),
            .whoWith: .text(random.pick(["Two friends from school", "Alone", "“Some older lads”"])),
        ]
        // No harm was said to have come to 96 % of children (England and Wales, 2016–17).
        if random.chance(0.04) { details[.harm] = .words([random.pick(["assaulted", "injured", "sexual-harm"])]) }
        return details
    }

    static func interview(isBrief: Bool, _ random: inout SeededRandom) -> Details {
        var details: Details = [
            .independent: .flag(true), .alone: .flag(true), .neutralPlace: .flag(random.chance(0.8)),
            .push: .words([random.pick(["conflict", "placement", "bullying", "boredom", "contact-refused"])]),
            .pull: .words([random.pick(["family", "friends", "partner", "exploiters"])]),
        ]
        if isBrief { return details }
        details[.reasons] = .text(random.pick(reasons))
        details[.whereSlept] = .text(random.pick(["At a friend’s", "Did not sleep", "On a sofa", "Would not say"]))
        details[.wants] = .text(random.pick(findings))
        details[.safetyInformation] = .flag(true)
        return details
    }

    /// Why somebody set a duty aside.
    static func setAside(_ duty: String) -> String {
        switch duty {
        case "return-interview":
            "Tried on five days, by phone, by message and at school. The offer stays open, and the carer knows of it."
        case "offer-return-interview": "Back with family abroad by then; the authority there was told."
        default: "Seen to in another way that evening; agreed with the team, and nothing is outstanding for the child."
        }
    }
}
