// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicatePhrases {
    static let time: [String: Saying] = [
        "open-longer-than": { argument in
            Phrase(
                "the child was away for \(argument.text) or longer",
                not: "the child has not been away for \(argument.text)")
        },
        "out-of-hours": { argument in
            guard let when = hours[argument.text] else {
                return Phrase("the office is closed", not: "the office is open")
            }
            return Phrase("the office was closed when \(when)", not: "the office was not closed when \(when)")
        },
        "age-under": { argument in
            let years = argument.text
            return Phrase(
                "the child is under \(years), or of unknown age", not: "the child is known to be \(years) or older")
        },
        "age-at-least": { argument in
            let years = argument.text
            return Phrase(
                "the child is known to be \(years) or older", not: "the child is under \(years), or of unknown age")
        },
    ]

    private static let hours = [
        "report": "the child was reported", "start": "the episode started", "located": "the child was located",
        "returned": "the child returned",
    ]

    static let happening: [String: Saying] = [
        "happened": { happened($0) },
        "not-yet": { argument in
            guard let match = argument.match() else { return unread }
            return Phrase(match.notYet, not: match.isSeveral ? "it has happened that \(match.past)" : match.past)
        },
        "reported-to": { argument in
            let people = PlainWord.people(argument.words).text
            return Phrase(
                "the child was reported to \(people)", not: "the child has not been reported to \(people)")
        },
        "episodes": { episodes($0) },
        "earlier-episodes": { argument in
            argument.number == 1
                ? Phrase("the child was away before", not: "the child was never away before")
                : Phrase(
                    "the child was away \(Sentences.times(argument.number)) or more before",
                    not: "the child was away before fewer than \(argument.number) times")
        },
        "longest-episode": { argument in
            let length = argument.node["atLeast"]?.scalar ?? argument.text
            let span = argument.node["within"]?.scalar.map { " in the last \($0)" } ?? ""
            return Phrase(
                "an episode of the child's\(span) lasted \(length) or longer",
                not: "no episode of the child's\(span) lasted \(length)")
        },
        "duty": { argument in
            let title = argument.node["id"]?.scalar.map { Duty.shortTitle(of: $0) } ?? ""
            let states = argument.node["state"].map { Argument(node: $0).words.compactMap(DutyState.init(rawValue:)) }
            let said = Sentences.list((states ?? []).map(\.spoken), by: "or")
            return Phrase("“\(title)” is \(said)", not: "“\(title)” is not \(said)")
        },
        "triggered": { argument in
            let said = Sentences.list(argument.words.map { "“\($0.replacingHyphens)”" }, by: "or")
            return Phrase(
                "the trigger \(said) has fired for the child", not: "the trigger \(said) has not fired for the child")
        },
    ]

    /// What could not be read is a fault, and this is never shown.
    private static let unread = Phrase("it holds", not: "it does not hold")

    @Sendable private static func happened(_ argument: Argument) -> Phrase {
        guard let match = argument.match(alsoKnown: ["atLeast", "atMost", "within"]) else { return unread }
        let past = match.isSeveral ? "it has happened that \(match.past)" : match.past
        let least = argument.node["atLeast"]?.scalar.flatMap { Int($0) }
        let most = argument.node["atMost"]?.scalar.flatMap { Int($0) }
        let span = argument.node["within"]?.scalar.map { " in the last \($0)" } ?? ""
        if least == nil, most == nil {
            return span.isEmpty
                ? Phrase(past, not: match.notYet)
                : Phrase("\(past)\(span)", not: "it has not happened\(span) that \(match.past)")
        }
        let bounds = [
            least.map { "at least \(Sentences.times($0))" },
            most.map { $0 == 0 ? "never" : "at most \(Sentences.times($0))" },
        ].compactMap { $0 }
        let often = Sentences.list(bounds, by: "and") + span
        return Phrase("\(past), \(often)", not: "it is not so that \(match.past), \(often)")
    }

    @Sendable private static func episodes(_ argument: Argument) -> Phrase {
        let least = argument.node["atLeast"]?.scalar ?? ""
        let within = argument.node["within"]?.scalar ?? ""
        let kinds = argument.node["kinds"].map { Argument(node: $0).either }
        let categories = argument.node["categories"].map { node in
            "held by police as \(PredicatePhrases.categories(Argument(node: node)))"
        }
        let which = [kinds.map { "as \($0)" }, categories].compactMap { $0 }.joined(separator: ", or ")
        let said = "episodes \(which.isEmpty ? "" : "\(which) ")within \(within)"
        return Phrase(
            "counting this one, the child has had \(least) or more \(said)",
            not: "counting this one, the child has had fewer than \(least) \(said)")
    }
}
