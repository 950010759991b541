// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Choices {
    /// Entries of registers, episodes and what accounts differ about.
    static func ofRegisters(_ key: DetailKey, for word: EventWord, in setting: Setting) -> [Choice] {
        switch key {
        case .concern,
            .what where key == .concern || word == .entriesOfConcernLinked:
            guard let access = setting.access else { return [] }
            return setting.state.concerns.entries.filter { !$0.isEnded && access.mayRead($0) }
                .filter { word.isHarbouring ? $0.kind == .person : true }
                .map { Choice(String($0.number), "\($0.name) (\($0.kind.spoken.lowercased()))") }
                .sorted { $0.says < $1.says }
        case .shelter:
            return setting.state.emergencyPlaces.all.filter(\.isOpen).map { Choice(String($0.number), $0.name) }
        case .inEpisode:
            guard let child = setting.child else { return [] }
            return setting.state.episodes(of: child).suffix(20).reversed().map { episode in
                let start = episode.facts.start ?? episode.facts.checksStartedAt
                let day = start.map { Spoken.fullDate(London.date(of: $0)) } ?? "not dated"
                return Choice(String(episode.id.number), "The episode of \(day)")
            }
        case .confidence: return Confidence.allCases.reversed().map { Choice($0.rawValue, $0.means.capitalisedFirst) }
        case .settles:
            return Discrepancies.compared.map { Choice($0.name, AccountWords.label($0)) }
        default: return []
        }
    }

    static let kindsOfConcern: [EventWord: [String]] = [
        .placeOfConcernEntered: placesOfConcern, .entryOfConcernChanged: placesOfConcern,
        .personOfConcernEntered: ["adult-unrelated", "relative", "peer", "employer", "online-contact", "other"],
        .placeRestricted: [
            "closure-order", "licence-condition", "no-placements", "dispersal-zone", "officers-only-in-pairs", "other",
        ],
        .tiedToConcern: Tie.Kind.told.map(\.rawValue),
        .emergencyPlaceEntered: [
            "emergency-foster-home", "refuge", "supported-lodgings", "crash-pad", "childrens-home", "other",
        ],
    ]

    private static let placesOfConcern = [
        "address", "hotel", "takeaway", "shop", "car-park", "park", "station", "party-house", "school-gate", "online",
        "other",
    ]

    static let outcomesOfStaying: [EventWord: [String]] = [
        .policeProtectionEnded: [
            "accommodated", "returned-home", "returned-to-placement", "order-obtained", "with-family", "other",
        ],
        .accommodationAssessed: ["suitable", "suitable-for-a-few-days", "not-suitable"],
        .emergencyPlaceChecked: ["suitable", "suitable-with-conditions", "not-suitable"],
    ]
}

extension EventWord {
    /// Whether it is about a warning notice, which is served on a person.
    fileprivate var isHarbouring: Bool {
        self == .harbouringNoticeAsked || self == .harbouringNoticeServed || self == .harbouringNoticeEnded
    }

    /// Whether it is of the places that take a child in at any hour.
    var isOfEmergencyPlaces: Bool {
        switch self {
        case .emergencyPlaceEntered, .emergencyPlaceChanged, .emergencyPlaceChecked, .emergencyPlaceEnded: true
        default: false
        }
    }
}
