// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The seven circumstances in which a return interview matters most. Source: SG ¶34.
public enum SpecialCircumstance: String, CaseIterable, Hashable, Sendable {
    case twoOrMore = "two-or-more"
    case oftenAway = "often-away"
    case harmed
    case exploitation
    case crimeOrDrugs = "crime-or-drugs"
    case dangerousPeople = "dangerous-people"
    case offended

    /// As a reason, in a few words.
    public var says: String {
        switch self {
        case .twoOrMore: "missing twice or more"
        case .oftenAway: "often away without permission"
        case .harmed: "hurt or harmed while away"
        case .exploitation: "at risk of sexual exploitation or trafficking"
        case .crimeOrDrugs: "at risk of crime or drugs"
        case .dangerousPeople: "in touch with people who pose a risk to children"
        case .offended: "took part in crime while away, or is thought to have"
        }
    }

    /// How many times away in ``oftenWindow`` count as often: the guidance gives no figure, this one is ours.
    static let oftenAtLeast = 3
    static let oftenWindow = Elapsed.days(90)

    /// Those that hold for a child after one episode, in the order of the guidance.
    public static func holding(
        for child: Child, after episode: Episode, episodes: [Episode], at now: Instant
    ) -> [Self] {
        let standing = child.facts.risks.filter { $0.notedAt <= now && $0.endedAt.map { now < $0 } ?? true }
        let risks = Set(standing.map(\.kind))
        return allCases.filter { circumstance in
            switch circumstance {
            case .twoOrMore: 2 <= missing(episodes, by: now)
            case .oftenAway: oftenAtLeast <= away(episodes, by: now)
            case .harmed: episode.history.standing.contains(where: \.tellsOfHarm)
            case .exploitation: !risks.isDisjoint(with: exploiting)
            case .crimeOrDrugs: !risks.isDisjoint(with: crime)
            case .dangerousPeople: !risks.isDisjoint(with: people)
            case .offended: episode.history.standing.contains { $0.gives(.offences) }
            }
        }
    }

    private static let exploiting: Set<String> = ["sexual-exploitation", "trafficking"]
    private static let crime: Set<String> = [
        "criminal-exploitation", "county-lines", "offending", "substance", "substance-misuse", "drugs",
    ]
    private static let people: Set<String> = ["gang", "person-posing-risk", "risky-associates", "organised-abuse"]

    private static func missing(_ episodes: [Episode], by now: Instant) -> Int {
        episodes.filter { other in
            guard let start = other.facts.start, start <= now else { return false }
            return other.facts.countedKind == .missingFromHome || other.facts.countedKind == .missingFromCare
        }.count
    }

    private static func away(_ episodes: [Episode], by now: Instant) -> Int {
        episodes.filter { other in
            guard let start = other.facts.start, start <= now, now < start + oftenWindow else { return false }
            return other.facts.countedKind == .awayWithoutAuthorisation
        }.count
    }
}

extension Mark {
    /// Whether it names harm: a list that says that there was none names none.
    fileprivate var tellsOfHarm: Bool {
        details.words(.harm).contains { !InterviewList.noHarm.contains($0) }
    }
}
