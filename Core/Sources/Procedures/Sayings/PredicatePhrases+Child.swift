// SPDX-License-Identifier: MIT

import Casework

extension PredicatePhrases {
    static let child: [String: Saying] = [
        "looked-after": { _ in Phrase("the child is looked after", not: "the child is not looked after") },
        "in-or-leaving-care": { _ in
            Phrase(
                "the child is looked after, or is a care leaver under 18",
                not: "the child is neither looked after nor a care leaver under 18")
        },
        "at-home": { _ in Phrase("the child is not looked after", not: "the child is looked after") },
        "placement": { argument in
            let places = Sentences.list(argument.words.map(place), by: "or")
            return Phrase("the child is placed in \(places)", not: "the child is not placed in \(places)")
        },
        "placed-out-of-area": { _ in
            Phrase(
                "the child is placed outside the responsible authority's area",
                not: "the child is not placed outside the responsible authority's area")
        },
        "status": { argument in
            let known = argument.words.map { statuses[$0] ?? other($0) }
            let holds = Sentences.joined(known.map(\.holds), by: "or")
            return Phrase(
                known.count == 1 ? holds : "the child either \(holds.dropFirst("the child ".count))",
                not: Sentences.joined(known.map(\.fails), by: "and"))
        },
        "subject-to-restriction": { _ in
            Phrase(
                "the child is subject to immigration restriction",
                not: "the child is not subject to immigration restriction")
        },
        "unaccompanied": { _ in Phrase("the child is unaccompanied", not: "the child is not unaccompanied") },
        "known-risk": { argument in
            if argument.words.contains("any") {
                return Phrase("a risk to the child is noted", not: "no risk to the child is noted")
            }
            return Phrase(
                "a risk of \(argument.either) is noted for the child",
                not: "no risk of \(argument.either) is noted for the child")
        },
        "looked-after-for-less-than": { argument in
            let length = argument.text
            return Phrase(
                "the child had been looked after for less than \(length) when the episode started",
                not: "the child had not become looked after within \(length) before the episode started")
        },
        "pen-picture": { _ in
            Phrase(
                "the child has a pen picture on the record", not: "the child has no pen picture on the record")
        },
        "allocated": { argument in
            let roles = argument.words.map { Role(rawValue: $0)?.spoken ?? $0.replacingHyphens }
            return Phrase(
                "\(PlainWord.some(roles)) is allocated to the child",
                not: "no \(Sentences.list(roles, by: "or")) is allocated to the child")
        },
    ]

    private static func place(_ kind: String) -> String {
        switch kind {
        case "childrens-home": "a children's home"
        case "foster-care", "bed-and-breakfast": PlainWord.said(kind)
        case "semi-independent": "semi-independent accommodation"
        case "with-parents": "their parents' care"
        case "secure": "secure accommodation"
        default: "“\(PlainWord.said(kind))”"
        }
    }

    private static let statuses: [String: Phrase] = [
        "child-protection-plan": Phrase(
            "the child has a child protection plan", not: "the child has no child protection plan"),
        "section-47": Phrase(
            "the child is the subject of a section 47 enquiry",
            not: "the child is not the subject of a section 47 enquiry"),
        "child-in-need": Phrase(
            "the child is held to be in need (section 17)", not: "the child is not held to be in need (section 17)"),
        "care-leaver": Phrase("the child is a care leaver", not: "the child is not a care leaver"),
        "looked-after": Phrase("the child is looked after", not: "the child is not looked after"),
    ]

    private static func other(_ status: String) -> Phrase {
        let said = PlainWord.said(status)
        return Phrase("the child has the status “\(said)”", not: "the child does not have the status “\(said)”")
    }
}
